using System.Text;
using CsCheck;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Minutes;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Tests.Leaks;

namespace ReviewRoom.Tests.Documents;

public sealed class MinutesTests
{
    [Fact]
    public void Before_the_reveal_there_is_only_the_course_the_attendance_and_the_declarations()
    {
        var given = Given.ARoom(seats: 3).Opened().Submitted("A", "d1", 65);
        given.Do(Given.Supervisor, new Disclose("d1", "asked to"));

        foreach (var person in (Person[])[Given.Office, Given.Supervisor, given.On("A"), given.On("B")])
        {
            var part = Part(given, person);
            Assert.Equal(Phase.Independent, part.Phase);
            Assert.Equal(SeatState.Submitted, part.Attendance?[0].State);
            Assert.Null(part.Items);
            Assert.Null(part.Sheets);
            Assert.Null(part.Result);
            Assert.Null(part.Consensus);
            Assert.Null(part.Movements);
        }
        Assert.NotNull(Part(given, Given.Office).Attendance?[1].DeclaredAt);
        Assert.Null(Part(given, given.On("A")).Attendance?[1].DeclaredAt);
        Assert.NotNull(Part(given, given.On("A")).Attendance?[0].DeclaredAt);
    }

    [Fact]
    public void A_person_out_of_a_dossier_gets_that_word_and_nothing_else_also_in_the_office()
    {
        var given = Given.ARoom(seats: 3, dossiers: 2).Opened("d1").Opened("d2");
        given.Do("C", new Declare("d1", true, "RELATIVE", "my cousin"));
        given.Do(Given.Office, new RaiseConflict("d2", null, "RELATIVE", "his brother", Given.Office2.Id));

        Assert.Equal(new DossierMinutes("d1") { Recused = true }, Part(given, given.On("C")));
        Assert.Equal(new DossierMinutes("d2") { Suspended = true }, Part(given, Given.Office2, "d2"));
        Assert.Equal("Dossier 1", Part(given, Given.Office2).Title);
        Assert.Contains("his brother", Json(given, Given.Office), StringComparison.Ordinal);
        Assert.DoesNotContain("his brother", Json(given, given.On("A")), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_know_of_the_room_gets_no_minutes()
    {
        var given = Given.ARoom().Signed();

        Assert.Null(Drawn(given).For(given.Room.ViewerOf(Given.Stranger)));
        Assert.Null(Drawn(given).For(given.Room.ViewerOf(Given.Administrator)));
        Assert.Null(Drawn(given).For(new Viewer.Board("hall")));
    }

    [Fact]
    public void First_and_final_marks_movements_and_the_remark_that_moved_them_are_told()
    {
        var given = Given.ARoom(seats: 3).Opened().Submitted("A", "d1", 60).Submitted("B", "d1", null, 50).Submitted("C", "d1", 60);
        given.Do(Given.Office, new Reveal("d1"));
        var remark = Assert.IsType<RemarkWritten>(given.Do("A", new WriteRemark("d1", "1", "look again")));
        given.Do("B", new Revise("d1", "1", 55, "I did", remark.Id));
        given.Do("B", new Revise("d1", "1", 60, "and again"));

        var part = Part(given, Given.Office);

        Assert.Equal(new MarkMinutes("B", null, 60, null, null), part.Items?[0].Marks[1]);
        Assert.Equal([(null, 55, "look again"), (55, 60, null)], part.Movements?.Select(m => (m.From, m.To, m.Because)) ?? []);
        Assert.Equal(new SheetMinutes("B", null, "160.00", null, 2), part.Sheets?[1]);
        Assert.Equal("180", part.Line);
    }

    [Fact]
    public void A_sheet_voided_after_the_reveal_is_told_with_and_without_and_by_whom()
    {
        var given = Given.ARoom(seats: 3).Opened().Submitted("A", "d1", 60).Submitted("B", "d1", 60).Submitted("C", "d1", 90);
        given.Do(Given.Office, new Reveal("d1"));
        var raised = Assert.IsType<ConflictRaised>(given.Do(Given.Supervisor, new RaiseConflict("d1", "C", "RELATIVE", "a cousin")));
        given.Do(Given.Office, new ConfirmConflict(raised.Id));
        given.Do(Given.Office2, new ConfirmConflict(raised.Id));

        var part = Part(given, Given.Supervisor);

        Assert.Equal("60.00", part.Result?.Rate);
        Assert.Equal(["C"], part.WithVoided?.Seats ?? []);
        Assert.Equal(("70.00", 3), (part.WithVoided?.Result.Rate, part.WithVoided?.Result.N));
        Assert.Equal([("supervisor", true), ("office", false), ("office2", true)], part.Recusals?[0].Steps?.Select(s => (s.By, s.Effective)) ?? []);
        Assert.Null(Part(given, given.On("A")).WithVoided);
        Assert.Equal([new RecusalMinutes("C", part.Recusals?[0].At ?? default)], Part(given, given.On("A")).Recusals ?? []);
    }

    [Fact]
    public void A_sheet_that_was_suspended_before_the_reveal_enters_no_result()
    {
        var given = Given.ARoom(seats: 3).Opened().Submitted("A", "d1", 60).Submitted("B", "d1", 60).Submitted("C", "d1", 90);
        var raised = Assert.IsType<ConflictRaised>(given.Do(Given.Office, new RaiseConflict("d1", "C", "RELATIVE", "a cousin")));
        given.Do(Given.Office, new Reveal("d1", "not waiting for C"));
        given.Do(Given.Office, new ConfirmConflict(raised.Id));
        given.Do(Given.Office2, new ConfirmConflict(raised.Id));

        Assert.Null(Part(given, Given.Office).WithVoided);
        Assert.Equal("60.00", Part(given, Given.Office).Result?.Rate);
    }

    [Fact]
    public void Letters_stand_for_names_until_the_last_signature()
    {
        var given = Given.ARoom(seats: 3, settings: Given.Free with { MarkNames = MarkNames.Letters }).Revealed();
        given.Do("B", new RecordMinority("d1", "1", "mine"));
        given.Do(Given.Office, new Close("d1"));
        foreach (var seat in "AB") given.Do(seat.ToString(), new Sign("d1", "not with me", NoConflict: true));

        var before = Part(given, Given.Office);
        given.Do("C", new Sign("d1", NoConflict: true));
        var after = Part(given, Given.Office);

        Assert.Equal(["P", "Q", "R"], before.Sheets?.Select(s => s.Seat) ?? []);
        Assert.DoesNotContain(before.Minority?[0].Seat, (string[])["A", "B", "C"]);
        Assert.All(before.Signatures ?? [], s => Assert.Null(s.Dissent));
        Assert.Null(before.Head);
        Assert.Equal(["A", "B", "C"], after.Sheets?.Select(s => s.Seat) ?? []);
        Assert.Equal("B", after.Minority?[0].Seat);
        Assert.Equal("not with me", after.Signatures?[1].Dissent);
    }

    [Fact]
    public void The_head_stays_where_it_stood_at_the_last_signature()
    {
        var given = Given.ARoom(seats: 3, dossiers: 2).Signed("d1");
        var head = Part(given, Given.Office).Head;

        given.Opened("d2");

        Assert.NotNull(head);
        Assert.Equal(head, Part(given, Given.Office).Head);
        Assert.Null(Part(given, given.On("A")).Head);
    }

    [Fact]
    public void Absences_pauses_and_replaced_seats_have_their_times()
    {
        var given = Given.ARoom(seats: 3);
        given.Do(Given.Office, new ReplaceSeat("C", "expert-x", "Expert X"));
        given.Do(Given.Office, new MarkAbsent("B", "ill", "d1"));
        given.Do(Given.Office, new Freeze("fire alarm", "d1"));
        given.Do(Given.Office, new Thaw("d1"));
        given.Do(Given.Office, new MarkPresent("B", "d1"));

        var (whole, part) = (Drawn(given).For(given.Room.ViewerOf(Given.Office)), Part(given, Given.Office));

        Assert.Equal([new ReplacedSeat("C", "Expert C", "Expert X", Given.Start.AddSeconds(1), "office")], whole?.Replaced ?? []);
        Assert.Equal([new Absence("B", Given.Start.AddSeconds(2), Given.Start.AddSeconds(5), "ill")], part.Absences ?? []);
        Assert.Equal([new Pause(Given.Start.AddSeconds(3), Given.Start.AddSeconds(4), "fire alarm")], part.Pauses ?? []);
        Assert.Null(Part(given, given.On("A")).Absences?[0].Reason);
    }

    [Fact]
    public void Read_again_from_the_ledger_they_are_the_same_to_the_byte() =>
        Gen.Int[0, 9999].Array[400].Sample(numbers =>
        {
            var script = new Scriptwriter(new Choices(numbers)).Write();
            var (room, head, entries) = (Room.Named("room-1"), Head.None, new List<Entry>());
            foreach (var step in script.Steps.Insert(0, new Step(0, Given.Office, script.Plan)))
            {
                var asking = new Asking(step.By, step.At, step.Entropy);
                if (room.Decide(step.Act, asking).Event is not { } happened) continue;
                entries.Add(Chain.Next(head, "room/room-1", asking, $"c{step.Moment}", "", 1, step.Entropy[..16], Canonical.Bytes(happened)));
                head = Head.Of(entries[^1]);
                room = room.Apply(happened, entries[^1].Stamp);
            }
            var (one, again) = (Minutes.Of("room-1", entries.Select(Recorded.Of)), Minutes.Of("room-1", entries.Select(Recorded.Of)));
            foreach (var person in (Person[])[Given.Office, Given.Supervisor, Given.PersonOf("A")])
            {
                var bytes = Canonical.Bytes(one.For(room.ViewerOf(person)));
                Assert.Equal(bytes, Canonical.Bytes(again.For(again.Room.ViewerOf(person))));
                Assert.Equal(bytes, Canonical.Bytes(Canonical.Read<MinutesView>(bytes)));
            }
        }, iter: 20);

    private static Minutes Drawn(Given given) => Minutes.Of(given.Room.Id, given.Entries.Select(e => new Recorded(e.Event, e.Stamp, $"hash {e.Stamp.Version}")));

    private static DossierMinutes Part(Given given, Person person, string dossier = "d1") =>
        Drawn(given).For(given.Room.ViewerOf(person))?.Dossiers.Single(d => d.Id == dossier) ?? throw new InvalidOperationException(person.Id);

    private static string Json(Given given, Person person) => Encoding.UTF8.GetString(Canonical.Bytes(Drawn(given).For(given.Room.ViewerOf(person))));
}
