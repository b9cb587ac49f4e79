using System.Collections.Immutable;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using ReviewRoom.Components.Papers;
using ReviewRoom.Components.Supervision;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Identity;

namespace ReviewRoom.Tests.Office;

// The scan of a signed paper sheet, beside the marks it proves.
public sealed class ScanLinksTests : IDisposable
{
    private static readonly Attachment Scan = new("f-scan", "sheet.pdf", AttachmentType.Pdf, 10, new string('a', 64));
    private static readonly ImmutableArray<PaperMark> Marks = [new("1", 60), new("2", 70)];

    private readonly ConsoleContext context = new();

    [Fact]
    public void Whoever_sees_the_marks_of_a_paper_sheet_has_a_link_to_its_scan_and_nobody_else()
    {
        var given = Given.ARoom(seats: 4).Opened().Submitted("A", "d1", 60).Submitted("C", "d1", 60);
        given.Do(Given.Office, new RecordPaper("d1", "B", Marks, true, Scan));
        given.Do(Given.Office2, new ConfirmPaper("d1", "B", Marks));
        Assert.All(new[] { Given.Office, Given.Supervisor, given.On("A"), given.On("B") }, person => Assert.Empty(Links(given, person)));

        given.Do(Given.Office, new Reveal("d1", "time"));

        Assert.All(new[] { Given.Office, Given.Supervisor, given.On("A"), given.On("B") }, person => Assert.Equal(["/api/rooms/room-1/dossiers/d1/files/f-scan sheet.pdf 席B Expert B"], Links(given, person)));
        Assert.Empty(Links(given, given.On("D")));
    }

    [Fact]
    public void The_supervisors_file_of_a_dossier_has_the_link_beside_the_marks()
    {
        var given = Given.ARoom(seats: 2).Opened().Submitted("A", "d1", 60);
        given.Do(Given.Office, new RecordPaper("d1", "B", Marks, true, Scan));
        given.Do(Given.Office2, new ConfirmPaper("d1", "B", Marks));
        given.Do(Given.Office, new Reveal("d1"));
        context.Services.AddSingleton(new PeopleDirectory());

        var file = context.Render<DossierFile>(p => p.Add(c => c.Room, ConsoleContext.Sight(given, Given.Supervisor)).Add(c => c.Dossier, ConsoleContext.Sight(given, Given.Supervisor, "d1")));

        Assert.Equal("席B Expert B", file.Find(".file .scans a").TextContent);
    }

    public void Dispose() => context.Dispose();

    private string[] Links(Given given, Person person) =>
        [.. context.Render<ScanLinks>(p => p.Add(c => c.Room, ConsoleContext.Sight(given, person)).Add(c => c.Dossier, ConsoleContext.Sight(given, person, "d1")))
            .FindAll(".scans a").Select(a => $"{a.GetAttribute("href")} {a.GetAttribute("download")} {a.TextContent}")];
}
