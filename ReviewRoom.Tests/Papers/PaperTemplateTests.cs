using System.Collections.Immutable;
using CsCheck;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Papers;
using ReviewRoom.Letters;

namespace ReviewRoom.Tests.Papers;

public sealed class PaperTemplateTests
{
    private static readonly ShippedTemplates Shipped = new();
    private static readonly PaperForm Letter = PaperForm.Of(PaperKind.Consultation);
    private const string Sound = "^ {{number}}\n\n# About {{session}}\n\n{{unit}}, until {{due}}\n\n| No | Name |\n| ---: | ------ |\n| {{candidates.place}} | {{candidates.name}} |\n\n> {{date}}\n";

    public static TheoryData<PaperKind> Kinds => [.. Enum.GetValues<PaperKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_template_that_ships_is_sound_and_its_sample_leaves_no_field_open(PaperKind kind)
    {
        var template = PaperTemplate.Of(Shipped.Text(kind));

        Assert.Null(template.Check(PaperForm.Of(kind)));
        var sample = Shipped.Sample(kind);
        Assert.All(template.Fill(PaperForm.Of(kind), sample), b => Assert.DoesNotContain("{{", b.Text + string.Concat((b.Rows ?? []).SelectMany(r => r)), StringComparison.Ordinal));
        Assert.Empty(PaperForm.Of(kind).Names.Except(sample.Fields.Select(f => f.Name).Concat(sample.Lists.SelectMany(l => l.Members.SelectMany(m => m).Select(f => $"{l.Name}.{f.Name}")))));
    }

    [Fact]
    public void An_unknown_field_is_refused_with_its_name_and_the_known_ones()
    {
        var refusal = PaperTemplate.Of(Sound + "\n{{score}}").Check(Letter);

        Assert.Equal((RefusalCode.UnknownField, "score"), (refusal?.Code, Assert.Single(refusal?.Criteria ?? [])));
        Assert.Contains("candidates.name", refusal?.Known ?? []);
        Assert.Equal(["candidates.rank"], PaperTemplate.Of(Sound.Replace("candidates.name", "candidates.rank", StringComparison.Ordinal)).Check(Letter)?.Criteria);
    }

    [Theory]
    [InlineData("{{due}}", "due")]
    [InlineData("| {{candidates.place}} | {{candidates.name}} |", "candidates.name")]
    public void A_field_it_cannot_do_without_is_refused_by_name(string left, string named)
    {
        var without = Sound.Replace(left, left[0] == '|' ? "| a | b |" : "", StringComparison.Ordinal);

        var refusal = PaperTemplate.Of(without).Check(Letter);

        Assert.Equal((RefusalCode.FieldMissing, named), (refusal?.Code, Assert.Single(refusal?.Criteria ?? [])));
    }

    [Theory]
    [InlineData("a {{due", "13")]
    [InlineData("a {{ two words }}", "13")]
    [InlineData("| a | b |\n| --- | --- |\n| only one |", "13")]
    [InlineData("| a |\n| not a ruling |\n| b |", "13")]
    [InlineData("{{candidates.name}} outside a row", "13")]
    public void A_line_that_cannot_be_read_is_named_by_its_number(string line, string number)
    {
        var refusal = PaperTemplate.Of(Sound + "\n" + line).Check(Letter);

        Assert.Equal((RefusalCode.TemplateBroken, number), (refusal?.Code, Assert.Single(refusal?.Criteria ?? [])));
    }

    [Fact]
    public void A_row_with_fields_of_a_list_stands_once_for_each_member_and_an_empty_list_says_so()
    {
        var table = Filled(Values("A", "B")).Single(b => b.Role == BlockRole.Table);
        var empty = Filled(Values()).Single(b => b.Role == BlockRole.Table);

        Assert.Equal(["1 A", "2 B"], (table.Rows ?? []).Select(r => string.Join(' ', r)));
        Assert.Equal((3, true), (table.Columns?[0].Width, table.Columns?[0].IsFigure));
        Assert.Equal(["none", ""], Assert.Single(empty.Rows ?? []));
    }

    [Fact]
    public void A_line_whose_field_may_be_empty_and_is_does_not_appear()
    {
        var form = PaperForm.Of(PaperKind.Notice);
        var template = PaperTemplate.Of("Vacant: {{vacantMain}}\n\nDays: {{days}}");

        PaperValues Of(string vacant) => new([new("vacantMain", vacant), new("days", "")], [], "none");

        Assert.Equal(["Days: "], template.Fill(form, Of("")).Select(b => b.Text));
        Assert.Equal(["Vacant: 2", "Days: "], template.Fill(form, Of("2")).Select(b => b.Text));
    }

    [Fact]
    public void What_is_filled_in_is_text_whatever_it_looks_like() =>
        Gen.String[Gen.Char["|#{}!>-^ \n\uFF1Aa<&"], 1, 30].Sample(name =>
        {
            var paper = Filled(Values(name));

            Assert.Equal(Filled(Values("A")).Select(b => b.Role), paper.Select(b => b.Role));
            Assert.Equal(name, Assert.Single(paper.Single(b => b.Role == BlockRole.Table).Rows ?? [])[1]);
        });

    [Fact]
    public void The_office_writes_versions_each_on_the_newest_and_nobody_else_does()
    {
        var book = TemplateBook.Blank;
        RefusalCode? Ask(Person by, TemplateAct act)
        {
            var outcome = book.Decide(act, new Asking(by, Given.Start, new byte[16]));
            if (outcome.Event is not null) book = book.Apply(Canonical.Read<TemplateEvent>(Canonical.Bytes(outcome.Event)), new Stamp(book.Version + 1, Given.Start, by.Id));
            return outcome.Refusal?.Code;
        }

        Assert.All(new[] { Given.Supervisor, Given.Administrator, Given.Stranger, Person.System }, by => Assert.Equal(RefusalCode.NotAllowed, Ask(by, new PutTemplate(PaperKind.Consultation, 0, Sound))));
        Assert.Null(Ask(Given.Office, new PutTemplate(PaperKind.Consultation, 0, Sound)));
        Assert.Equal(RefusalCode.TemplateMoved, Ask(Given.Office, new PutTemplate(PaperKind.Consultation, 0, Sound + "x")));
        Assert.Equal(RefusalCode.AlreadySettled, Ask(Given.Office, new PutTemplate(PaperKind.Consultation, 1, Sound)));
        Assert.Equal(RefusalCode.UnknownField, Ask(Given.Office, new PutTemplate(PaperKind.Consultation, 1, Sound + "{{who}}")));
        Assert.Equal(RefusalCode.TextTooLong, Ask(Given.Office, new PutTemplate(PaperKind.Consultation, 1, new string('x', PaperTemplate.Longest + 1))));
        Assert.Null(Ask(Given.Office, new ResetTemplate(PaperKind.Consultation, 1) { Shipped = Shipped.Text(PaperKind.Consultation) }));

        Assert.Equal([(1, false), (2, true)], book.Of(PaperKind.Consultation).Select(v => (v.Number, v.IsReset)));
        Assert.Empty(book.Of(PaperKind.Call));
    }

    private static ImmutableArray<PaperBlock> Filled(PaperValues values) => PaperTemplate.Of(Sound).Fill(Letter, values);

    private static PaperValues Values(params string[] names) => new(
        [new("number", "1"), new("session", "S"), new("unit", "U"), new("due", "D"), new("date", "T")],
        [new("candidates", [.. names.Select((n, at) => ImmutableArray.Create(new FieldValue("place", $"{at + 1}"), new FieldValue("name", n)))])], "none");
}
