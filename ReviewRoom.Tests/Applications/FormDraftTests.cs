using ReviewRoom.Components.Applying;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Applications;

public sealed class FormDraftTests
{
    [Theory]
    [InlineData(ApplicantKind.Organisation)]
    [InlineData(ApplicantKind.Individual)]
    public void A_form_that_is_opened_and_not_touched_says_what_it_said(ApplicantKind kind)
    {
        var form = AnApplication.Form(kind) with { Recommender = kind == ApplicantKind.Individual ? "unit-26" : null };
        form = form with { Declarations = [form.Declarations[0] with { Holds = false, Statement = "one", Incidents = [new Incident(new DateOnly(2024, 2, 29), IncidentKind.Safety, "collapse", true, "letter")] }, .. form.Declarations[1..]] };

        Assert.Equal(Canonical.Bytes(form), Canonical.Bytes(FormDraft.Of(form, kind).Form()));
        Assert.True(FormDraft.Of(form, kind).IsSame(form, kind));
    }

    [Fact]
    public void A_draft_comes_back_from_the_browser_with_rows_that_are_only_begun_and_these_are_told_of_and_not_saved()
    {
        var draft = FormDraft.Of(AnApplication.Form(), ApplicantKind.Organisation);
        draft.Declarations[3].Incidents.Add(new IncidentDraft { On = "2024-03-11" });
        draft.Declarations[0].Evidence.Add(new EvidenceDraft { Name = " " });

        var kept = Canonical.Read<FormDraft>(Canonical.Bytes(draft));

        Assert.Equal(("2024-03-11", true), (kept.Declarations[3].Incidents[0].On, kept.Declarations[3].HasLooseRow));
        Assert.Empty(kept.Form().Of("E5")?.Incidents ?? []);
        Assert.Single(kept.Form().Of("E1")?.Evidence ?? []);
    }
}
