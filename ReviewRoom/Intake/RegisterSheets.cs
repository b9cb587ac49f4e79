using System.Collections.Immutable;
using ReviewRoom.Domain.Registers;

namespace ReviewRoom.Intake;

/// <summary>
/// Reads experts, applicants and organisations from a workbook. The first sheet has one row each; a second sheet, where it is there, has the facts about them:
/// an expert's posts, relatives, holdings; an applicant's owners, suppliers, customers, competitors.
/// </summary>
internal static class RegisterSheets
{
    /// <summary>The columns of a kind's two sheets, as the template has them; those of <see cref="Needed"/> must be there.</summary>
    public static readonly IReadOnlyDictionary<RegisterKind, (ImmutableArray<string> Main, ImmutableArray<string> Facts)> Columns = new Dictionary<RegisterKind, (ImmutableArray<string>, ImmutableArray<string>)>
    {
        [RegisterKind.Experts] = (["id", "name", "employer", "employerCode", "title", "specialties"],
            ["id", "fact", "organisation", "creditCode", "what", "from", "to", "percent", "paid", "relation", "relative", "applicant"]),
        [RegisterKind.Applicants] = (["id", "kind", "name", "shortName", "creditCode", "head", "controller", "employer", "employerCode", "awards"],
            ["id", "role", "organisation", "creditCode", "percent"]),
        [RegisterKind.Organisations] = (["id", "name", "shortName", "creditCode", "controller"], []),
        [RegisterKind.Bodies] = (["id", "name", "shortName", "bodyKind", "consulted"], []),
    };

    public static readonly ImmutableArray<string> Needed = ["id", "name"];

    public static Reading<ExpertRecord> Experts(byte[] file) => Read<ExpertRecord>(file, ExpertOf);

