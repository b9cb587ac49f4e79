using System.Text;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Storage;

namespace ReviewRoom.Tests.Live;

public class ExportTests
{
    [Fact]
    public async Task An_export_shows_every_header_and_only_the_bodies_its_reader_may_see_and_verifies()
    {
        using var house = new House();
        var room = await house.ARoom();
        await house.Submit('B', "panel", "d1");

        var export = Exported(house, room.State, new Viewer.Office("office"));

        var verification = Verification.Of(ExportFile.Lines(new MemoryStream(export)));
        var text = Encoding.UTF8.GetString(export);
        Assert.True(verification.IsWhole);
        Assert.Equal(room.State.Version, verification.Streams.Single().Entries);
        Assert.Equal(3, verification.Streams.Single().Bodies);
        Assert.Contains("\"kind\":\"marked\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"rate\":60", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expert_is_given_no_export()
    {
        using var house = new House();
        var room = await house.ARoom();

        Assert.Null(house.Ledger.Exporter.Room(room.State, room.State.ViewerOf(House.Expert('B'))));
        Assert.Null(house.Ledger.Exporter.Room(room.State, new Viewer.Board("hall")));
    }

    private static byte[] Exported(House house, Room room, Viewer viewer) =>
        [.. (house.Ledger.Exporter.Room(room, viewer) ?? throw new InvalidOperationException("no export")).SelectMany(line => line)];
}
