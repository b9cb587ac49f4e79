using System.Collections.Immutable;
using System.Text;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;

namespace ReviewRoom.Tests.Rooms;

/// <summary>The site review (Article 17): the live room again, from what the document review left.</summary>
public sealed class SiteReviewTests
{
    private static readonly string[] Panel = ["A", "B", "C"];

    /// <summary>A closed document review: A 60/80, B 40/80, C 50/70; B asks about item 2, C asks the same, A about item 1.</summary>
    private static Given Reviewed(RoomSettings? settings = null, string? recused = null)
    {
        var given = Given.ARoom(3, settings: settings);
        given.Do(Given.Office, new Open("d1"));
        if (recused is not null)
        {
            given.Do(Given.Office, new RaiseConflict("d1", recused, "RELATIVE", "brother"));
            given.Do(Given.Office, new ConfirmConflict(given.Dossier().Conflicts[0].Id));
        }
        foreach (var (seat, first, second) in ((string, int, int)[])[("A", 60, 80), ("B", 40, 80), ("C", 50, 70)])
        {
            if (seat == recused) continue;
            given.Do(seat, new Declare("d1", false));
            given.Do(seat, new GiveMark("d1", "1", first));
            given.Do(seat, new GiveMark("d1", "2", second));
            given.Do(seat, new WriteComment("d1", seat == "A" ? "1" : "2", CommentKind.SiteIssue, seat == "A" ? "Which line?" : "How measured?"));
            given.Do(seat, new Submit("d1"));
        }
        given.Do(Given.Office, new Reveal("d1"));
        Settle(given);
        given.Do(Given.Office, new Close("d1"));
        return given;
    }

    private static void Settle(Given given)
    {
        foreach (var item in given.Tally().Items.Where(i => i.Open).Select(i => i.Criterion.Code).ToArray())
        {
            given.TryDo(given.On("A"), new RecordMinority("d1", item, "I differ"));
            if (!given.TryDo(given.On("A"), new CloseItem("d1", item, Closing.Accepted, "stays"))) given.Do("A", new CloseItem("d1", item, Closing.Differ, "differs"));
        }
    }

    private static CreateRoom Plan(params (string Seat, string Person)[] seats) => new(
        "Site", "session-6", "Sixth session", Given.ARubric(1), Given.Free,
        [.. seats.Select((s, i) => new SeatPlan(s.Seat, s.Person, s.Person, i == 0))], [new DossierPlan("d1", "whatever was sent", ApplicantKind.Individual)], SiteReviewOf: "room-1");

    private static CreateRoom Same => Plan(("A", "expert-a"), ("B", "expert-b"), ("C", "expert-c"));

    private static CreateRoom Ready(CreateRoom plan, Given reviewed, Person? by = null) =>
        SiteReview.Prepared(plan, reviewed.Room, by ?? Given.Office) is { Event: { } ready } ? ready : throw new InvalidOperationException("refused");

    private static Given Opened(Given reviewed, CreateRoom? plan = null)
    {
        var site = Given.ARoom("site-1", Ready(plan ?? Same, reviewed));
        site.Do(Given.Office, new Open("d1") { Start = SiteReview.StartOf(reviewed.Room, site.Room, "d1") });
        return site;
    }

    private static Given Visited(Given reviewed, CreateRoom? plan = null)
    {
        var site = Opened(reviewed, plan);
        foreach (var seat in site.Room.Seats.Select(s => s.Letter).Where(s => site.Dossier().AccessOf(site.On(s).Id) == Access.Full)) site.Do(seat, new Declare("d1", false));
        return site;
    }

    [Fact]
    public void It_takes_score_table_and_texts_from_the_document_review_and_no_dossier_that_is_open_there()
    {
        var reviewed = Reviewed();
        var ready = Ready(Same, reviewed);

        Assert.Equal(reviewed.Room.Rubric, ready.Rubric);
        Assert.Equal("Dossier 1", ready.Dossiers.Single().Title);
        Assert.Equal(RefusalCode.NoResult, SiteReview.Prepared(Same, Given.ARoom().Room, Given.Office).Refusal?.Code);
        Assert.Equal(RefusalCode.Malformed, SiteReview.Prepared(Same with { Session = "session-7" }, reviewed.Room, Given.Office).Refusal?.Code);
        Assert.Equal(RefusalCode.Malformed, Room.Named("x").Decide(Same, new(Given.Office, Given.Start, new byte[16])).Refusal?.Code);
    }

