using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using ReviewRoom.Domain;
using ReviewRoom.Identity;

namespace ReviewRoom.Tests.Hosting;

public sealed partial class PeopleTests
{
    private const string NewPassword = "quiet-river-17";

    [Fact]
    public async Task A_person_with_a_code_sets_a_new_password_and_the_code_is_used_up()
    {
        await using var app = await AppUnderTest.Start();
        using var old = await app.SignedIn("expert-01");
        var code = await CodeFromThePage(app, "office", "expert-01");
        using var visitor = app.Visitor();

        using var entered = await WithCode(visitor, "expert-01", code, NewPassword);
        using var again = await WithCode(app.Visitor(), "expert-01", code, NewPassword);

        Assert.Equal(HttpStatusCode.Found, entered.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        using var withNew = await app.SignedIn("expert-01", NewPassword);
        Assert.Equal(HttpStatusCode.Found, (await old.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_weak_password_is_refused_in_words_and_leaves_the_code_usable()
    {
        await using var app = await AppUnderTest.Start();
        var code = (await app.Get<OneTimeCodes>().Issue("office", "expert-01"))?.Code ?? "";
        using var visitor = app.Visitor();

        using var weak = await WithCode(visitor, "expert-01", code, "expert-01-2026");
        using var good = await WithCode(visitor, "expert-01", code, NewPassword);

        Assert.Contains("role=\"alert\"", await weak.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, good.StatusCode);
    }

    [Fact]
    public async Task A_code_ends_after_a_quarter_of_an_hour()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = await AppUnderTest.Start(clock);
        var code = (await app.Get<OneTimeCodes>().Issue("office", "expert-01"))?.Code ?? "";

        clock.Advance(TimeSpan.FromMinutes(15));
        using var late = await WithCode(app.Visitor(), "expert-01", code, NewPassword);

        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
    }

    [Theory]
    [InlineData("office", "expert-01", true)]
    [InlineData("office", "office2", false)]
    [InlineData("office", "supervisor", false)]
    [InlineData("office", "admin", false)]
    [InlineData("office", "office", false)]
    [InlineData("supervisor", "expert-01", false)]
    [InlineData("expert-02", "expert-01", false)]
    [InlineData("admin", "office", true)]
    public async Task Codes_are_given_by_those_who_may(string by, string to, bool may)
    {
        await using var app = await AppUnderTest.Start();

        Assert.Equal(may, await app.Get<OneTimeCodes>().Issue(by, to) is not null);
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_at_once()
    {
        await using var app = await AppUnderTest.Start();
        using var office = await app.SignedIn("office");
        var directory = app.Get<PeopleDirectory>();
        var heard = new List<string>();
        directory.Changed += heard.Add;

        await app.Get<People>().Change(new PersonEntry("office", "Office", Roles.None));

        Assert.Equal(["office"], heard);
        Assert.Equal(Roles.None, directory.Find("office")?.Roles);
        Assert.Equal(HttpStatusCode.Found, (await office.GetAsync("/people")).StatusCode);
    }

    [Fact]
    public async Task A_person_whose_right_has_ended_is_not_found_and_not_let_in()
    {
        await using var app = await AppUnderTest.Start();

        await app.Get<People>().Change(new PersonEntry("expert-01", "Expert 01", Roles.Expert, Disabled: true));
        using var answer = await AppUnderTest.SignIn(app.Visitor(), "expert-01", AppUnderTest.Password);

        Assert.Null(app.Get<PeopleDirectory>().Find("expert-01"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using var app = await AppUnderTest.Start();

        var refusal = await app.Get<People>().Change(new PersonEntry("admin", "Admin", Roles.Expert));

        Assert.Equal(PeopleRefusal.LastAdministrator, refusal);
    }

    [Fact]
    public async Task The_first_start_makes_one_administrator_by_the_printed_link_and_no_second()
    {
        await using var app = await AppUnderTest.Empty();
        var path = FirstRunPath().Match(app.Printed).Value;

        using var made = await FirstRun(app.Visitor(), path, "chief");
        using var second = await app.Visitor().GetAsync(path);

        Assert.Equal(HttpStatusCode.Found, made.StatusCode);
        Assert.Equal(Roles.Administrator, app.Get<PeopleDirectory>().Find("chief")?.Roles);
        Assert.Equal(HttpStatusCode.NotFound, second.StatusCode);
    }

    [Fact]
    public async Task The_administrator_adds_a_person_who_then_signs_in_with_a_code()
    {
        await using var app = await AppUnderTest.Start();
        using var admin = await app.SignedIn("admin");

        using var added = await AppUnderTest.Send(admin, "/people/new", "person", ("Form.Name", "张三"), ("Form.UserName", "zhang.san"), ("Form.Expert", "true"));
        var code = await CodeFromThePage(app, "admin", "zhang.san");
        using var entered = await WithCode(app.Visitor(), "zhang.san", code, NewPassword);

        Assert.Equal(HttpStatusCode.Found, added.StatusCode);
        Assert.Equal(new Person("zhang.san", "张三", Roles.Expert), app.Get<PeopleDirectory>().Find("zhang.san"));
        Assert.Equal(HttpStatusCode.Found, entered.StatusCode);
    }

    [Fact]
    public async Task Tables_are_made_again_over_those_that_are_there()
    {
        await using var app = await AppUnderTest.Start();

        await app.Get<People>().Open(CancellationToken.None);

        Assert.NotNull(app.Get<PeopleDirectory>().Find("office"));
    }

    private static async Task<string> CodeFromThePage(AppUnderTest app, string by, string to)
    {
        using var issuer = await app.SignedIn(by);
        using var answer = await AppUnderTest.Send(issuer, "/people", "issue", ("For", to));
        return Code().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
    }

    private static Task<HttpResponseMessage> WithCode(HttpClient visitor, string userName, string code, string password) =>
        AppUnderTest.Send(visitor, "/sign-in?code", "code", ("Form.UserName", userName), ("Form.Code", code), ("Form.New", password), ("Form.Again", password));

    private static Task<HttpResponseMessage> FirstRun(HttpClient visitor, string path, string userName) => AppUnderTest.Send(
        visitor, path, "first-run", ("Form.Name", "Chief"), ("Form.UserName", userName), ("Form.New", NewPassword), ("Form.Again", NewPassword));

    [GeneratedRegex("data-testid=\"code\"[^>]*>([^<]+)<")]
    private static partial Regex Code();

    [GeneratedRegex("/first-run/[0-9a-f]+")]
    private static partial Regex FirstRunPath();
}
