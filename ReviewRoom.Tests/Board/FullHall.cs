using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Identity;
using ReviewRoom.Live;

namespace ReviewRoom.Tests.Hall;

/// <summary>A board at the end of a session: ten dossiers closed, signed but for two, one repeat winner, two below the line.</summary>
internal static class FullHall
{
    private static readonly (string Title, ApplicantKind Kind, int Rate, bool Won)[] Ten =
    [
        ("阳泉桃河耐火材料有限公司", ApplicantKind.Organisation, 75, false), ("山西冠山阀门制造有限公司", ApplicantKind.Organisation, 74, true),
        ("阳泉数谷云算科技有限公司", ApplicantKind.Organisation, 72, false), ("李建勋", ApplicantKind.Individual, 70, false),
        ("盂县滹源食品有限公司", ApplicantKind.Organisation, 68, false), ("阳泉狮脑山冷链物流有限公司", ApplicantKind.Organisation, 66, false),
        ("平定云砂陶艺有限公司", ApplicantKind.Organisation, 63, false), ("阳泉市桃北社区卫生服务中心暨桃北街道健康促进与慢性病管理中心", ApplicantKind.Organisation, 61, false),
        ("阳泉固关铸造机械有限公司", ApplicantKind.Organisation, 58, false), ("王秀梅", ApplicantKind.Individual, 54, false),
    ];

    public static async Task<AppUnderTest> Start(TimeProvider? time = null)
    {
        var app = await AppUnderTest.Start(time);
        var office = new Person("office", "Office", Roles.Office);
        var plan = new CreateRoom(
            "Panel", "s1", "第三届阳泉市质量奖", Given.ARubric(100, 200), Given.Free, [.. "ABC".Select((s, i) => new SeatPlan(s.ToString(), $"expert-0{i + 1}", $"Expert {s}", i == 0))],
            [.. Ten.Select((t, i) => new DossierPlan($"d{i}", t.Title, t.Kind, Won: t.Won ? [new WonBefore("main", 2010)] : null))]);
        Assert.Null((await app.Get<LiveRooms>().Create(office, Id(), "a", plan)).Refusal);
        Assert.Null((await app.Get<LiveBoards>().Create(office, Id(), "hall", new CreateBoard("Hall", "s1", "第三届阳泉市质量奖"))).Refusal);
        for (var i = 0; i < Ten.Length; i++) await Sign(app, $"d{i}", Ten[i].Rate, signs: i is not (2 or 5), minority: i == 3);
        return app;
    }

    public static async Task Ask(this AppUnderTest app, BoardAct act, string person = "office") =>
        Assert.Null((await app.Get<LiveBoards>().Ask(person, "hall", Id(), act)).Refusal);

    public static async Task Do(this AppUnderTest app, string person, RoomAct act) => Assert.Null((await app.Get<LiveRooms>().Ask(person, "a", Id(), act)).Refusal);

    /// <summary>Three sheets around the rate, revealed, closed.</summary>
    private static async Task Sign(AppUnderTest app, string dossier, int rate, bool signs, bool minority)
    {
        await app.Do("office", new Open(dossier));
        for (var seat = 1; seat <= 3; seat++)
        {
            var (person, low) = ($"expert-0{seat}", rate / 5 * 5);
            await app.Do(person, new Declare(dossier, false));
            await app.Do(person, new GiveMark(dossier, "1", seat == 1 ? low + 5 : low));
            await app.Do(person, new GiveMark(dossier, "2", seat <= rate % 5 ? low + 5 : low));
            await app.Do(person, new Submit(dossier));
        }
        await app.Do("office", new Reveal(dossier));
        if (minority) await app.Do("expert-02", new RecordMinority(dossier, "1", "text"));
        await app.Do("office", new Close(dossier));
        for (var seat = 1; signs && seat <= 3; seat++)
        {
            var (proof, _) = await app.Get<Signatures>().Prove($"expert-0{seat}", AppUnderTest.Password);
            Assert.NotNull(proof);
            Assert.Null((await app.Get<LiveRooms>().Sign(proof, "a", Id(), new Sign(dossier, NoConflict: true))).Refusal);
        }
    }

    private static string Id() => Guid.NewGuid().ToString("N");
}
