using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace ReviewRoom.Tests.Api;

/// <summary>A signature asks for the password again, whoever holds the open page or the cookie.</summary>
public sealed class SigningTests
{
    private const string Room = "panel-a", Dossier = "org-02";

    [Fact]
    public async Task Nobody_signs_without_giving_the_password_again()
    {
        await using var app = await AppUnderTest.Demo();
        using var expert = await app.Api("expert-02");

        using var without = await expert.Act(Room, new { commandId = ApiClient.NewId(), act = "sign", dossier = Dossier, noConflict = true });
        using var wrong = await expert.Act(Room, new { commandId = ApiClient.NewId(), act = "sign", dossier = Dossier, noConflict = true, password = "not-the-password" });
        using var right = await expert.Act(Room, new { commandId = ApiClient.NewId(), act = "sign", dossier = Dossier, noConflict = true, password = AppUnderTest.Password });

        Assert.Equal((HttpStatusCode.Conflict, "PasswordNeeded"), (without.StatusCode, (string?)(await without.Json())["code"]));
        Assert.Equal((HttpStatusCode.Conflict, "PasswordWrong"), (wrong.StatusCode, (string?)(await wrong.Json())["code"]));
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        var seats = (await (await expert.GetAsync($"/api/rooms/{Room}")).Json())["dossiers"]!.AsArray().First(d => (string?)d!["id"] == Dossier)!["signatures"]!.AsArray();
        Assert.Contains(seats, s => (string?)s!["seat"] == "B");
    }

    [Fact]
    public async Task A_signature_without_the_declaration_after_the_meeting_is_refused_with_what_to_do()
    {
        await using var app = await AppUnderTest.Demo();
        using var expert = await app.Api("expert-02");

        using var bare = await expert.Act(Room, new { commandId = ApiClient.NewId(), act = "sign", dossier = Dossier, password = AppUnderTest.Password });
        using var apart = await expert.Act(Room, new { commandId = ApiClient.NewId(), act = "declare", dossier = Dossier, conflict = false });
        using var withIt = await expert.Act(Room, new { commandId = ApiClient.NewId(), act = "sign", dossier = Dossier, noConflict = true, password = AppUnderTest.Password });

        Assert.Equal((HttpStatusCode.Conflict, "NotCertified"), (bare.StatusCode, (string?)(await bare.Json())["code"]));
        Assert.Equal((HttpStatusCode.Conflict, "NotCertified"), (apart.StatusCode, (string?)(await apart.Json())["code"]));
        Assert.Equal(HttpStatusCode.OK, withIt.StatusCode);
    }

    [Fact]
    public async Task Wrong_passwords_hold_up_the_next_signature_and_not_the_next_sign_in()
    {
        await using var app = await AppUnderTest.Demo();
        using var expert = await app.Api("expert-03");
        for (var i = 0; i < 3; i++) (await expert.Act(Room, new { commandId = ApiClient.NewId(), act = "sign", dossier = Dossier, noConflict = true, password = "not-the-password" })).Dispose();

        using var held = await expert.Act(Room, new { commandId = ApiClient.NewId(), act = "sign", dossier = Dossier, noConflict = true, password = AppUnderTest.Password });
        using var again = await app.Visitor().PostAsJsonAsync("/api/sign-in", new { userName = "expert-03", password = AppUnderTest.Password });

        var problem = await held.Json();
        Assert.Equal(("PasswordWait", true), ((string?)problem["code"], (int?)problem["seconds"] >= 1));
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
    }

    [Fact]
    public async Task Passwords_tried_at_once_are_tried_one_after_the_other_and_held_up_all_the_same()
    {
        await using var app = await AppUnderTest.Demo();
        var signatures = app.Get<Identity.Signatures>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => signatures.Prove("expert-05", $"guess {i}"))));

        Assert.All(answers, answer => Assert.Null(answer.Proof));
        Assert.Equal(2, answers.Count(answer => answer.Refusal?.Code == Domain.RefusalCode.PasswordWrong));
        Assert.Equal(18, answers.Count(answer => answer.Refusal?.Code == Domain.RefusalCode.PasswordWait));
        Assert.NotNull((await signatures.Prove("expert-06", AppUnderTest.Password)).Proof);
    }

    [Fact]
    public async Task The_password_is_kept_in_no_file_and_told_in_no_answer()
    {
        const string secret = "a-password-like-no-other-7431";
        var app = await AppUnderTest.Demo();
        await app.Get<Identity.People>().SetPassword("expert-04", secret);
        using var expert = app.Visitor();
        (await expert.PostAsJsonAsync("/api/sign-in", new { userName = "expert-04", password = secret })).Dispose();
        using var signed = await expert.Act(Room, new { commandId = ApiClient.NewId(), act = "sign", dossier = Dossier, noConflict = true, password = secret });
        var told = await signed.Content.ReadAsStringAsync() + app.Printed;

        var folder = await app.StopAndKeepData();
        var holders = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0).ToList();
        await app.DisposeAsync();

        Assert.Equal(HttpStatusCode.OK, signed.StatusCode);
        Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
        Assert.Empty(holders);
    }
}