    [Fact]
    public void A_mark_brought_along_counts_for_nothing_until_its_expert_keeps_or_changes_it()
    {
        var site = Visited(Reviewed());

        Assert.Equal((60, 80), (site.Sight(site.On("A"), "d1").Mine?.Carried?["1"], site.Sight(site.On("A"), "d1").Mine?.Carried?["2"]));
        Assert.Empty(site.Sight(site.On("A"), "d1").Mine?.Marks ?? throw new InvalidOperationException());
        Assert.Equal(["1", "2"], site.Refused("A", new Submit("d1")).Criteria ?? []);

        site.Do("A", new KeepMarks("d1", ["1"]));
        site.Do("A", new GiveMark("d1", "2", 75));
        site.Do("A", new Submit("d1"));

        Assert.Equal(new Rational(60 * 100 + 75 * 200, 100), site.Sheet("A").Total(site.Room.Rubric));
    }

    [Fact]
    public void Only_ones_own_marks_are_kept_and_only_where_there_are_any()
    {
        var site = Visited(Reviewed(), Plan(("A", "expert-a"), ("B", "expert-b"), ("C", "expert-new")));

        Assert.Null(site.Sight(site.On("C"), "d1").Mine?.Carried);
        Assert.Equal(RefusalCode.NothingCarried, site.Refused("C", new KeepMarks("d1", ["1"])).Code);
        Assert.Equal(RefusalCode.UnknownCriterion, site.Refused("A", new KeepMarks("d1", ["9"])).Code);
        Assert.Equal(RefusalCode.Malformed, site.Refused("A", new KeepMarks("d1", [])).Code);
        site.Do("A", new KeepMarks("d1", ["1", "2"]));
        Assert.Equal(RefusalCode.AlreadySettled, site.Refused("A", new KeepMarks("d1", ["1"])).Code);
        Assert.Equal(RefusalCode.NotAllowed, site.Refused(Given.Office, new KeepMarks("d1", ["1"])).Code);
        Assert.Equal(RefusalCode.NothingCarried, Marking(Given.ARoom(3)).Refused("A", new KeepMarks("d1", ["1"])).Code);
    }

    private static Given Marking(Given given)
    {
        given.Do(Given.Office, new Open("d1"));
        given.Do("A", new Declare("d1", false));
        return given;
    }

    [Fact]
    public void Who_was_recused_brings_nothing_and_stays_recused()
    {
        var site = Opened(Reviewed(recused: "B"));

        Assert.True(site.Sight(site.On("B"), "d1").Recused);
        Assert.Empty(site.Sheet("B").Carried);
        Assert.Equal(RefusalCode.Recused, site.Refused("B", new Declare("d1", false)).Code);
        Assert.Equal(RefusalCode.Recused, site.Refused("B", new KeepMarks("d1", ["1"])).Code);
    }

    [Fact]
    public void A_member_of_the_office_who_is_recused_from_a_dossier_neither_plans_nor_reads_its_site_review()
    {
        var reviewed = Given.ARoom(3);
        reviewed.Do(Given.Office, new RaiseConflict("d1", null, "RELATIVE", "sister", Given.Office2.Id));
        reviewed.Do(Given.Office, new ConfirmConflict(reviewed.Dossier().Conflicts[0].Id));
        foreach (var act in Whole("d1")) reviewed.Do(act.By == "" ? Given.Office : reviewed.On(act.By), act.Act);

        Assert.Equal(RefusalCode.Recused, SiteReview.Prepared(Same, reviewed.Room, Given.Office2).Refusal?.Code);
        var site = Opened(reviewed);
        Assert.True(site.Sight(Given.Office2, "d1").Recused);
        Assert.False(site.Room.MayReadBody(new Viewer.Office(Given.Office2.Id), site.Entries[0].Event));
        Assert.False(site.Room.MayReadBody(new Viewer.Office(Given.Office2.Id), site.Entries[1].Event));
    }