    /// <summary>One row and the facts about it.</summary>
    internal static (ExpertRecord Record, IEnumerable<RowFault> Faults) ExpertOf(SheetRow main, IReadOnlyList<SheetRow> facts)
    {
        var read = new RowCells(main);
        var record = new ExpertRecord(
            read.Needed("id"), read.Needed("name"), read.Organisation("employer", "employerCode"), read.Text("title"),
            [.. (read.Text("specialties") ?? "").Split([';', ',', '/', '\uFF1B', '\u3001', '\uFF0C'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            [], [], [], [], [], [], [], []);
        List<RowFault> faults = [.. read.Faults];
        foreach (var fact in facts)
        {
            var cells = new RowCells(fact);
            record = With(record, cells);
            faults.AddRange(cells.Faults);
        }
        return (record, faults);
    }

    public static Reading<ApplicantRecord> Applicants(byte[] file) => Read<ApplicantRecord>(file, ApplicantOf);

    /// <summary>One row and the facts about it.</summary>
    internal static (ApplicantRecord Record, IEnumerable<RowFault> Faults) ApplicantOf(SheetRow main, IReadOnlyList<SheetRow> facts)
    {
        var read = new RowCells(main);
        var (id, name, employer) = (read.Needed("id"), read.Needed("name"), read.Organisation("employer", "employerCode"));
        if (read.Word("kind", "organisation", "individual") == "individual")
        {
            if (employer is { Name: null, CreditCode: null }) read.Needed("employer");
            return (new ApplicantRecord(id, name, null, null, employer, AwardText.Read(read)), read.Faults);
        }
        var own = new Organisation(
            id, name, read.Text("shortName"), read.Code("creditCode"), read.Text("controller") is { } controller ? new OrganisationRef(Name: controller) : null, null, read.Text("head"), [], [], [], []);
        var won = AwardText.Read(read);
        List<RowFault> faults = [.. read.Faults];
        foreach (var fact in facts)
        {
            var cells = new RowCells(fact);
            own = With(own, cells);
            faults.AddRange(cells.Faults);
        }
        return (new ApplicantRecord(id, name, own, null, null, won), faults);
    }

    public static Reading<Organisation> Organisations(byte[] file) => Read<Organisation>(file, OrganisationOf);

    /// <summary>One row and the facts about it.</summary>
    internal static (Organisation Record, IEnumerable<RowFault> Faults) OrganisationOf(SheetRow main, IReadOnlyList<SheetRow> facts)
    {
        var read = new RowCells(main);
        var record = new Organisation(
            read.Needed("id"), read.Needed("name"), read.Text("shortName"), read.Code("creditCode"), read.Text("controller") is { } controller ? new OrganisationRef(Name: controller) : null, null, null, [], [], [], []);
        return (record, read.Faults);
    }

    private static ExpertRecord With(ExpertRecord expert, RowCells fact)
    {
        var word = fact.Word("fact", "employment", "relative", "holding", "advice", "office", "dispute", "assistance", "other");
        var (organisation, what, when) = (fact.Organisation("organisation", "creditCode"), fact.Text("what") ?? "", fact.When());
        if (word is "assistance" or "other") fact.Needed("applicant");
        else if (word.Length > 0 && organisation is { Name: null, CreditCode: null }) fact.Needed("organisation");
        return word switch
        {
            "employment" => expert with { Posts = expert.Posts.Add(new Post(organisation, what, when)) },
            "relative" => expert with { Relatives = With(expert.Relatives, new Relative(fact.Text("relation") ?? "", fact.Needed("relative"), null, [new Post(organisation, what, when)])) },
            "holding" => expert with { Holdings = expert.Holdings.Add(new Holding(organisation, fact.Percent("percent"), when)) },
            "advice" => expert with { Advice = expert.Advice.Add(new Advice(organisation, what, fact.Word("paid", "yes", "no") == "yes", when)) },
            "office" => expert with { Offices = expert.Offices.Add(new Post(organisation, what, when)) },
            "dispute" => expert with { Disputes = expert.Disputes.Add(new Dispute(organisation, what, when)) },
            "assistance" => expert with { Assistance = expert.Assistance.Add(new Assistance(fact.Text("applicant") ?? "", what, when.From)) },
            "other" => expert with { OtherRelations = expert.OtherRelations.Add(new OtherRelation(fact.Text("applicant") ?? "", what)) },
            _ => expert,
        };
    }

    /// <summary>Two rows in a row about one relative are two posts of his.</summary>
    private static ImmutableArray<Relative> With(ImmutableArray<Relative> relatives, Relative next) => relatives is [.., var last] && last.Name == next.Name && last.Relation == next.Relation && next.Name.Length > 0
        ? relatives.SetItem(relatives.Length - 1, last with { Posts = last.Posts.AddRange(next.Posts) }) : relatives.Add(next);

    private static Organisation With(Organisation own, RowCells fact)
    {
        var (role, named) = (fact.Word("role", "shareholder", "supplier", "customer", "competitor"), fact.Organisation("organisation", "creditCode"));
        if (named is { Name: null, CreditCode: null }) fact.Needed("organisation");
        return role switch
        {
            "shareholder" => own with { Holders = own.Holders.Add(new Holder(named.Name ?? "", named, null, fact.Percent("percent"))) },
            "supplier" => own with { Suppliers = own.Suppliers.Add(named) },
            "customer" => own with { Customers = own.Customers.Add(named) },
            "competitor" => own with { Competitors = own.Competitors.Add(named) },
            _ => own,
        };
    }

    internal static Reading<T> Read<T>(byte[] file, Func<SheetRow, IReadOnlyList<SheetRow>, (T Record, IEnumerable<RowFault> Faults)> made) where T : class
    {
        var (sheets, fault) = Workbook.Read(file);
        if (fault is not null) return fault;
        if (sheets is not [var main, .. var more] || main.Rows.IsEmpty) return new FileFault(FileFaultKind.NoRows);
        if (Needed.FirstOrDefault(n => !main.Columns.Contains(n)) is { } lacking) return new FileFault(FileFaultKind.NoColumn, lacking);
        var facts = more.SelectMany(s => s.Rows).ToLookup(r => r.Cells.GetValueOrDefault("id") ?? "", StringComparer.Ordinal);
        var ids = main.Rows.Select(r => r.Cells.GetValueOrDefault("id") ?? "").ToHashSet(StringComparer.Ordinal);
        var rows = main.Rows.Select(row =>
        {
            var id = row.Cells.GetValueOrDefault("id") ?? "";
            var (record, faults) = made(row, [.. facts[id].Where(_ => id.Length > 0)]);
            return new IntakeRow<T>(row.Number, id, row.Cells.GetValueOrDefault("name") ?? "", record, [.. faults.Distinct()]);
        });
        var orphans = facts.Where(f => !ids.Contains(f.Key) || f.Key.Length == 0).SelectMany(f => f)
            .Select(f => new IntakeRow<T>(f.Number, f.Cells.GetValueOrDefault("id") ?? "", "", null, [new RowFault(RowFaultKind.Orphan, "id", f.Cells.GetValueOrDefault("id") ?? "")]));
        return new Reading<T>([.. rows, .. orphans], [.. sheets.SelectMany(s => s.Unknown)]);
    }
}
