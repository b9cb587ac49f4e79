using System.Collections.Immutable;
using CsCheck;
using ReviewRoom.Domain.Conflicts;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Intake;
using ReviewRoom.Resources;
using ReviewRoom.Tests.Resources;

namespace ReviewRoom.Tests.Conflicts;

public sealed class ConflictSearchTests
{
    private static readonly DateOnly Formed = new(2026, 11, 10);

    private static readonly Identification Names = new(RegisterJson.NameParts(Shipped.Bytes("scheme/name-parts.json")));

    private static readonly ImmutableArray<ExpertRecord> Experts = RegisterJson.Experts(Shipped.Bytes("demo/experts.json"));

    private static readonly ImmutableArray<ApplicantRecord> Applicants = RegisterJson.Applicants(Shipped.Bytes("demo/applicants.json"));

    private static readonly ImmutableArray<Organisation> Others = RegisterJson.Organisations(Shipped.Bytes("demo/entities.json"));

    [Fact]
    public void The_conflicts_of_the_demonstration_are_found_exactly_and_none_of_the_near_misses()
    {
        var file = Shipped.Expected("expected-conflicts.json");
        var expected = file["conflicts"]!.AsArray().Select(c => string.Join(' ', c!["expertId"], c["applicantId"], c["type"], c["dataRef"], c["strength"], c["source"], c["derivedVia"]));

        var found = new ConflictSearch(Names, Applicants, Others, Formed).Find(Experts).Select(f => string.Join(
            ' ', f.Expert, f.Applicant, f.Type, f.DataRef, f.Strength == ConflictStrength.Direct ? "must-withdraw" : "declare-and-decide",
            f.Source == ConflictSource.Self ? "self-declared" : "registry-match", f.DerivedVia));

        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_ground_is_said_in_words()
    {
        var words = Shipped.Expected("expected-conflicts.json")["conflicts"]!.AsArray().ToDictionary(c => ((string)c!["expertId"]!, (string)c["applicantId"]!), c => (string)c!["ground"]!);

        Assert.All(new ConflictSearch(Names, Applicants, Others, Formed).Find(Experts), f => Assert.Equal(
            words[(f.Expert, f.Applicant)], InLanguage.Of("zh-Hans", t => GroundWords.Of(t, f.Ground)).Replace(" ", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2023-11-10", true)]
    [InlineData("2023-11-09", false)]
    public void A_tie_that_ended_on_the_first_day_of_the_window_still_counts(string ended, bool counts)
    {
        var expert = Anybody() with { Posts = [new Post(new OrganisationRef("org-01"), "工程师", new Span(new DateOnly(2010, 1, 1), DateOnly.Parse(ended, null)))] };

        Assert.Equal(counts, Find(expert).Any(f => f is { Applicant: "org-01", Type: "EMPLOYMENT_3Y" }));
    }

    [Theory]
    [InlineData(null, "91140321XN0000012M", null, MatchedBy.CreditCode)]
    [InlineData(null, " 91140321xn0000012m ", "别的名字", MatchedBy.CreditCode)]
    [InlineData(null, null, "山西衡岳煤机装备有限公司", MatchedBy.Name)]
    [InlineData(null, null, "山西 衡岳煤机装备有限公司", MatchedBy.Name)]
    [InlineData(null, null, "衡岳煤机装备有限责任公司", MatchedBy.NameVariant)]
    [InlineData(null, null, "衡岳煤机", MatchedBy.NameVariant)]
    [InlineData(null, "91140311XN00000201", "山西衡岳煤机装备有限公司", null)]
    [InlineData("ext-07", null, "山西衡岳煤机装备有限公司", null)]
    [InlineData(null, null, "晋北恒砺煤机有限公司", null)]
    public void An_organisation_is_known_by_its_code_and_by_variants_of_its_name(string? id, string? code, string? name, MatchedBy? by) =>
        Assert.Equal(by, Names.Match(new OrganisationRef(id, code, name), Applicants.Single(a => a.Id == "org-01").Own!));

    [Fact]
    public void A_relative_who_heads_or_owns_the_applicant_is_found_by_the_person_alone()
    {
        var head = Anybody() with { Relatives = [new Relative("弟弟", "孟知安", "per-12", [])] };
        var holder = Anybody() with { Relatives = [new Relative("表姐", "葛拾砚", "per-11b", [])] };

        Assert.Contains(Find(head), f => f is { Applicant: "org-12", Type: "RELATIVE", Ground.Kind: GroundKind.RelativeHeads, DataRef: "experts.exp-x.relatives[0]" });
        Assert.Contains(Find(holder), f => f is { Applicant: "org-11", Type: "RELATIVE", Ground.Kind: GroundKind.RelativeHolds });
    }

    [Fact]
    public void Unpaid_advice_and_the_same_county_are_no_ground()
    {
        var expert = Anybody() with { Employer = new OrganisationRef(Name: "盂县某律师事务所"), Advice = [new Advice(new OrganisationRef("org-09"), "公益讲座", Paid: false, new Span())] };

        Assert.Empty(Find(expert));
    }

    /// <summary>The identity of a conflict to the office: who, whose dossier, what kind, through whom.</summary>
    private static HashSet<(string, string, string, string?)> Kinds(ExpertRecord expert) => [.. Find(expert).Select(f => (f.Expert, f.Applicant, f.Type, f.DerivedVia))];

    [Fact]
    public void A_further_fact_never_takes_a_conflict_away()
    {
        var fact = Gen.Select(Gen.Int[0, 8], Gen.OneOf([.. Applicants.Select(a => Gen.Const(a.Id)), .. Others.Select(o => Gen.Const(o.Id))]), Gen.Int[-2000, 400], Gen.Int[0, 1500], (kind, org, from, days) =>
        {
            var (where, when) = (new OrganisationRef(org), new Span(Formed.AddDays(from - days), from > 200 ? null : Formed.AddDays(from)));
            return (Func<ExpertRecord, ExpertRecord>)(e => kind switch
            {
                0 => e with { Posts = e.Posts.Insert(0, new Post(where, "post", when)) },
                1 => e with { Holdings = e.Holdings.Add(new Holding(where, 5, when)) },
                2 => e with { Advice = e.Advice.Add(new Advice(where, "advice", from % 2 == 0, when)) },
                3 => e with { Offices = e.Offices.Add(new Post(where, "director", when)) },
                4 => e with { Disputes = e.Disputes.Insert(0, new Dispute(where, "matter", when)) },
                5 => e with { Assistance = e.Assistance.Add(new Assistance(org, "wrote", null)) },
                6 => e with { OtherRelations = e.OtherRelations.Add(new OtherRelation(org, "teacher")) },
                7 => e with { Relatives = e.Relatives.Add(new Relative("spouse", "R", "per-12", [new Post(where, "post", when)])) },
                _ => e.Relatives.IsEmpty ? e : e with { Relatives = e.Relatives.SetItem(0, e.Relatives[0] with { Posts = e.Relatives[0].Posts.Insert(0, new Post(where, "post", when)) }) },
            });
        });

        Gen.Select(Gen.OneOf([.. Experts.Select(Gen.Const)]), fact.List[1, 6]).Sample((expert, facts) =>
        {
            foreach (var add in facts)
            {
                var before = Kinds(expert);
                expert = add(expert);
                Assert.Superset(before, Kinds(expert));
            }
        }, iter: 400);
    }

    [Theory]
    [InlineData("91140321XN0000012M", CreditCodeFault.None)]
    [InlineData("91140321XN0000012", CreditCodeFault.Length)]
    [InlineData("91140321XN000001IM", CreditCodeFault.Character)]
    [InlineData("91140321XN0000013M", CreditCodeFault.OrganisationCheck)]
    [InlineData("91140321XN0000012N", CreditCodeFault.Check)]
    public void A_credit_code_is_checked_in_both_places(string code, CreditCodeFault fault) => Assert.Equal(fault, CreditCode.Check(code));

    [Fact]
    public void Every_credit_code_of_the_demonstration_is_sound() =>
        Assert.All(Applicants.Select(a => a.Own?.CreditCode).Concat(Others.Select(o => o.CreditCode)).OfType<string>(), code => Assert.Equal(CreditCodeFault.None, CreditCode.Check(code)));

    private static ExpertRecord Anybody() => new("exp-x", "某人", new OrganisationRef("ext-20"), null, [], [], [], [], [], [], [], [], []);

    private static ImmutableArray<Finding> Find(ExpertRecord expert) => new ConflictSearch(Names, Applicants, Others, Formed).Find([expert]);
}