    private static IEnumerable<(string By, RoomAct Act)> Whole(string dossier)
    {
        yield return ("", new Open(dossier));
        foreach (var seat in Panel)
        {
            yield return (seat, new Declare(dossier, false));
            yield return (seat, new GiveMark(dossier, "1", 60));
            yield return (seat, new GiveMark(dossier, "2", 60));
            yield return (seat, new Submit(dossier));
        }
        yield return ("", new Reveal(dossier));
        yield return ("", new Close(dossier));
    }

    [Fact]
    public void Until_the_reveal_the_office_is_given_no_figure_and_nobody_another_ones_marks()
    {
        var reviewed = Reviewed();
        var (one, other) = (Visited(reviewed), Visited(reviewed));
        foreach (var seat in Panel)
        {
            one.Do(seat, new KeepMarks("d1", ["1", "2"]));
            other.Do(seat, new GiveMark("d1", "1", 5));
            other.Do(seat, new GiveMark("d1", "2", 95));
            foreach (var given in (Given[])[one, other]) given.Do(seat, new Submit("d1"));
        }

        Assert.Null(one.Sight(Given.Office, "d1").Aggregate);
        Assert.Null(one.Sight(Given.Office, "d1").LiveWithdrawn);
        Assert.Equal(3, one.Sight(Given.Office, "d1").Progress?.Submitted);
        Assert.Equal(Text(one.Sight(Given.Office, "d1")), Text(other.Sight(Given.Office, "d1")));
        Assert.DoesNotContain("carried", Text(one.Sight(Given.Office, "d1")), StringComparison.OrdinalIgnoreCase);
        Assert.All(one.Entries.Where(e => e.Event is MarksKept), e => Assert.False(one.Room.MayReadBody(new Viewer.Office("office"), e.Event)));
    }

    [Fact]
    public void What_an_expert_is_sent_does_not_depend_on_what_the_others_bring_along()
    {
        var (one, other) = (Reviewed(), Reviewed());
        var (mine, theirs) = (SiteReview.StartOf(one.Room, one.Room, "d1"), SiteReview.StartOf(other.Room, other.Room, "d1"));
        var changed = theirs ?? throw new InvalidOperationException();
        changed = changed with { Sheets = [.. changed.Sheets.Select(s => s.Seat == "A" ? s : s with { Marks = [new(0), new(100)] })] };

        string Seen(Given reviewed, SiteStart? start)
        {
            var site = Given.ARoom("site-1", Ready(Same, reviewed));
            site.Do(Given.Office, new Open("d1") { Start = start });
            site.Do("A", new Declare("d1", false));
            return Text(site.Sight(site.On("A"), "d1"));
        }

        Assert.Equal(Seen(one, mine), Seen(other, changed));
    }

