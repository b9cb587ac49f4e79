using System.Collections.Immutable;
using System.Text;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Intake;
using ReviewRoom.Live;

namespace ReviewRoom.Tests.Registers;

/// <summary>Who is out of an applicant's dossier finds the id in the register, and nothing else of him.</summary>
public sealed class WithholdingTests
{
    private static readonly Identification Names = new(RegisterJson.NameParts(Shipped.Bytes("scheme/name-parts.json")));
    private static readonly ImmutableArray<ApplicantRecord> Applicants = RegisterJson.Applicants(Shipped.Bytes("demo/applicants.json"));

    public static TheoryData<string> Organisations => new(Applicants.Where(a => a.Own is not null).Select(a => a.Id));

    [Theory]
    [MemberData(nameof(Organisations))]
    public void No_name_by_which_an_applicant_is_known_is_left_anywhere_in_the_register(string id)
    {
        var own = Applicants.First(a => a.Id == id).Own ?? throw new InvalidOperationException();
        var register = Filled();

        var whole = Text(register, Withholding.None);
        var held = Text(register, new Withholding(ImmutableHashSet.Create(id), Names));

        foreach (var word in (string?[])[own.Name, own.ShortName, own.CreditCode])
        {
            if (word is null) continue;
            Assert.Contains(word, whole, StringComparison.Ordinal);
            Assert.DoesNotContain(word, held, StringComparison.Ordinal);
        }
        Assert.Contains($"\"barred\":[\"{id}\"]", held, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_way_to_write_the_name_is_held_back_too()
    {
        var applicant = Applicants.First(a => a.Id == "org-02");
        var register = Filled();
        register = Done(register, new TakeExperts([new ExpertRecord("exp-99", "Ninety", new OrganisationRef(Name: "青磊耐火材料（股份）有限公司"), null, [],
            [new Post(new OrganisationRef(Name: $"{applicant.Name}　"), "顾问", new Span())], [], [], [], [], [], [], [])]));

        var view = register.For(new Viewer.Office("office"), new Withholding(ImmutableHashSet.Create("org-02"), Names));

        Assert.Equal(new OrganisationRef("org-02"), view?.Experts[^1].Posts[0].Organisation);
        Assert.Contains("exp-99", view?.Masked ?? []);
    }

    [Fact]
    public async Task A_recused_member_of_the_office_loses_the_record_at_once_and_cannot_change_it()
    {
        await using var app = await AppUnderTest.Demo();
        var (rooms, registers) = (app.Get<LiveRooms>(), app.Get<LiveRegisters>());
        Assert.Contains("仁泽", Text(registers, "office2"), StringComparison.Ordinal);

        await Do(rooms, "supervisor", new RaiseConflict("org-10", null, "RELATIVE", "brother", Person: "office2"));

        Assert.DoesNotContain("通衢", Text(registers, "office2"), StringComparison.Ordinal);
        Assert.Contains("通衢", Text(registers, "office"), StringComparison.Ordinal);
        var put = new PutDossiers([new DossierHash("org-10", new string('a', 64))]);
        Assert.Equal(RefusalCode.Recused, (await registers.Ask("office2", "session-6", "one", put, TestContext.Current.CancellationToken)).Refusal?.Code);
        Assert.NotNull((await registers.Ask("office", "session-6", "two", put, TestContext.Current.CancellationToken)).Receipt);
    }

    private static async Task Do(LiveRooms rooms, string person, RoomAct act)
    {
        var room = rooms.Rooms.First(r => r.Dossiers.Any(d => d.Id == "org-10"));
        Assert.Null((await rooms.Ask(person, room.Id, Guid.NewGuid().ToString("N"), act)).Refusal);
    }

    private static string Text(LiveRegisters registers, string person) => Encoding.UTF8.GetString(Canonical.Bytes(registers.View(person)));

    private static string Text(Register register, Withholding withheld) => Encoding.UTF8.GetString(Canonical.Bytes(register.For(new Viewer.Office("office"), withheld)));

    private static Register Filled() => ((RegisterAct[])
        [
            new NameSession("Sixth"), new TakeExperts(RegisterJson.Experts(Shipped.Bytes("demo/experts.json"))), new TakeApplicants(Applicants),
            new TakeOrganisations(RegisterJson.Organisations(Shipped.Bytes("demo/entities.json"))),
            new AttachFiles("org-02", [new Attachment("f1", "青磊耐材.pdf", AttachmentType.Pdf, 10, new string('a', 64))]),
        ]).Aggregate(Register.Named("session-6"), Done);

    private static Register Done(Register register, RegisterAct act) => register.Apply(
        register.Decide(act, new Asking(new Person("office", "Office", Roles.Office), DateTimeOffset.UnixEpoch, new byte[32])).Event ?? throw new InvalidOperationException($"{act}"),
        new Stamp(register.Version + 1, DateTimeOffset.UnixEpoch, "office"));
}
