using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Feedback;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Minutes;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Leaks;

/// <summary>One request at one moment. Time and entropy belong to the moment, not to how many acts came before.</summary>
internal sealed record Step(int Moment, Person By, RoomAct Act)
{
    public string Id => Convert.ToHexStringLower(Entropy[..6]);

    public byte[] Entropy => SHA256.HashData(BitConverter.GetBytes(Moment));

    public DateTimeOffset At => Given.Start.AddSeconds(Moment);
}

/// <summary>A meeting as a list of requests, some of which will be refused.</summary>
internal sealed record Script(CreateRoom Plan, ImmutableArray<Step> Steps);

/// <summary>A room into which the steps of a script are played one by one.</summary>
internal sealed class World
{
    public World(Script script)
    {
        Room = Room.Named("room-1");
        Play(new Step(0, Given.Office, script.Plan));
    }

    private readonly List<Recorded> entries = [];
    private Minutes? minutes;

    public Room Room { get; private set; }

    /// <summary>The minutes of what was recorded so far. The chain's hashes are salted and the same in every world.</summary>
    public Minutes Minutes => minutes ??= Minutes.Of(Room.Id, entries);

    /// <summary>Ids of the comments that were written, by the moment.</summary>
    private readonly Dictionary<int, string> texts = [];

    public Outcome<RoomEvent> Play(Step step)
    {
        var outcome = Room.Decide(step.Act is SettleFeedbackText settle ? settle with { Text = texts.GetValueOrDefault(Scriptwriter.MomentOf(settle), "") } : step.Act, new Asking(step.By, step.At, step.Entropy));
        if (outcome.Event is not { } happened) return outcome;
        entries.Add(new Recorded(Canonical.Read<RoomEvent>(Canonical.Bytes(happened)), new Stamp(Room.Version + 1, step.At, step.By.Id), "salted"));
        Room = Room.Apply(entries[^1].Event, entries[^1].Stamp);
        minutes = null;
        if (happened is CommentWritten c) texts[step.Moment] = FeedbackText.Of(new Comment(c.Criterion, c.CommentKind, c.Text, c.Place)).Id;
        return outcome;
    }
}

/// <summary>Random numbers a generator hands over one by one, so that a failing meeting can be played again and made smaller.</summary>
internal sealed class Choices(int[] numbers)
{
    private int next;

    public int Below(int limit) => numbers[next++ % numbers.Length] % limit;

    public bool Chance(int percent) => Below(100) < percent;

    public T One<T>(params ReadOnlySpan<T> options) => options[Below(options.Length)];
}

/// <summary>Writes whole meetings: declarations, drafts, chairing, reveals, deliberation, closings, signatures, with conflicts breaking in anywhere.</summary>
internal sealed class Scriptwriter(Choices choices)
{
    private static readonly string[] Criteria = ["1", "2", "3"];
    private static readonly string[] Dossiers = ["d1", "d2"];

    public static readonly Person Supervisor2 = new("supervisor2", "Supervisor Two", Roles.Supervisor);

    private readonly List<Step> steps = [];
    private readonly List<string> conflicts = [];
    private readonly List<string> remarks = [];
    private string[] seats = [];

    public Script Write()
    {
        seats = [.. "ABCDE".Take(3 + choices.Below(3)).Select(c => c.ToString())];
        var settings = new RoomSettings(choices.One<int>(1, 1, 2, 4), EvidenceRequired.None, choices.One<OfficialAggregate>(OfficialAggregate.Mean, OfficialAggregate.Median, OfficialAggregate.Agreed),
            choices.One<Trimming>(Trimming.None, Trimming.Item, Trimming.Total), choices.One<MarkNames>(MarkNames.Named, MarkNames.Letters), choices.Chance(50));
        var calibrates = choices.Chance(25);
        var plan = new CreateRoom(
            "Panel", "session-6", "Sixth", Given.ARubric(100, 100, 100), settings,
            [.. seats.Select(s => new SeatPlan(s, Given.PersonOf(s).Id, Given.PersonOf(s).Name, s == "A"))],
            [.. Dossiers.Select(d => new DossierPlan(d, $"Title {d}", ApplicantKind.Organisation, ShortTitle: d, Files: [new Attachment($"file-{d}", $"{d}.pdf", AttachmentType.Pdf, 10, new string('a', 64))], Calibrates: calibrates && d == "d2" ? true : null))]);

        foreach (var dossier in Dossiers) Declarations(dossier);
        foreach (var dossier in Dossiers) Add(Given.Office, new Open(dossier));
        foreach (var dossier in Dossiers) Drafts(dossier);
        Chairing(4);
        foreach (var dossier in Dossiers) if (choices.Chance(dossier == "d1" ? 85 : 50)) Add(Given.Office, new Reveal(dossier, Said()));
        for (var i = 0; i < 12; i++) Deliberate();
        Chairing(3);
        foreach (var dossier in Dossiers) Ending(dossier);
        Chairing(2);
        return new Script(plan, [.. steps]);
    }

