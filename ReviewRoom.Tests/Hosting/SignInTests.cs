using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ReviewRoom.Domain;
using ReviewRoom.Identity;

namespace ReviewRoom.Tests.Hosting;

public sealed class SignInTests
{
    [Fact]
    public async Task The_right_password_leads_back_to_where_one_wanted_to_go()
    {
        await using var app = await AppUnderTest.Start();
        using var visitor = app.Visitor();

        using var answer = await AppUnderTest.SignIn(visitor, "office", AppUnderTest.Password, "/sign-in?back=%2Fpeople");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(new Uri(app.Url, "/people"), answer.Headers.Location);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("rr-who=", StringComparison.Ordinal) && cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task One_is_never_sent_to_another_site(string back)
    {
        await using var app = await AppUnderTest.Start();
        using var visitor = app.Visitor();

        using var answer = await AppUnderTest.SignIn(visitor, "office", AppUnderTest.Password, "/sign-in?back=" + Uri.EscapeDataString(back));

        Assert.Equal(app.Url, answer.Headers.Location);
    }

    [Theory]
    [InlineData("office", "wrong-password")]
    [InlineData("nobody-at-all", "demo-2026")]
    [InlineData("office", "")]
    public async Task A_wrong_password_is_told_in_words(string userName, string password)
    {
        await using var app = await AppUnderTest.Start();
        using var visitor = app.Visitor();

        using var answer = await AppUnderTest.SignIn(visitor, userName, password);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("rr-who", StringComparison.Ordinal)));
    }

    [Fact]
    public void After_three_wrong_passwords_each_wait_is_longer_and_ends_by_itself()
    {
        var clock = new FakeTimeProvider();
        var delay = new SignInDelay(clock);

        var waits = new List<double>();
        for (var n = 0; n < 10; n++)
        {
            delay.Failed("office", "10.0.0.7");
            waits.Add(delay.Wait("OFFICE", "10.0.0.7").TotalSeconds);
        }

        Assert.Equal([0, 0, 1, 2, 4, 8, 16, 32, 60, 60], waits);
        clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(TimeSpan.Zero, delay.Wait("office", "10.0.0.7"));
    }

    [Fact]
    public void Nobody_can_shut_the_office_out_from_another_machine()
    {
        var delay = new SignInDelay(new FakeTimeProvider());

        for (var n = 0; n < 20; n++) delay.Failed("office", "10.0.0.66");

        Assert.Equal(TimeSpan.Zero, delay.Wait("office", "10.0.0.7"));
    }

    [Fact]
    public async Task While_one_has_to_wait_even_the_right_password_is_not_looked_at()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = await AppUnderTest.Start(clock);
        using var visitor = app.Visitor();
        for (var n = 0; n < 5; n++)
        {
            using var wrong = await AppUnderTest.SignIn(visitor, "office", "wrong");
            clock.Advance(app.Get<SignInDelay>().Wait("office", "127.0.0.1"));
        }

        using var last = await AppUnderTest.SignIn(visitor, "office", "wrong");
        using var early = await AppUnderTest.SignIn(visitor, "office", AppUnderTest.Password);
        clock.Advance(TimeSpan.FromMinutes(1));
        using var later = await AppUnderTest.SignIn(visitor, "office", AppUnderTest.Password);

        Assert.Equal(HttpStatusCode.OK, early.StatusCode);
        Assert.Equal(HttpStatusCode.Found, later.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_sign_in()
    {
        await using var app = await AppUnderTest.Start();
        using var office = await app.SignedIn("office");
        using var nothing = new FormUrlEncodedContent([]);

        using var left = await office.PostAsync("/sign-out", nothing);
        using var after = await office.GetAsync("/people");

        Assert.Equal("/sign-in", left.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_that_sign_in_for_every_copy_of_its_cookie_and_no_other()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = await AppUnderTest.Start(clock);
        using var office = app.Visitor();
        using var entered = await AppUnderTest.SignIn(office, "office", AppUnderTest.Password);
        var cookie = entered.Headers.GetValues("Set-Cookie").First(set => set.StartsWith("rr-who=", StringComparison.Ordinal)).Split(';')[0];
        using var copy = app.Visitor(cookies: false);
        copy.DefaultRequestHeaders.Add("Cookie", cookie);
        using var elsewhere = await app.SignedIn("office");

        // The principal in the cookie is made anew meanwhile: it is still the same sign-in.
        clock.Advance(TimeSpan.FromMinutes(2));
        using var renewed = await office.GetAsync("/people");
        using var nothing = new FormUrlEncodedContent([]);
        using var left = await office.PostAsync("/sign-out", nothing);

        Assert.Contains(renewed.Headers.GetValues("Set-Cookie"), set => set.StartsWith("rr-who=", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Found, (await copy.GetAsync("/people")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/people")).StatusCode);
    }

    [Fact]
    public async Task Who_signs_in_after_another_in_the_same_browser_ends_the_other_ones_sign_in()
    {
        await using var app = await AppUnderTest.Start();
        using var shared = app.Visitor();
        using var first = await AppUnderTest.SignIn(shared, "office", AppUnderTest.Password);
        using var copy = app.Visitor(cookies: false);
        copy.DefaultRequestHeaders.Add("Cookie", first.Headers.GetValues("Set-Cookie").First(set => set.StartsWith("rr-who=", StringComparison.Ordinal)).Split(';')[0]);

        using var second = await AppUnderTest.SignIn(shared, "admin", AppUnderTest.Password);

        Assert.Equal(HttpStatusCode.Found, (await copy.GetAsync("/people")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await shared.GetAsync("/people")).StatusCode);
    }


    [Fact]
    public async Task Signing_out_when_one_is_out_already_leads_to_the_sign_in_page_and_not_back_to_the_act()
    {
        await using var app = await AppUnderTest.Start();
        using var nobody = app.Visitor();
        using var nothing = new FormUrlEncodedContent([]);

        using var answer = await nobody.PostAsync("/sign-out", nothing);

        Assert.Equal("/sign-in", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_page_of_problems_does_not_fail_over_what_stands_in_its_address()
    {
        await using var app = await AppUnderTest.Start();
        using var office = await app.SignedIn("office");

        using var answer = await office.GetAsync("/problem?status=none");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_sign_in_outlives_a_restart_of_the_server()
    {
        var folder = Directory.CreateTempSubdirectory("reviewroom-").FullName;
        await using var first = await AppUnderTest.Empty(dataFolder: folder);
        await first.Get<People>().AddAll([new PersonEntry("office", "Office", Roles.Office)], AppUnderTest.Password);
        var cookie = await first.CookieOf("office");
        await first.StopAndKeepData();
        await using var second = await AppUnderTest.Empty(dataFolder: folder);
        using var office = second.Visitor(cookies: false);
        office.DefaultRequestHeaders.Add("Cookie", $"rr-who={cookie}");

        using var answer = await office.GetAsync("/people");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Where_the_end_of_a_sign_in_cannot_be_written_down_it_ends_and_the_next_person_signs_in()
    {
        await using var app = await AppUnderTest.Start();
        using var shared = app.Visitor();
        using var first = await AppUnderTest.SignIn(shared, "office", AppUnderTest.Password);
        using var copy = app.Visitor(cookies: false);
        copy.DefaultRequestHeaders.Add("Cookie", first.Headers.GetValues("Set-Cookie").First(set => set.StartsWith("rr-who=", StringComparison.Ordinal)).Split(';')[0]);
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<PeopleDb>().Database.ExecuteSqlRawAsync("DROP TABLE EndedSignIns", TestContext.Current.CancellationToken);

        using var second = await AppUnderTest.SignIn(shared, "admin", AppUnderTest.Password);
        using var within = await shared.GetAsync("/people");
        using var nothing = new FormUrlEncodedContent([]);
        using var left = await shared.PostAsync("/sign-out", nothing);

        Assert.Equal(HttpStatusCode.OK, within.StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await copy.GetAsync("/people")).StatusCode);
        Assert.Contains(left.Headers.GetValues("Set-Cookie"), set => set.StartsWith("rr-who=;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signing_out_many_times_at_once_is_written_down_once()
    {
        await using var app = await AppUnderTest.Start();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => app.Get<People>().EndSignIn("office", "one"))));

        await using var scope = app.Services.CreateAsyncScope();
        Assert.Single(await scope.ServiceProvider.GetRequiredService<PeopleDb>().EndedSignIns.ToListAsync(TestContext.Current.CancellationToken), ended => ended.SignIn == "one");
    }
}