    [Fact]
    public void The_questions_are_those_of_the_document_review_each_once_and_nobody_is_told_who_asked()
    {
        var site = Visited(Reviewed());
        var seen = site.Sight(site.On("C"), "d1");

        Assert.Equal([("1-1", "Which line?"), ("2-1", "How measured?")], (seen.SiteIssues ?? []).Select(i => (i.Id, i.Text)));
        Assert.Null(Opened(Reviewed()).Sight(Given.PersonOf("C"), "d1").SiteIssues);
        Assert.DoesNotContain("seat", Text(seen.SiteIssues), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void It_is_not_closed_before_every_question_has_its_finding()
    {
        var site = Visited(Reviewed());
        foreach (var seat in Panel)
        {
            site.Do(seat, new KeepMarks("d1", ["1", "2"]));
            site.Do(seat, new Submit("d1"));
        }
        site.Do("B", new FindOnSite("d1", "1-1", SiteOutcome.Verified, " Line 3 seen running. "));
        Assert.Equal(RefusalCode.UnknownIssue, site.Refused("B", new FindOnSite("d1", "9-1", SiteOutcome.Verified, "x")).Code);
        Assert.Equal(RefusalCode.ReasonRequired, site.Refused("B", new FindOnSite("d1", "2-1", SiteOutcome.NotConfirmed, " ")).Code);
        Assert.Equal(RefusalCode.NotAllowed, site.Refused(Given.Office, new FindOnSite("d1", "2-1", SiteOutcome.NotConfirmed, "x")).Code);
        site.Do(Given.Office, new Reveal("d1"));
        Settle(site);

        Assert.Equal(["2-1"], site.Refused(Given.Office, new Close("d1")).Criteria ?? []);
        site.Do("C", new FindOnSite("d1", "2-1", SiteOutcome.NotConfirmed, "No record of it."));
        site.Do("A", new FindOnSite("d1", "2-1", SiteOutcome.Clarified, "Records are kept at the plant."));
        site.Do(Given.Office, new Close("d1"));

        Assert.Equal([(SiteOutcome.Verified, "Line 3 seen running.", "B"), (SiteOutcome.Clarified, "Records are kept at the plant.", "A")], (site.Sight(Given.Office, "d1").SiteIssues ?? []).Select(i => (i.Finding!.Outcome, i.Finding.Text, i.Finding.Seat)));
        Assert.Equal(RefusalCode.WrongPhase, site.Refused("A", new FindOnSite("d1", "2-1", SiteOutcome.Verified, "x")).Code);
    }

    [Fact]
    public void A_mark_kept_has_its_evidence_in_the_document_review_a_changed_one_needs_its_own()
    {
        var site = Visited(Reviewed(), Same with { Settings = Given.Free with { EvidenceRequired = EvidenceRequired.OutsideMiddle } });
        site.Do("A", new KeepMarks("d1", ["1", "2"]));
        site.Do("B", new KeepMarks("d1", ["1"]));
        site.Do("B", new GiveMark("d1", "2", 95));

        Assert.IsType<Submitted>(site.Do("A", new Submit("d1")));
        Assert.Equal((RefusalCode.EvidenceMissing, "2"), (site.Refused("B", new Submit("d1")) is var refusal ? refusal.Code : default, string.Join(' ', refusal.Criteria ?? [])));
    }

    [Fact]
    public void Once_it_is_opened_its_score_is_the_dossiers_score()
    {
        var reviewed = Reviewed();
        var waiting = Given.ARoom("site-1", Ready(Same, reviewed));
        Assert.Equal("610/3", SessionResults.Of([reviewed.Room, waiting.Room]).Single().Points);

        var site = Visited(reviewed);
        Assert.Empty(SessionResults.Of([reviewed.Room, site.Room]));
        Assert.Equal(["room-1"], Standings.Of([reviewed.Room, site.Room]).For(new Viewer.Office("office")).Ranked.Select(r => r.Room));
        foreach (var seat in Panel)
        {
            site.Do(seat, new GiveMark("d1", "1", 90));
            site.Do(seat, new GiveMark("d1", "2", 90));
            site.Do(seat, new Submit("d1"));
        }
        foreach (var issue in (string[])["1-1", "2-1"]) site.Do("A", new FindOnSite("d1", issue, SiteOutcome.Verified, "seen"));
        site.Do(Given.Office, new Reveal("d1"));
        Assert.Equal([("site-1", 1)], Standings.Of([reviewed.Room, site.Room]).For(new Viewer.Office("office")).Ranked.Select(r => (r.Room, r.Standing!.Rank)));
        site.Do(Given.Office, new Close("d1"));

        var result = SessionResults.Of([reviewed.Room, site.Room]).Single();
        Assert.Equal(("270", true), (result.Points, result.Visited));
        Assert.Equal(1, BoardSnapshot.Of([reviewed.Room, site.Room], "salt", null).Count.Of);
    }

    private static string Text<T>(T view) => Encoding.UTF8.GetString(Canonical.Bytes(view!));
}
