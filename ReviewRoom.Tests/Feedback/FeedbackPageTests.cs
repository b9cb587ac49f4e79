using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ReviewRoom.Components.Feedback;
using ReviewRoom.Documents;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;
using ReviewRoom.Tests.Api;
using ReviewRoom.Tests.Office;

namespace ReviewRoom.Tests.Feedback;

public sealed class FeedbackPageTests(DemoApp demo) : IClassFixture<DemoApp>, IDisposable
{
    private readonly ConsoleContext context = new();

    [Fact]
    public async Task A_rewording_that_the_server_refuses_stays_in_its_form_beside_the_refusal()
    {
        var page = Page();
        var tooLong = new string('字', Domain.Rooms.Room.LongestText + 1);
        await page.InvokeAsync(() => page.Find(".fb .row button:nth-of-type(2)").Click());

        await page.InvokeAsync(() => page.Find(".fb form textarea").Input(tooLong));
        await page.InvokeAsync(() => page.Find(".fb form input:not([type=checkbox])").Input("清楚些"));
        await page.InvokeAsync(() => page.Find(".fb form").Submit());

        page.WaitForAssertion(() => Assert.Contains("过长，最多", page.Find(".receipt .bad").TextContent, StringComparison.Ordinal));
        Assert.Equal(tooLong, page.Find(".fb form textarea").GetAttribute("value"));
        Assert.Equal("清楚些", page.Find(".fb form input:not([type=checkbox])").GetAttribute("value"));

        await page.InvokeAsync(() => page.Find(".fb form textarea").Input("改过的话"));
        await page.InvokeAsync(() => page.Find(".fb form").Submit());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".fb form")));
        Assert.Contains("改过的话", page.Find(".fb").TextContent, StringComparison.Ordinal);
    }

    public void Dispose() => context.Dispose();

    private IRenderedComponent<FeedbackPage> Page()
    {
        // The person's menu counts his messages: no part of this page.
        context.ComponentFactories.AddStub<ReviewRoom.Components.Layout.PersonMenu>();
        context.Services.AddSingleton(TimeProvider.System);
        context.Services.AddSingleton(demo.App.Get<LiveRooms>());
        context.Services.AddSingleton(demo.App.Get<FeedbackDesk>());
        context.Services.AddSingleton(demo.App.Get<Identity.PeopleDirectory>());
        context.AddAuthorization().SetAuthorized("office").SetClaims(new Claim(ClaimTypes.NameIdentifier, "office"));
        context.Renderer.SetRendererInfo(new RendererInfo("Server", true));
        var page = context.Render<FeedbackPage>(p => p.Add(c => c.RoomId, "panel-a").Add(c => c.DossierId, "org-01"));
        page.WaitForElement(".fb");
        return page;
    }
}
