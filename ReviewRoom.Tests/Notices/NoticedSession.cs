using ReviewRoom.Domain;
using ReviewRoom.Domain.Law;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Live;
using ReviewRoom.Storage;
using ReviewRoom.Tests.Sessions;

namespace ReviewRoom.Tests.Notices;

/// <summary>A session played straight into its stream, so that its scores are the test's own: candidates c1 …, one consulted unit, the account <c>leading</c> for the leading group.</summary>
internal static class NoticedSession
{
    /// <param name="upTo">Proposed, Reviewed or PublicNotice; the notice is of today.</param>
    public static async Task Play(AppUnderTest app, TimeProvider clock, string id, string[] points, SessionStage upTo)
    {
        using var live = new Live<AwardSession, SessionAct, SessionEvent>($"session/{id}", AwardSession.Named(id), app.Get<LedgerReader>(), app.Get<LedgerWriter>(), clock);
        async Task Do(Person by, SessionAct act) => Assert.Null((await live.Ask(by, Guid.NewGuid().ToString("N"), act)).Refusal);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
        await Do(Given.Office, ASession.Plan with { Title = "第六届阳泉市质量奖" });
        await Do(Given.Office, new TakeBodies([new Body("leading", "领导小组", "领导小组", BodyKind.LeadingGroup, false), new Body("unit-01", "Unit 1", "郊区人民政府", BodyKind.County, true), new Body("unit-02", "Unit 2", "平定县人民政府", BodyKind.County, false)]));
        await Do(Given.Office, new LinkPeople([new BodyPerson("leading", "leading"), new BodyPerson("unit-01", "unit-01")]));
        await Do(Given.Office, ASession.Start([.. points.Select(ASession.Result)]) with { Due = clock.GetUtcNow().AddDays(1) });
        await Do(ASession.Unit(1), ASession.NoObjection);
        await Do(Given.Office, new CloseConsultation());
        await Do(Given.Office, new Propose());
        if (upTo >= SessionStage.Reviewed)
        {
            foreach (var year in (int[])[today.Year, today.Year + 1]) await Do(Given.Office, new PutHolidays(new HolidayTable(year, [new DateOnly(year, 1, 1)], [], "notice of the year")));
            await Do(ASession.Leading, new ReviewProposal(true, 9, 1, 0, "Minutes 4"));
        }
        if (upTo >= SessionStage.PublicNotice) await Do(Given.Office, new PublishNotice(today, "0353-2290000"));
        // Folds the stream into the server's own session.
        Assert.NotNull((await app.Get<LiveSessions>().Ask("office", id, Guid.NewGuid().ToString("N"), new CloseConsultation())).Refusal);
    }
}
