using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Ledger;

public class BodyRightsTests
{
    private static readonly string[] SealedKinds = ["Declared", "MarkGiven", "MarksKept", "JudgementDeclined", "CommentWritten", "RemarkWritten", "Revised", "MinorityRecorded"];

    [Fact]
    public void Before_the_reveal_the_office_and_the_supervisor_read_no_sealed_body()
    {
        var given = Given.ARoom().Opened().Submitted("A", "d1", 60).Filled("B", "d1", 40);

        foreach (var person in (Person[])[Given.Office, Given.Supervisor])
        {
            Assert.DoesNotContain(Readable(given, person), e => SealedKinds.Contains(e.GetType().Name));
            Assert.Contains(Readable(given, person), e => e is Submitted);
            Assert.Contains(Readable(given, person), e => e is RoomCreated);
        }
    }

    [Fact]
    public void From_the_reveal_on_they_read_the_submitted_sheets()
    {
        var given = Given.ARoom(seats: 3).Opened().Submitted("A", "d1", 60).Submitted("B", "d1", 40).Filled("C", "d1", 30);
        given.Do(Given.Office, new Reveal("d1", "one is late"));
        given.Do("A", new WriteRemark("d1", "1", "why?"));

        foreach (var person in (Person[])[Given.Office, Given.Supervisor])
        {
            Assert.Equal(["A", "B"], Readable(given, person).OfType<MarkGiven>().Select(e => e.Seat).Distinct());
            Assert.Single(Readable(given, person).OfType<RemarkWritten>());
        }
    }

    [Fact]
    public void A_voided_sheet_is_read_by_nobody_without_disclosure()
    {
        var given = Given.ARoom().Revealed();
        given.Do(Given.Supervisor, new RaiseConflict("d1", "B", "DISPUTE_3Y", "a dispute"));

        foreach (var person in (Person[])[Given.Office, Given.Supervisor])
        {
            Assert.DoesNotContain(Readable(given, person), e => e is MarkGiven { Seat: "B" });
            Assert.Contains(Readable(given, person), e => e is MarkGiven { Seat: "C" });
            Assert.Contains(Readable(given, person), e => e is ConflictRaised);
        }
    }

    [Fact]
    public void After_his_own_disclosure_the_supervisor_reads_submitted_sheets_and_he_alone()
    {
        var given = Given.ARoom(dossiers: 2).Opened().Submitted("A", "d1", 60).Filled("B", "d1", 40);
        given.Opened("d2").Submitted("A", "d2", 60);
        given.Do(Given.Supervisor, new Disclose("d1", "a complaint"));

        var read = Readable(given, Given.Supervisor).OfType<MarkGiven>().ToArray();

        Assert.NotEmpty(read);
        Assert.All(read, mark => Assert.Equal(("A", "d1"), (mark.Seat, mark.Dossier)));
        Assert.Empty(Readable(given, Given.Office).OfType<MarkGiven>());
        Assert.Empty(Readable(given, Given.Supervisor with { Id = "supervisor2" }).OfType<MarkGiven>());
    }

    [Fact]
    public void A_conflicted_member_of_the_office_reads_nothing_of_that_dossier_nor_its_title()
    {
        var given = Given.ARoom(dossiers: 2).Revealed("d1").Revealed("d2");
        given.Do(Given.Office, new SetFocus("d1"));
        given.Do(Given.Supervisor, new RaiseConflict("d1", null, "EMPLOYMENT_3Y", "worked there", Given.Office2.Id));

        var read = Readable(given, Given.Office2).ToArray();

        Assert.DoesNotContain(read, e => e is DossierEvent { Dossier: "d1" } or FocusSet or RoomCreated);
        Assert.Contains(read, e => e is MarkGiven { Dossier: "d2" });
        Assert.Contains(Readable(given, Given.Office), e => e is MarkGiven { Dossier: "d1" });
    }

    [Fact]
    public void Where_marks_go_by_labels_neither_they_nor_the_key_are_read_before_the_last_signature()
    {
        var settings = Given.Free with { MarkNames = MarkNames.Letters };

        var revealed = Given.ARoom(settings: settings).Revealed();
        var signed = Given.ARoom(settings: settings).Signed();

        Assert.DoesNotContain(Readable(revealed, Given.Office), e => e is MarkGiven or Revealed);
        Assert.Contains(Readable(signed, Given.Office), e => e is MarkGiven);
        Assert.Contains(Readable(signed, Given.Office), e => e is Revealed);
    }

    [Fact]
    public void Nobody_else_reads_a_body_at_all()
    {
        var given = Given.ARoom().Signed();

        Assert.Empty(Readable(given, given.On("A")));
        Assert.Empty(Readable(given, Given.Administrator));
        Assert.Empty(Readable(given, Given.Stranger));
        Assert.DoesNotContain(given.Entries, e => given.Room.MayReadBody(new Viewer.Board("hall"), e.Event));
    }

    private static IEnumerable<RoomEvent> Readable(Given given, Person person) =>
        given.Entries.Select(e => e.Event).Where(e => given.Room.MayReadBody(given.Room.ViewerOf(person), e));
}