    private void Declarations(string dossier)
    {
        foreach (var seat in seats)
            if (choices.Chance(93)) Declare(dossier, seat, choices.Chance(10));
    }

    private void Declare(string dossier, string seat, bool conflict)
    {
        var moment = Add(Given.PersonOf(seat), new Declare(dossier, conflict, conflict ? "RELATIVE" : null, conflict ? Said() : null));
        if (conflict) conflicts.Add(IdAt(moment));
    }

    private void Drafts(string dossier)
    {
        foreach (var seat in seats)
        {
            Sheet(dossier, seat);
            if (choices.Chance(20)) Chairing(1);
            if (choices.Chance(15)) Add(Given.PersonOf(seat), new TakeBack(dossier));
            if (choices.Chance(10)) Sheet(dossier, seat);
        }
    }

    private void Sheet(string dossier, string seat)
    {
        foreach (var criterion in Criteria)
            if (choices.Chance(97)) Add(Given.PersonOf(seat), choices.Chance(95) ? new GiveMark(dossier, criterion, Rate()) : new CannotJudge(dossier, criterion, Said()));
        if (choices.Chance(50)) Add(Given.PersonOf(seat), new WriteComment(dossier, choices.One<string>(Criteria), choices.One<CommentKind>(CommentKind.Strength, CommentKind.Opportunity, CommentKind.SiteIssue), Said(), new Place("4.1", Said())));
        if (choices.Chance(90)) Add(Given.PersonOf(seat), new Submit(dossier));
    }

