using ReviewRoom.Domain;
using ReviewRoom.Domain.Applications;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Live;
using ReviewRoom.Tests.Applications;
using ReviewRoom.Tests.Hall;

namespace ReviewRoom.Tests.Sessions;

/// <summary>Article 13: an applicant withdraws until the public notice, and goes no further.</summary>
public sealed class WithdrawalTests
{
    [Fact]
    public void Article_13_the_program_alone_notes_a_withdrawal_once_and_not_under_the_public_notice()
    {
        var session = ASession.Consulting();

        Assert.Equal(RefusalCode.NotAllowed, session.Ask(Given.Office, new NoteWithdrawal("c1")));
        Assert.Null(session.Ask(Person.System, new NoteWithdrawal("c1")));
        Assert.Equal(RefusalCode.AlreadySettled, session.Ask(Person.System, new NoteWithdrawal("c1")));
        Assert.True(session.Seen().Rows[0].Withdrawn);
    }

    [Fact]
    public void Who_has_withdrawn_is_neither_asked_about_nor_shortlisted()
    {
        var session = ASession.Planned().Do(Person.System, new NoteWithdrawal("c1"));

        Assert.Equal(RefusalCode.CandidateWithdrawn, session.Ask(Given.Office, ASession.Start([ASession.Result("700", 0), ASession.Result("650", 1)])));
        Assert.Equal(RefusalCode.NoResult, session.Ask(Given.Office, new ShortlistDossiers(["c1"], "why") { Reviewed = ["c1", "c2"] }));
        Assert.Null(session.Ask(Given.Office, ASession.Start([ASession.Result("650", 1)])));
    }

    [Fact]
    public void An_objection_to_him_no_longer_holds_up_the_list_and_he_is_not_on_it()
    {
        var session = ASession.Consulting().Reply(2, 42).Do(ASession.Unit(1), ASession.Objecting("c1"));
        session.Do(Given.Office, new CloseConsultation());
        Assert.Equal(RefusalCode.OpinionsOpen, session.Ask(Given.Office, new Propose()));
        session.Do(Person.System, new NoteWithdrawal("c1"));

        session.Do(Given.Office, new Propose());

        var list = session.Session.For(Given.Office, new HashSet<string>())?.Proposal?.Decision;
        Assert.Equal(["c2", "c3"], list?.Main.Select(a => a.Id) ?? []);
        Assert.Empty(list?.NotAwarded ?? []);
    }

    [Fact]
    public void A_list_he_was_on_is_proposed_anew_without_him()
    {
        var session = ASession.Consulting().Reply(1, 42);
        session.Do(Given.Office, new CloseConsultation()).Do(Given.Office, new Propose()).Do(ASession.Leading, new ReviewProposal(true, 9, 0, 0, "Minutes 4"));
        Assert.Equal(SessionStage.Reviewed, session.Session.Stage);

        session.Do(Person.System, new NoteWithdrawal("c2"));

        Assert.Equal(SessionStage.Consulted, session.Session.Stage);
        session.Do(Given.Office, new Propose());
        Assert.Equal(["c1", "c3"], session.Session.For(Given.Office, new HashSet<string>())?.Proposal?.Decision.Main.Select(a => a.Id) ?? []);
    }

    [Fact]
    public async Task On_a_whole_server_the_session_hears_of_a_withdrawal_by_itself()
    {
        var clock = new ClockAhead();
        var server = new ApplicationServer(clock);
        await using var app = await server.Begun();
        await server.Accepted(app, "org-01");
        Assert.Null((await app.Get<LiveRegisters>().Begin("office", "begin", "First session")).Refusal);
        await ApplicationServer.Seen(app, "org-01", view => view.CarriedTo is not null);

        var noted = new TaskCompletionSource();
        app.Get<LiveSessions>().Changed += session => { if (session.IsWithdrawn("org-01")) noted.TrySetResult(); };

        await ApplicationServer.Do(app, "applicant", "org-01", new WithdrawApplication("we cannot go on"));

        await noted.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }
}
