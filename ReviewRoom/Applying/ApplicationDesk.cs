using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Live;
using ReviewRoom.Markdown;

namespace ReviewRoom.Applying;

/// <summary>The self-evaluation report of an application: kept outside the ledger, which holds its hash, and read by who may see the application.</summary>
public sealed class ApplicationDesk(LiveApplications applications, DossierTexts texts)
{
    public DateTimeOffset Now => applications.Now;

    /// <summary>Keeps the text first and names it in the ledger then; a text that nobody may save here is not kept.</summary>
    public async Task<ApplicationAnswer> Save(string personId, string session, string applicant, string commandId, string markdown, CancellationToken ct = default)
    {
        if (applications.View(personId, session, applicant) is not { } view) return new ApplicationAnswer(null, new Refusal(RefusalCode.NotFound), null);
        if (view.Role != "applicant") return new ApplicationAnswer(null, new Refusal(RefusalCode.NotAllowed), view);
        if (string.IsNullOrWhiteSpace(markdown)) return new ApplicationAnswer(null, new Refusal(RefusalCode.ReasonRequired) { Field = "dossier" }, view);
        if (MarkdownLimits.IsTooLong(markdown)) return new ApplicationAnswer(null, new Refusal(RefusalCode.TextTooLong) { Field = "dossier" }, view);
        // What will be refused all the same is not kept.
        var hash = view.Stage is ApplicationStage.Draft or ApplicationStage.Correction ? await texts.Store(markdown) : DossierTexts.HashOf(markdown);
        return await applications.Ask(personId, session, applicant, commandId, new SaveDossier(hash), ct);
    }

    /// <summary>The report as it may be shown; null where there is none, or this person may not read it.</summary>
    public DossierText? For(string personId, string session, string applicant) => applications.View(personId, session, applicant)?.Dossier is { } hash ? texts.Find(hash) : null;

    /// <summary>The report as it was written.</summary>
    public string? MarkdownFor(string personId, string session, string applicant) => applications.View(personId, session, applicant)?.Dossier is { } hash ? texts.MarkdownOf(hash) : null;
}
