using System.Net;
using ReviewRoom.Rehearsals;

namespace ReviewRoom.Tests.Api;

public sealed class RehearsalApiTests
{
    [Fact]
    public async Task A_rehearsal_is_read_as_one_and_no_document_comes_of_it()
    {
        await using var app = await AppUnderTest.Demo();
        var id = (await app.Get<ReviewRoom.Rehearsals.Rehearsals>().Begin("office", "panel-a", RehearsalSettings.Resting)).Id;
        using var office = await app.Api("office");

        var view = await (await office.GetAsync($"/api/rooms/{id}")).Json();
        var page = await office.GetStringAsync($"/rooms/{id}/minutes");

        Assert.True((bool?)view["rehearsal"]);
        Assert.Contains("paper rehearsal", page, StringComparison.Ordinal);
        Assert.DoesNotContain("minutes.docx", page, StringComparison.Ordinal);
        foreach (var document in (string[])["export.jsonl", "minutes.docx", "minutes.xlsx", "minutes.md", "minutes.json"])
        {
            using var refused = await office.GetAsync($"/api/rooms/{id}/{document}");
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Equal("NoRecord", (string?)(await refused.Json())["code"]);
            using var record = await office.GetAsync($"/api/rooms/panel-a/{document}");
            Assert.Equal(HttpStatusCode.OK, record.StatusCode);
        }
    }

    [Fact]
    public async Task Who_may_not_know_of_a_rehearsal_is_not_told_that_there_is_one()
    {
        await using var app = await AppUnderTest.Demo();
        var id = (await app.Get<ReviewRoom.Rehearsals.Rehearsals>().Begin("office", "panel-a", RehearsalSettings.Resting)).Id;
        using var stranger = await app.Api("expert-20");

        foreach (var path in (string[])["", "/export.jsonl", "/minutes.json", "/minutes.docx"])
        {
            using var there = await stranger.GetAsync($"/api/rooms/{id}{path}");
            using var nowhere = await stranger.GetAsync($"/api/rooms/rehearsal-99{path}");
            Assert.Equal((HttpStatusCode.NotFound, await nowhere.Content.ReadAsStringAsync()), (there.StatusCode, await there.Content.ReadAsStringAsync()));
        }
    }
}
