using ReviewRoom.Domain.Rooms;
using ReviewRoom.Identity;
using ReviewRoom.Live;

namespace ReviewRoom.Tests.Demo;

public sealed class DemoWorldTests
{
    [Fact]
    public async Task A_demonstration_opens_with_its_people_rooms_and_board()
    {
        await using var app = await AppUnderTest.Demo();

        Assert.Equal(97, app.Get<PeopleDirectory>().All.Count);
        Assert.Equal(["panel-a", "panel-b"], app.Get<LiveRooms>().Rooms.Select(r => r.Id).Order(StringComparer.Ordinal));
        Assert.Equal(["hall"], app.Get<LiveBoards>().Boards.Select(b => b.Id));
        Assert.Equal(Enum.GetValues<Phase>(), app.Get<LiveRooms>().Rooms.SelectMany(r => r.Dossiers).Select(d => d.Phase).Distinct().Order());
    }

    [Fact]
    public async Task A_second_start_keeps_what_was_done_since()
    {
        using var folder = new Markdown.TemporaryFolder();
        await using (var first = await AppUnderTest.Empty(demo: true, dataFolder: folder.Path))
        {
            var answer = await first.Get<LiveRooms>().Ask("expert-01", "panel-a", "mine", new GiveMark("org-11", "4.7.7", 45));
            Assert.NotNull(answer.Receipt);
        }

        await using var second = await AppUnderTest.Empty(demo: true, dataFolder: folder.Path);

        Assert.Equal(45, second.Get<LiveRooms>().View("expert-01", "panel-a")?.Dossiers.Single(d => d.Id == "org-11").Mine?.Marks["4.7.7"]);
    }

    [Fact]
    public async Task A_folder_with_other_people_in_it_is_left_alone()
    {
        using var folder = new Markdown.TemporaryFolder();
        await using (var real = await AppUnderTest.Empty(dataFolder: folder.Path))
            await real.Get<People>().Add(new PersonEntry("chen", "Chen", Domain.Roles.Office), "a long password");

        await Assert.ThrowsAsync<ReviewRoom.Hosting.DataFolderException>(() => AppUnderTest.Empty(demo: true, dataFolder: folder.Path));
    }

    [Fact]
    public async Task Nobody_and_nothing_is_there_where_no_demonstration_was_asked_for()
    {
        await using var app = await AppUnderTest.Empty();

        Assert.True(app.Get<PeopleDirectory>().IsEmpty);
        Assert.Empty(app.Get<LiveRooms>().Rooms);
    }
}
