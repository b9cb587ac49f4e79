using System.Text;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Tests.Ranks;

namespace ReviewRoom.Tests.Hall;

public sealed class BoardLeakTests
{
    private const string Canary = "canary-7f31";

    [Fact]
    public void No_mark_remark_name_or_fingerprint_reaches_the_board_in_any_phase()
    {
        var panel = Panel.Of("a", 4, "d1").With(new Opened("d1"));
        var hall = Hall.Of(Phase.Deliberation, panel);
        var seen = new StringBuilder();

        foreach (var (happened, actor) in Life())
        {
            hall.Panels = [hall.Panels[0].With(happened, actor)];
            foreach (var what in Enum.GetValues<What>()) hall.Release(what, "d1");
            hall.Look();
            seen.AppendLine(Encoding.UTF8.GetString(Canonical.Bytes(hall.View)));
        }

        var text = seen.ToString();
        Assert.Contains("\"rate\":\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Name ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("p-", text, StringComparison.Ordinal);
        Assert.DoesNotContain("marks", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"seat", text, StringComparison.Ordinal);
        Assert.DoesNotContain(hall.Board.Salt, text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_released_changes_nothing_on_the_board()
    {
        BoardView World(int hidden, int alsoHidden)
        {
            var panel = Panel.Of("a", 3, "d1", "d2", "d3").Closed("d1", 60, 60, 60).Closed("d2", hidden, hidden, 60).Scored("d3", alsoHidden, alsoHidden, alsoHidden);
            var hall = Hall.Of(panel);
            hall.Release(What.Rank, "d1");
            hall.Release(What.Rate, "d1");
            hall.Release(What.Title, "d3");
            return hall.View;
        }

        Assert.Equal(World(50, 50).Etag, World(100, 5).Etag);
    }

    [Fact]
    public void A_board_is_shown_to_itself_alone()
    {
        var hall = Hall.Of(Panel.Of("a", 3, "d1"));

        Assert.Null(hall.Board.For(new Viewer.Board("other")));
        Assert.Null(hall.Board.For(Panel.Office));
        Assert.Null(hall.Board.For(new Viewer.Stranger()));
    }

    private static IEnumerable<(RoomEvent, string)> Life()
    {
        foreach (var seat in new[] { "A", "B", "C", "D" })
        {
            yield return (new Declared("d1", seat, false, null, null, null), seat);
            yield return (new MarkGiven("d1", seat, "1.1", new Rate(65)), seat);
            yield return (new MarkGiven("d1", seat, "1.2", new Rate(60)), seat);
            yield return (new CommentWritten("d1", seat, "1.1", CommentKind.Strength, Canary, new Place("1.1 ¶1", Canary)), seat);
            yield return (new Submitted("d1", seat, false), seat);
        }
        yield return (new Revealed("d1", Canary, [], ["P", "Q", "R", "S"]), "office");
        yield return (new RemarkWritten("d1", "A", "1.1", "r1", Canary, null, null), "A");
        yield return (new Revised("d1", "A", "1.1", new Rate(65), new Rate(70), Canary, null), "A");
        yield return (new MinorityRecorded("d1", "B", "1.1", Canary), "B");
        yield return (new ItemClosed("d1", "A", "1.1", Closing.Differ, Canary, null), "A");
        yield return (new ItemClosed("d1", "A", "1.2", Closing.Accepted, Canary, null), "A");
        yield return (new DossierClosed("d1"), "A");
        yield return (new ConflictRaised("d1", "c1", "D", "p-D@a", "RELATIVE", Canary, ConflictSource.Office, ConflictStrength.Direct, true), "office");
        foreach (var seat in new[] { "A", "B", "C" }) yield return (new SheetSigned("d1", seat, Canary), seat);
    }
}