    private void Chairing(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (dossier, seat) = (choices.One<string>(Dossiers), choices.One<string>(seats));
            switch (choices.Below(19))
            {
                case 0: Add(Given.Office, new MarkAbsent(seat, Said(), choices.Chance(50) ? dossier : null)); break;
                case 1: Add(Given.Office, new MarkPresent(seat, dossier)); break;
                case 2: Raise(Given.Supervisor, dossier, seat, null); break;
                case 3: Raise(choices.One<Person>(Given.Office, Given.Office2), dossier, seat, null); break;
                case 4: Raise(Given.Office, dossier, null, choices.One<Person>(Given.Office2, Given.Supervisor, Supervisor2).Id); break;
                case 5 or 6: Settle(id => new ConfirmConflict(id)); break;
                case 7: Settle(id => new DismissConflict(id, Said())); break;
                case 8: Settle(id => new ContestConflict(id, Said()), Given.PersonOf(seat)); break;
                case 9: Add(Given.Office, new Freeze(Said(), dossier)); Add(Given.Office, new Thaw(dossier)); break;
                case 10: Add(Given.Office, new SetFocus(dossier)); break;
                case 11: Add(Given.Office, new Remind(dossier)); break;
                case 12: Add(Given.Supervisor, new Disclose(dossier, Said())); break;
                case 17: Paper(dossier, seat); break;
                case 16: Add(Given.Office, new Adjourn(Said(), Given.Start.AddDays(2))); if (choices.Chance(85)) Add(Given.Office, new Resume()); break;
                case 13: Add(Given.Office, new SetDeadline(dossier, Given.Start.AddDays(1))); break;
                case 14 or 15: Add(Person.System, new NoteSeat(seat, choices.One<AttendanceStep>(AttendanceStep.Joined, AttendanceStep.Joined, AttendanceStep.Away, AttendanceStep.Returned, AttendanceStep.Left), Given.Start)); break;
                default: Add(Given.Office, new AppointDeputy(choices.Chance(50) ? seat : null)); break;
            }
        }
    }

    /// <summary>A paper sheet, read back the same way, otherwise, or not at all.</summary>
    private void Paper(string dossier, string seat)
    {
        ImmutableArray<PaperMark> marks = [.. Criteria.Select(c => choices.Chance(95) ? new PaperMark(c, Rate()) : new PaperMark(c, null, Said()))];
        Add(Given.Office, new RecordPaper(dossier, seat, marks, choices.Chance(90), choices.Chance(50) ? new Attachment($"scan-{steps.Count}", "scan.pdf", AttachmentType.Pdf, 10, new string('b', 64)) : null));
        if (choices.Chance(80))
        {
            Add(Given.Office2, new ConfirmPaper(dossier, seat, marks));
            if (choices.Chance(20)) Add(Given.Office, new WithdrawPaper(dossier, seat, Said()));
        }
        else if (choices.Chance(40)) Add(Given.Office2, new ConfirmPaper(dossier, seat, [.. marks.Select(m => new PaperMark(m.Criterion, m.Rate == 50 ? 55 : 50))]));
        else if (choices.Chance(50)) Add(Given.Office2, new WithdrawPaper(dossier, seat, Said()));
    }

    private void Raise(Person by, string dossier, string? seat, string? person)
    {
        var moment = Add(by, new RaiseConflict(dossier, seat, "DISPUTE_3Y", Said(), person, choices.Chance(20)));
        conflicts.Add(IdAt(moment));
    }

    private void Settle(Func<string, RoomAct> act, Person? by = null)
    {
        if (conflicts.Count == 0) return;
        var id = conflicts[choices.Below(conflicts.Count)];
        Add(by ?? choices.One<Person>(Given.Office, Given.Office2), act(id));
        if (by is null && choices.Chance(50)) Add(Given.Office2, act(id));
    }

    private void Deliberate()
    {
        var (dossier, seat, criterion) = (choices.One<string>(Dossiers), choices.One<string>(seats), choices.One<string>(Criteria));
        var person = Given.PersonOf(seat);
        switch (choices.Below(8))
        {
            case 0 or 1: remarks.Add(IdAt(Add(person, new WriteRemark(dossier, criterion, Said(), new Place("4.2", Said()), About())))); break;
            case 2 or 3: Add(person, new Revise(dossier, criterion, Rate(), Said(), About())); break;
            case 4: Add(person, new RecordMinority(dossier, criterion, Said())); break;
            case 5: Add(Given.PersonOf("A"), new CloseItem(dossier, criterion, choices.One<Closing>(Closing.Agreed, Closing.Accepted, Closing.Differ), Said())); break;
            case 6: Sheet(dossier, seat); break;
            default: Chairing(1); break;
        }
    }

    /// <summary>Sometimes a remark made before; one of another item is refused.</summary>
    private string? About() => remarks.Count > 0 && choices.Chance(30) ? remarks[choices.Below(remarks.Count)] : null;

    private void Ending(string dossier)
    {
        foreach (var criterion in Criteria) Add(Given.PersonOf("A"), new CloseItem(dossier, criterion, Closing.Accepted, Said()));
        if (choices.Chance(60)) Add(Given.Office, new Close(dossier));
        if (choices.Chance(20)) Declare(dossier, choices.One<string>(seats), true);
        foreach (var seat in seats)
            if (choices.Chance(80)) Add(Given.PersonOf(seat), new Sign(dossier, choices.Chance(40) ? Said() : null, NoConflict: choices.Chance(95)));
        Feedback(dossier);
    }

    /// <summary>The office reads the texts for the applicant; a text is named by the moment at which it was written.</summary>
    private void Feedback(string dossier)
    {
        foreach (var written in steps.Where(s => s.Act is WriteComment c && c.Dossier == dossier).ToArray())
            if (choices.Chance(90))
                Add(choices.One<Person>(Given.Office, Given.Office2), new SettleFeedbackText(
                    dossier, written.Moment.ToString(CultureInfo.InvariantCulture), choices.Chance(80), choices.Chance(30) ? Said() : null, choices.Chance(30), Said()));
        if (choices.Chance(30)) Chairing(2);
        if (choices.Chance(80)) Add(Person.System, new TakeApproval(new Approval("No. 12", new DateOnly(2026, 11, 24))));
        Add(Given.Office, new ReleaseFeedback(dossier));
    }

    public static int MomentOf(SettleFeedbackText act) => int.Parse(act.Text, CultureInfo.InvariantCulture);

    /// <summary>Mostly near each other, so that panels also agree.</summary>
    private int Rate() => choices.Chance(80) ? 55 + 5 * choices.Below(3) : 5 * choices.Below(21);

    private string Said() => "said " + (steps.Count + 1).ToString(CultureInfo.InvariantCulture);

    private int Add(Person by, RoomAct act)
    {
        steps.Add(new Step(10 * (steps.Count + 1), by, act));
        return steps[^1].Moment;
    }

    private static string IdAt(int moment) => new Step(moment, Given.Office, new Thaw()).Id;
}
