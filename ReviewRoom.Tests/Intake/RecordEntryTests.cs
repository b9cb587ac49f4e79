using ReviewRoom.Domain;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Intake;

namespace ReviewRoom.Tests.Intake;

/// <summary>Records by hand go the way of an import.</summary>
public sealed class RecordEntryTests
{
    private static readonly RegisterView There = new(
        "session-6", 1, "Sixth", RegisterJson.Experts(Shipped.Bytes("demo/experts.json")), RegisterJson.Applicants(Shipped.Bytes("demo/applicants.json")), RegisterJson.Organisations(Shipped.Bytes("demo/entities.json")),
        System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty, [], System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty);

    [Fact]
    public void An_expert_who_is_opened_and_saved_unchanged_stays_as_he_was_with_the_ids_no_form_shows()
    {
        foreach (var expert in There.Experts.Where(e => e.Relatives.All(r => r.Posts.Length == 1)))
        {
            var row = RegisterIntake.Expert(RecordEntry.Of(expert), expert, There);

            Assert.Empty(row.Faults);
            Assert.Equal(Canonical.Bytes(expert), Canonical.Bytes(row.Record));
        }
    }

    [Fact]
    public void An_applicant_and_an_organisation_too()
    {
        foreach (var applicant in There.Applicants)
        {
            var row = RegisterIntake.Applicant(RecordEntry.Of(applicant, key => key), applicant, There);

            Assert.Empty(row.Faults);
            Assert.Equal(Canonical.Bytes(applicant with { Won = [] }), Canonical.Bytes(row.Record));
        }
        foreach (var organisation in There.Organisations)
            Assert.Equal(Canonical.Bytes(organisation), Canonical.Bytes(RegisterIntake.Organisation(RecordEntry.Of(organisation), organisation, There).Record));
    }

    [Theory]
    [InlineData("creditCode", "91140321XN0000012N", RowFaultKind.CodeCheck)]
    [InlineData("creditCode", "91140311XN00000201", RowFaultKind.CodeTwice)]
    [InlineData("id", "org 99", RowFaultKind.IdForm)]
    [InlineData("id", "org-01", RowFaultKind.IdTaken)]
    [InlineData("name", "", RowFaultKind.Missing)]
    [InlineData("awards", "long ago", RowFaultKind.Award)]
    public void What_is_wrong_is_found_as_in_an_import(string column, string text, RowFaultKind expected)
    {
        var entry = new RecordEntry { Kind = RegisterKind.Applicants, Main = { ["id"] = "org-99", ["kind"] = "organisation", ["name"] = "甲公司", [column] = text } };

        var row = RegisterIntake.Applicant(entry, null, There);

        Assert.Equal(expected, Assert.Single(row.Faults).Kind);
        Assert.False(row.IsSound);
    }

    [Fact]
    public void A_fact_added_by_hand_is_a_fact()
    {
        var entry = RecordEntry.Of(There.Experts[0]);
        entry.Facts.Add(new(StringComparer.Ordinal) { ["fact"] = "holding", ["organisation"] = "青磊耐材", ["percent"] = "12.5", ["from"] = "2021-05-06" });

        var row = RegisterIntake.Expert(entry, There.Experts[0], There);

        Assert.Equal(new Holding(new OrganisationRef(Name: "青磊耐材"), 12.5m, new Span(new DateOnly(2021, 5, 6))), row.Record?.Holdings[^1]);
    }
}
