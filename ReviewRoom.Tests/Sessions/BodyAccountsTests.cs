using ReviewRoom.Domain;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Identity;

namespace ReviewRoom.Tests.Sessions;

public sealed class BodyAccountsTests
{
    private static readonly Body Finance = new("unit-02", "市财政局", "阳泉市财政局", BodyKind.Department, true);

    [Fact]
    public async Task Office_and_administrators_make_an_account_for_a_body_and_its_code_lets_its_person_in_once()
    {
        await using var app = await AppUnderTest.Start();

        var made = Assert.Single(await app.Get<BodyAccounts>().Make("office", [Finance]));
        Assert.Equal((Roles.Body, "市财政局"), (app.Get<PeopleDirectory>().Find("unit-02")?.Roles, app.Get<PeopleDirectory>().Find("unit-02")?.Name));
        var code = Assert.IsType<IssuedCode>(made.Code);
        Assert.NotNull((await app.Get<OneTimeCodes>().Find("unit-02", code.Code)).Number);
        Assert.InRange(code.EndsAt - DateTimeOffset.UtcNow, TimeSpan.FromDays(6), TimeSpan.FromDays(7));
        Assert.Single(await app.Get<BodyAccounts>().Make("admin", [Finance with { Id = "UNIT-30", ShortName = "市能源局" }]));
    }

    [Fact]
    public async Task Nobody_else_makes_accounts_and_an_id_that_is_taken_by_another_is_left_to_him()
    {
        await using var app = await AppUnderTest.Start();
        await app.Get<People>().AddAll([new PersonEntry("unit-02", "别人", Roles.Expert)], AppUnderTest.Password);

        Assert.All(await Task.WhenAll(new[] { "supervisor", "expert-01", "unit-02", "nobody" }.Select(by => app.Get<BodyAccounts>().Make(by, [Finance]))), Assert.Empty);
        Assert.Equal("unit-02-2", Assert.Single(await app.Get<BodyAccounts>().Make("office", [Finance])).PersonId);
        Assert.Equal(Roles.Expert, app.Get<PeopleDirectory>().Find("unit-02")?.Roles);
    }

    [Fact]
    public void The_office_gives_codes_to_who_acts_for_a_body_and_to_nobody_who_holds_more()
    {
        Person To(Roles roles) => new("unit-02", "Unit", roles);

        Assert.True(PeopleRules.MayIssueCode(Given.Office, To(Roles.Body)));
        Assert.False(PeopleRules.MayIssueCode(Given.Office, To(Roles.Body | Roles.Office)));
        Assert.False(PeopleRules.MayIssueCode(To(Roles.Body), new Person("unit-03", "Other", Roles.Body)));
    }
}
