using System.Globalization;
using MimeKit;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Identity;
using ReviewRoom.Messages;
using ReviewRoom.Storage;
using ReviewRoom.Tests.Hall;
using ReviewRoom.Tests.Notices;
using ReviewRoom.Tests.Sessions;

namespace ReviewRoom.Tests.Messages;

public sealed class MessageTests
{
    private const string Session = $"session/{AConsultation.Id}";

    [Fact]
    public async Task Each_unit_is_asked_once_and_told_when_and_where_and_nobody_else_is()
    {
        await using var world = await Asked();

        Read(world.App);
        Read(world.App);

        foreach (var unit in AConsultation.Units)
        {
            var line = Assert.Single(Lines(world.App, unit));
            Assert.Equal(("请回复候选名单意见", $"/sessions/{AConsultation.Id}/reply", false), (line.Said.Subject, line.Said.Link, line.Said.IsOver));
            Assert.Contains("第六届质量奖", line.Said.Text, StringComparison.Ordinal);
        }
        Assert.Empty(Lines(world.App, "unit-99"));
        Assert.Empty(Lines(world.App, "leading"));
        Assert.DoesNotContain(Lines(world.App, "office"), l => l.Said.Link.Contains("/sessions/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_done_is_said_to_be_done_and_counts_as_unread_no_more()
    {
        await using var world = await Asked();
        Read(world.App);
        Assert.Equal(1, world.App.Get<Inbox>().Of("unit-01")?.Unread);

        await world.Do("unit-01", new ReplyToConsultation([]));

        Assert.True(Assert.Single(Lines(world.App, "unit-01")).Said.IsOver);
        Assert.Equal(0, world.App.Get<Inbox>().Of("unit-01")?.Unread);
        Assert.Equal(1, world.App.Get<Inbox>().Of("unit-02")?.Unread);
    }

    [Fact]
    public async Task Who_is_recused_from_a_candidate_is_told_nothing_of_him_in_inbox_or_outbox()
    {
        await using var world = await Asked(recused: true);
        await world.Do("unit-01", new ReplyToConsultation([new Opinion("d3", "E5", "text")]));
        Read(world.App);

        Assert.Contains(Lines(world.App, "office"), l => l.Said.Subject == "有成员单位提出意见");
        Assert.DoesNotContain(Lines(world.App, "office2"), l => l.Said.Subject == "有成员单位提出意见");
        Assert.Contains(world.App.Get<Inbox>().OutboxOf("office")!.Lines, l => l.Kind == MessageKind.OpinionReceived);
        Assert.DoesNotContain(world.App.Get<Inbox>().OutboxOf("office2")!.Lines, l => l.Kind == MessageKind.OpinionReceived);
        Assert.All(new[] { "supervisor", "unit-01", "expert-01", "admin" }, person => Assert.Null(world.App.Get<Inbox>().OutboxOf(person)));
    }

    [Fact]
    public async Task An_objection_is_told_to_the_office_its_handlers_are_told_and_the_leading_group_when_the_notice_is_over()
    {
        await using var scene = await NoticeScene.Start();
        var (receipt, _) = await scene.Filed();
        Assert.NotNull((await scene.Act("office", new NameHandlers(receipt, "office", "office2"))).Receipt);
        Assert.NotNull((await scene.Act("office2", new SettleObjection(receipt, false, "looked into"))).Receipt);
        scene.Clock.Advance(TimeSpan.FromDays(9));
        await scene.Sessions.PassDue(scene.Sessions.All.Single(s => s.Id == NoticeScene.Id), TestContext.Current.CancellationToken);
        Read(scene.App);

        Assert.Equal(["您被指定办理一件异议", "公示期间收到实名异议"], Lines(scene.App, "office2").Select(l => l.Said.Subject).Where(s => s.Contains("异议", StringComparison.Ordinal)));
        Assert.Contains(Lines(scene.App, "leading"), l => l.Said is { Subject: "获奖名单等待审定", IsOver: false });
        Assert.All(Lines(scene.App, "office").Concat(Lines(scene.App, "leading")), l => Assert.DoesNotContain("Candidate", l.Said.Subject + l.Said.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mail_goes_out_once_with_a_subject_that_tells_nothing_and_a_link()
    {
        await using var server = new MailServer();
        await using var world = await Asked(server);
        await Address(world.App, "unit-01", "unit01@example.org");
        Read(world.App);

        await world.App.Get<Postman>().Round(TestContext.Current.CancellationToken);
        var raw = await server.Next();
        await world.App.Get<Postman>().Round(TestContext.Current.CancellationToken);

        using var mail = await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(raw)), TestContext.Current.CancellationToken);
        Assert.Equal(("【质量奖评审】请回复候选名单意见", "unit01@example.org"), (mail.Subject, mail.To.Mailboxes.Single().Address));
        Assert.Contains($"/sessions/{AConsultation.Id}/reply", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("前回复对候选名单的意见", mail.TextBody, StringComparison.Ordinal);
        Assert.All((string[])["甲公司", "丙公司", "75", "d1"], secret => Assert.DoesNotContain(secret, mail.Subject + mail.TextBody, StringComparison.Ordinal));
        Assert.DoesNotContain("可能已经发过", mail.TextBody, StringComparison.Ordinal);
        Assert.Empty(server.Taken);
        Assert.Equal(MailState.Sent, StateOf(world.App, "unit-01").Mail);
        Assert.Equal(MailState.NoAddress, StateOf(world.App, "unit-02").Mail);
    }

    [Fact]
    public async Task What_the_server_declines_is_tried_again_later_and_by_the_office_at_once()
    {
        await using var server = new MailServer { Recipient = "550 no such box" };
        var clock = new ClockAhead();
        await using var world = await Asked(server, clock);
        await Address(world.App, "unit-01", "unit01@example.org");
        Read(world.App);
        var postman = world.App.Get<Postman>();

        await postman.Round(TestContext.Current.CancellationToken);
        await postman.Round(TestContext.Current.CancellationToken);
        var first = StateOf(world.App, "unit-01");
        clock.Advance(Postman.Pauses[0] + TimeSpan.FromSeconds(1));
        await postman.Round(TestContext.Current.CancellationToken);
        var second = StateOf(world.App, "unit-01");
        server.Recipient = "250 ok";
        Assert.True(world.App.Get<Inbox>().SendAgain("office", second.Number));
        Assert.False(world.App.Get<Inbox>().SendAgain("unit-02", second.Number));
        await postman.Round(TestContext.Current.CancellationToken);

        Assert.Equal((MailState.Waiting, 1), (first.Mail, first.Attempts));
        Assert.StartsWith("Address|", first.Error, StringComparison.Ordinal);
        Assert.Equal((MailState.Waiting, 2), (second.Mail, second.Attempts));
        Assert.True(second.NextAt - first.NextAt > Postman.Pauses[1] - TimeSpan.FromSeconds(30));
        Assert.Contains("unit01@example.org", await server.Next(), StringComparison.Ordinal);
        Assert.Equal(MailState.Sent, StateOf(world.App, "unit-01").Mail);
    }

    [Fact]
    public async Task An_end_while_a_mail_is_being_sent_sends_it_again_and_says_so()
    {
        await using var server = new MailServer();
        await using var world = await Asked(server);
        await Address(world.App, "unit-01", "unit01@example.org");
        Read(world.App);
        var message = StateOf(world.App, "unit-01");
        world.App.Get<MessageStore>().Mark(message, MailState.Sending, 1, default, null, null);

        var after = new MessageStore(world.App.Choices.InData("messages.db"));

        Assert.Equal((MailState.Waiting, true), (after.Find(message.Number)?.Mail, after.Find(message.Number)?.IsDoubtful));
        await world.App.Get<Postman>().Round(TestContext.Current.CancellationToken);
        using var mail = await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(await server.Next())), TestContext.Current.CancellationToken);
        Assert.Contains("可能已经发过一次", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_between_the_ledger_and_the_message_loses_none_and_writes_none_twice()
    {
        await using var world = await Asked();
        var store = world.App.Get<MessageStore>();
        Read(world.App);
        var entry = world.App.Get<LedgerReader>().Read(Session).Single(e => e.Header.Kind == "consultationStarted");

        Assert.Equal(world.App.Get<LedgerReader>().HeadOf(Session).Version, store.CursorOf(Session));
        store.Keep(Session, 1, [("unit-01", $"{Session}|{entry.Header.Version}|ConsultationAsked", new MessageDraft(MessageKind.ConsultationAsked, AConsultation.Id, "unit-01"), entry.Header.Time, true)]);

        Assert.Single(Lines(world.App, "unit-01"));
        Assert.Equal(world.App.Get<LedgerReader>().HeadOf(Session).Version, store.CursorOf(Session));
    }

    [Fact]
    public async Task Without_a_server_everything_waits_and_what_is_done_is_not_mailed()
    {
        await using var world = await Asked();
        Read(world.App);
        Assert.Equal(MailState.Waiting, StateOf(world.App, "unit-01").Mail);
        Assert.False(world.App.Get<Inbox>().OutboxOf("office")!.IsOn);

        await world.Do("unit-01", new ReplyToConsultation([]));
        await world.App.Get<Postman>().Round(TestContext.Current.CancellationToken);
        Assert.Equal(MailState.Unneeded, StateOf(world.App, "unit-01").Mail);

    }

    private static void Read(AppUnderTest app) => app.Get<MessagePost>().ReadAll();

    private static IReadOnlyList<InboxLine> Lines(AppUnderTest app, string person)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        return app.Get<Inbox>().Of(person)?.Lines ?? [];
    }

    private static Message StateOf(AppUnderTest app, string person) => app.Get<MessageStore>().Of(person, 10).Single(m => m.Draft.Kind == MessageKind.ConsultationAsked);

    private static async Task Address(AppUnderTest app, string person, string email)
    {
        var known = app.Get<PeopleDirectory>().Find(person) ?? throw new InvalidOperationException(person);
        Assert.Equal(PeopleRefusal.None, await app.Get<People>().Change(new PersonEntry(person, known.Name, known.Roles, Email: email)));
    }

    private static Task<AConsultation> Asked(bool recused = false) => Asked(null, null, recused);

    /// <summary>The server's own rounds are far between: a test makes its own.</summary>
    private static async Task<AConsultation> Asked(MailServer? server, TimeProvider? clock = null, bool recused = false)
    {
        var world = await AConsultation.Planned(clock, recused, server is null ? null : new MailSettings("127.0.0.1", server.Port, "office@example.org", null, null, "none", new Uri("https://award.example.org")) { Every = TimeSpan.FromDays(30) });
        await world.Do("office", AConsultation.Start((clock ?? TimeProvider.System).GetUtcNow().AddYears(1)));
        return world;
    }
}
