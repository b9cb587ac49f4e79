using System.Collections.Immutable;
using System.Globalization;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Tests.Applications;
using ReviewRoom.Tests.Hall;

namespace ReviewRoom.Tests.Bench;

/// <summary>One session at full size, through the same acts as people do: applications, panels, sheets, the consultation.</summary>
internal sealed class WholeSession(AppUnderTest app, ClockAhead clock)
{
    public const int Applicants = 300, Experts = 60, Units = 42, Panels = 8, SeatsEach = 7, Asked = 60;
    public const string Id = "session-1";

    private readonly Rubric rubric = Given.Shipped("gbt19580-2012");

    public int Acts { get; private set; }

    private DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow());

    public static string ApplicantOf(int number) => string.Create(CultureInfo.InvariantCulture, $"org-{number:000}");

    public static string UnitOf(int number) => string.Create(CultureInfo.InvariantCulture, $"unit-{number:00}");

    public static string ExpertOf(int number) => string.Create(CultureInfo.InvariantCulture, $"expert-{number:00}");

    public static string RoomOf(int panel) => string.Create(CultureInfo.InvariantCulture, $"panel-{panel}");

    public async Task Run()
    {
        await People();
        await Planned();
        await Applied();
        await Task.WhenAll(Enumerable.Range(0, Panels).Select(Reviewed));
        await Consulted();
    }

    private Task People() => app.Get<People>().AddAll(
        [
            new("leading", "Leading group", Roles.Body), new("finance", "Finance", Roles.Finance),
            .. Enumerable.Range(8, Experts - 7).Select(n => new PersonEntry(ExpertOf(n), $"Expert {n}", Roles.Expert)),
            .. Enumerable.Range(1, Units).Select(n => new PersonEntry(UnitOf(n), $"Unit {n}", Roles.Body)),
            .. Enumerable.Range(1, Applicants).Select(n => new PersonEntry(ApplicantOf(n), $"Applicant {n}", Roles.Applicant)),
        ],
        AppUnderTest.Password);

    private async Task Planned()
    {
        Told(await app.Get<LiveRegisters>().Begin("office", "begin", "A whole session"));
        Told(await app.Get<LiveRegisters>().Ask("office", Id, "experts", new TakeExperts([.. Enumerable.Range(1, Experts).Select(ARecord)])));
        Told(await app.Get<LiveRegisters>().Ask("office", Id, "accounts", new LinkAccounts([.. Enumerable.Range(1, Experts).Select(n => new ExpertAccount(ExpertOf(n), ExpertOf(n)))])));
        await Session("office", new PlanSession("A whole session", "1", Today.Year, Today.AddDays(30), [new PlannedStep("application", Today, Today.AddDays(30))], new DecisionSettings()));
        await Session("office", new TakeBodies(
        [
            new Body("leading", "Leading", "Leading group", BodyKind.LeadingGroup, false),
            .. Enumerable.Range(1, Units).Select(n => new Body(UnitOf(n), $"Unit {n}", $"Member unit number {n}", n > 37 ? BodyKind.County : BodyKind.Department, true)),
        ]));
        await Session("office", new LinkPeople([new BodyPerson("leading", "leading"), .. Enumerable.Range(1, Units).Select(n => new BodyPerson(UnitOf(n), UnitOf(n)))]));
        foreach (var year in (int[])[Today.Year, Today.Year + 1]) await Session("office", new PutHolidays(new HolidayTable(year, [new DateOnly(year, 1, 1)], [], "notice of the year")));
    }

    private async Task Applied()
    {
        await ForAll(async (id, county) =>
        {
            await Do("office", id, new InviteApplicant($"Applicant {id}", ApplicantKind.Organisation, Grade.Main, county, id));
            await Do(id, id, new SaveForm(AnApplication.Form()));
            Told((await app.Get<Applying.ApplicationDesk>().Save(id, Id, id, House(), $"# Report of {id}\n\n{string.Join("\n\n", rubric.Criteria.Select(c => $"### {c.Code} {c.Name.Zh}\n\nWhat {id} does there, with figures of three years."))}\n")).Refusal);
            await Do(id, id, new BeginInternalNotice("board"));
        });
        var from = Today;
        clock.Advance(TimeSpan.FromDays(11));
        await ForAll(async (id, county) =>
        {
            await Do(id, id, new SubmitApplication());
            await Do(county, id, AnApplication.Letter() with { On = Today, NoticeFrom = from, NoticeTo = Today });
            foreach (var condition in Conditions.AskedOf(ApplicantKind.Organisation, new ApplicationReadings())) await Do("office", id, new CheckCondition(1, condition, CheckResult.Met, [], ""));
            await Do("office", id, new AcceptApplication(1, "all met"));
        });
        clock.Advance(TimeSpan.FromDays(30));
    }

    private static Task ForAll(Func<string, string, Task> each) =>
        Parallel.ForAsync(1, Applicants + 1, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (n, _) => await each(ApplicantOf(n), UnitOf(38 + n % 5)));

    /// <summary>A panel's dossiers: all closed but for the last three, of which one is blind, one at the table and one waits.</summary>
    private async Task Reviewed(int panel)
    {
        string[] agenda = [.. Enumerable.Range(1, Applicants).Where(n => n % Panels == panel).Select(ApplicantOf)];
        string[] seats = [.. Enumerable.Range(1, SeatsEach).Select(s => ExpertOf(panel * SeatsEach + s))];
        var plan = new CreateRoom(
            $"Panel {panel}", Id, "A whole session", rubric, new RoomSettings(EvidenceRequired: EvidenceRequired.None),
            [.. seats.Select((s, i) => new SeatPlan(((char)('A' + i)).ToString(), s, s, i == 0))], [.. agenda.Select(id => new DossierPlan(id, $"Applicant {id}", ApplicantKind.Organisation))]);
        Told((await app.Get<LiveRooms>().Create(new Person("office", "Office", Roles.Office), House(), RoomOf(panel), plan)).Refusal);
        for (var place = 0; place < agenda.Length; place++) await Scored(RoomOf(panel), agenda[place], seats, place, agenda.Length - 1 - place);
    }

    private async Task Scored(string room, string dossier, string[] seats, int place, int left)
    {
        if (left == 0) return;
        await Do(room, "office", new Open(dossier));
        await Task.WhenAll(seats.Select(async (seat, i) =>
        {
            await Do(room, seat, new Declare(dossier, false));
            foreach (var criterion in rubric.Criteria) await Do(room, seat, new GiveMark(dossier, criterion.Code, 50 + 10 * (place % 4) + 5 * (i % 2)));
            if (left != 2 || i > 2) await Do(room, seat, new Submit(dossier));
        }));
        if (left == 2) return;
        await Do(room, "office", new Reveal(dossier));
        if (left != 1) await Do(room, "office", new Close(dossier));
    }

    private async Task Consulted()
    {
        var eligible = app.Get<LiveSessions>().Eligible("office", Id).Select(c => c.Id).Take(Asked).ToImmutableArray();
        await Session("office", new StartConsultation(clock.GetUtcNow().AddDays(10), eligible));
        foreach (var unit in Enumerable.Range(1, Units - 4)) await Session(UnitOf(unit), new ReplyToConsultation(unit % 9 == 0 ? [new Opinion(eligible[unit % eligible.Length], "E5", "An accident is said to have happened.")] : []));
    }

    private static ExpertRecord ARecord(int n) => new(ExpertOf(n), $"Expert {n}", new OrganisationRef(Name: $"Employer {n}"), "Engineer", ["quality"], [], [], [], [], [], [], [], []);

    private async Task Do(string person, string applicant, ApplicationAct act) => Told((await app.Get<LiveApplications>().Ask(person, Id, applicant, House(), act)).Refusal);

    private async Task Do(string room, string person, RoomAct act) => Told((await app.Get<LiveRooms>().Ask(person, room, House(), act)).Refusal);

    private async Task Session(string person, SessionAct act) => Told((await app.Get<LiveSessions>().Ask(person, Id, House(), act)).Refusal);

    private void Told(RegisterAnswer answer) => Told(answer.Refusal);

    private void Told(Refusal? refusal)
    {
        if (refusal is not null) throw new InvalidOperationException($"{refusal.Code} {refusal.Field} {string.Join(' ', refusal.Criteria ?? [])}");
        lock (clock) Acts++;
    }

    private static string House() => Live.House.Id();
}
