using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using ReviewRoom.Identity;

namespace ReviewRoom.Tests.Hosting;

public sealed partial class SlipTests
{
    private const string NewPassword = "quiet-river-17";
    private const string Address = "https://10.0.0.5:5443";

    [Fact]
    public async Task A_printed_slip_lets_its_expert_in_once_and_printing_again_ends_the_one_before()
    {
        await using var app = await AppUnderTest.Demo();
        using var office = await app.SignedIn("office");
        var first = await Printed(office, "A");

        var second = await Printed(office, "A");
        var old = await Told(await WithCode(app, "expert-01", first));
        using var entered = await WithCode(app, "expert-01", second);
        var again = await Told(await WithCode(app, "expert-01", second));

        Assert.Contains("已过期", old, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, entered.StatusCode);
        Assert.Contains("已经用过", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lost_slips_are_revoked_by_one_press_and_say_so()
    {
        await using var app = await AppUnderTest.Demo();
        using var office = await app.SignedIn("office");
        var code = await Printed(office, "A", "C");

        using var revoked = await AppUnderTest.Send(office, "/office/slips/panel-a", "revoke", ("code", "all"));
        var told = await Told(await WithCode(app, "expert-01", code));
        var record = await office.GetStringAsync("/people");

        Assert.Contains("已作废 2 张", await revoked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("已被办公室作废", told, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(record, "登录条，[^<]* 作废"));
    }

    [Fact]
    public async Task A_seat_with_a_direct_conflict_is_printed_only_after_its_grounds_were_read_and_the_slip_names_no_applicant()
    {
        await using var app = await AppUnderTest.Demo();
        using var office = await app.SignedIn("office");
        var holder = (await app.Get<RoomSlips>().Of("office", "panel-b") ?? []).First(h => !h.Conflicts.IsEmpty);

        using var unread = await Print(office, "panel-b", ("seat", holder.Seat));
        using var read = await Print(office, "panel-b", ("seat", holder.Seat), ("despite", holder.Seat));
        var (without, with) = (await unread.Content.ReadAsStringAsync(), await read.Content.ReadAsStringAsync());

        Assert.Contains("有直接利益冲突", without, StringComparison.Ordinal);
        Assert.DoesNotContain("data-slip", without, StringComparison.Ordinal);
        Assert.Contains("data-slip", with, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Get<ReviewRoom.Live.LiveRooms>().View("office", "panel-b")?.Dossiers.First(d => d.Id == holder.Conflicts[0].Dossier).Title ?? "?", with, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expert-01")]
    [InlineData("supervisor")]
    public async Task Slips_are_the_offices(string person)
    {
        await using var app = await AppUnderTest.Demo();
        using var visitor = await app.SignedIn(person);

        using var answer = await visitor.GetAsync("/office/slips/panel-a");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(await app.Get<RoomSlips>().Print(person, "panel-a", ["A"], TimeSpan.FromDays(1), new Uri(Address)));
    }

    [Fact]
    public async Task A_sign_in_that_was_ended_stays_ended_after_a_restart_for_as_long_as_a_copy_of_its_cookie_is_good()
    {
        var folder = Directory.CreateTempSubdirectory("reviewroom-").FullName;
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        string copy;
        await using (var first = await AppUnderTest.Empty(time: clock, dataFolder: folder))
        {
            await first.Get<People>().AddAll([new PersonEntry("office", "Office", Domain.Roles.Office)], AppUnderTest.Password);
            using var office = await first.SignedIn("office");
            copy = await first.CookieOf("office");
            using var leaving = first.Visitor(cookies: false);
            leaving.DefaultRequestHeaders.Add("Cookie", "rr-who=" + copy);
            using var nothing = new FormUrlEncodedContent([]);
            using var left = await leaving.PostAsync("/sign-out", nothing);
        }

        await using var second = await AppUnderTest.Empty(time: clock, dataFolder: folder);
        using var thief = second.Visitor(cookies: false);
        thief.DefaultRequestHeaders.Add("Cookie", "rr-who=" + copy);
        using var early = await thief.GetAsync("/people");
        clock.Advance(TimeSpan.FromHours(8));
        using var halfway = await thief.GetAsync("/people");

        Assert.Equal(HttpStatusCode.Found, early.StatusCode);
        Assert.Equal(HttpStatusCode.Found, halfway.StatusCode);
        Assert.False(halfway.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("rr-who=", StringComparison.Ordinal)));
        Directory.Delete(folder, recursive: true);
    }

    private static Task<HttpResponseMessage> Print(HttpClient office, string room, params (string, string)[] fields) =>
        AppUnderTest.Send(office, $"/office/slips/{room}", "print", [.. fields, ("life", "3"), ("when", ""), ("address", Address)]);

    /// <summary>The code on the first of the printed slips.</summary>
    private static async Task<string> Printed(HttpClient office, params string[] seats)
    {
        using var answer = await Print(office, "panel-a", [.. seats.Select(s => ("seat", s))]);
        return Code().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
    }

    private static async Task<HttpResponseMessage> WithCode(AppUnderTest app, string user, string code)
    {
        using var visitor = app.Visitor();
        return await AppUnderTest.Send(visitor, "/sign-in?code", "code", ("Form.UserName", user), ("Form.Code", code), ("Form.New", NewPassword), ("Form.Again", NewPassword));
    }

    private static async Task<string> Told(HttpResponseMessage answer)
    {
        using (answer) return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("<b>([0-9A-Z]{5}-[0-9A-Z]{5})</b>")]
    private static partial Regex Code();
}
