namespace ReviewRoom.Tests.InBrowser;

/// <summary>A page as somebody meets it in the demonstration.</summary>
/// <param name="Who">Nobody: not signed in.</param>
/// <param name="Shows">What is on it when it has come.</param>
public sealed record PageToSee(string Name, string? Who, string Path, string Shows)
{
    public override string ToString() => Name;
}

/// <summary>Every page, in every state the demonstration has it in.</summary>
internal static class PageList
{
    private const string A = "/room/panel-a?d=";
    private const string B = "/room/panel-b?d=";

    /// <summary>Stands for the one-time address of the first start.</summary>
    public const string FirstRun = "first-run";

    /// <summary>Stands for the address that opens a display.</summary>
    public const string Board = "board";

    public static readonly IReadOnlyList<PageToSee> All =
    [
        new("sign-in", null, "/sign-in", ".door-panel"),
        new("sign-in-code", null, "/sign-in?code", ".door-panel"),
        new(FirstRun, null, FirstRun, ".door-panel"),
        new("not-found", null, "/nothing-here", "#main"),
        new("not-yours", "expert-01", "/office", "#main"),
        new("home-expert", "expert-01", "/", ".waits"),
        new("home-office", "office", "/", ".waits"),
        new("home-supervisor", "supervisor", "/", ".panel"),
        new("home-administrator", "admin", "/", ".waits"),
        new("home-unit", "unit-25", "/", ".waits"),
        new("session", "office", "/sessions/session-6", ".wt tbody tr"),
        new("session-supervisor", "supervisor", "/sessions/session-5", ".wt tbody tr"),
        new("session-unit", "unit-25", "/sessions/session-6", ".wt tbody tr"),
        new("home-county", "county-140311", "/", ".waits a.mine"),
        new("recommendation", "county-140311", "/sessions/session-6/recommendations?a=org-10", ".conds fieldset"),
        new("recommendation-out", "county-140321", "/sessions/session-6/recommendations?a=org-01", "[data-letter]"),
        new("formal-check", "office", "/sessions/session-6/applications?a=org-10", ".conds .finding"),
        new("formal-check-decided", "supervisor", "/sessions/session-6/applications?f=Rejected&a=org-08", "[data-decision]"),
        new("formal-check-letter", "office", "/sessions/session-6/applications/org-08/letter", ".paper.letter"),
        new("session-call", null, "/sessions/session-6/call", ".pn-paper table"),
        new("home-applicant", "applicant-10", "/", ".waits"),
        new("apply", "applicant-10", "/apply", ".cond .standing"),
        new("apply-report", "applicant-10", "/apply?part=report", ".md-view h2"),
        new("apply-send", "applicant-03", "/apply?part=send", ".notice-days li"),
        new("consultation", "office", "/sessions/session-6/consultation", "[data-matrix]"),
        new("consultation-leading", "leading", "/sessions/session-6/consultation?u=unit-25&c=org-05", "[data-matrix]"),
        new("shortlist", "office", "/sessions/session-6/shortlist", ".shortlist tbody tr"),
        new("papers", "office", "/sessions/session-6/papers", ".letters-list .panel"),
        new("paper-draft", "office", "/sessions/session-6/papers/consultation?place=0", ".paper.letter table"),
        new("templates", "office", "/office/templates?kind=proposal", ".templates .letter-head"),
        new("inbox", "office", "/inbox", ".waits"),
        new("outbox", "office", "/office/outbox", "table.list"),
        new("reply", "unit-25", "/sessions/session-6/reply", ".line"),
        new("reply-sent", "unit-27", "/sessions/session-6/reply", ".said"),
        new("room-declare", "expert-03", A + "org-10", ".declare"),
        new("room-waiting", "expert-07", A + "org-10", "main.waiting .come"),
        new("room-blind", "expert-01", A + "org-11", "[data-item]"),
        new("room-submitted", "expert-02", A + "org-11", ".cft"),
        new("room-revealed", "expert-01", A + "org-04", "table.pt"),
        new("room-closed", "expert-01", A + "org-02", ".rev.sign"),
        new("room-signed", "expert-01", A + "org-01", "table.pt"),
        new("room-recused", "expert-09", B + "org-05", ".ring"),
        new("room-suspended", "expert-14", B + "org-12", ".ring"),
        new("room-missing", "expert-01", "/room/nowhere", ".ring"),
        new("office-blind", "office", "/office?d=panel-a/org-11", ".ctl .flow"),
        new("office-revealed", "office", "/office?d=panel-a/org-04", ".ctl .flow"),
        new("board-remote", "office", "/office/board/hall", ".board-desk .hall"),
        new("rehearsal", "office", "/office?rehearsal=rehearsal-1", ".rh-bar .rh-tempo"),
        new("rehearse", "office", "/office/rehearse/panel-b", ".rh-begin"),
        new("supervisor", "supervisor", "/supervisor", ".superv-main"),
        new("conduct", "supervisor", "/supervisor/conduct", ".award-form"),
        new("setup-session", "office", "/office/setup", ".tabs"),
        new("setup-experts", "office", "/office/setup?tab=experts", ".list"),
        new("setup-applicants", "office", "/office/setup?tab=applicants", ".list"),
        new("setup-rubrics", "office", "/office/setup?tab=rubrics", ".tabs"),
        new("setup-draws", "office", "/office/setup?tab=draws", ".tabs"),
        new("setup-bodies", "office", "/office/setup?tab=bodies", ".list"),
        new("setup-rooms", "supervisor", "/office/setup?tab=rooms", ".waits"),
        new("setup-rubric", "office", "/office/setup/rubric?session=session-6&id=four-dimension", ".crit"),
        new("setup-room", "office", "/office/setup/room", ".pool"),
        new("slips", "office", "/office/slips/panel-b", ".slip-seats"),
        new("minutes", "office", "/rooms/panel-a/minutes", ".paper table"),
        new("signatures", "office", "/rooms/panel-a/dossiers/org-01/signatures", ".paper table"),
        new("paper-blanks", "office", "/rooms/panel-a/paper?d=org-11", ".blank table"),
        new("feedback", "office", "/rooms/panel-a/dossiers/org-02/feedback", "article.fb"),
        new("feedback-supervisor", "supervisor", "/rooms/panel-b/dossiers/org-05/feedback", "article.fb"),
        new("feedback-paper", "office", "/rooms/panel-a/dossiers/org-02/feedback/paper", ".paper table"),
        new("simulate", "office", "/simulate", ".sim-row"),
        new("regulation", "office", "/regulation", ".law-article"),
        new("regulation-open", null, "/regulation?v=1#article-14", ".law-article"),
        new("regulation-edit", "office", "/regulation/edit?article=14", ".law-fields"),
        new("home-finance", "finance", "/", ".waits"),
        new("awards-office", "office2", "/awards?a=aw-2023-n1", ".award-history li"),
        new("awards-finance", "finance", "/awards?a=aw-2025-n2", ".award-form"),
        new("awards-supervisor", "supervisor", "/awards?a=aw-2021-m2", ".award-history li"),
        new("awards-payments", "finance", "/awards/payments/2026", ".paper table"),
        new("awards-certificate", "office", "/awards/aw-2025-m1/certificate", ".paper table"),
        new("awards-public", null, "/awards/public", ".public-awards table"),
        new("verify", null, "/verify", ".verify-form"),
        new("verify-none", null, "/verify/nothing", ".verdict"),
        new("people", "office", "/people", "table"),
        new("people-administrator", "admin", "/people", "table"),
        new("person-new", "admin", "/people/new", "main form"),
        new("notice", null, "/notice/session-5", ".pn-paper table"),
        new("notice-status", null, "/notice/session-5/status", ".pn-form"),
        new("notices", null, "/notices", ".pn-notices a"),
        new("closing-office", "office", "/sessions/session-5/closing", ".closing .objection"),
        new("closing-supervisor", "supervisor", "/sessions/session-5/closing", ".closing .objection"),
        new("closing-leading", "leading", "/sessions/session-4/closing", ".closing .votes"),
        new(Board, null, Board, ".hall-rows [role=listitem]"),
        new("board-closed", null, "/board", ".hall-card"),
    ];
}
