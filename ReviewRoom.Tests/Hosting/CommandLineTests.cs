using ReviewRoom.Hosting;

namespace ReviewRoom.Tests.Hosting;

public sealed class CommandLineTests
{
    public static TheoryData<string[]> EveryOrder()
    {
        string[][] options = [["--demo"], ["--urls", "http://localhost:6001"], ["--data", "/tmp/somewhere"], ["--lan"]];
        var orders = new TheoryData<string[]>();
        foreach (var order in Permutations([0, 1, 2, 3])) orders.Add([.. order.SelectMany(at => options[at])]);
        return orders;
    }

    [Theory, MemberData(nameof(EveryOrder))]
    public void Options_mean_the_same_in_every_order(string[] args)
    {
        var choices = CommandLine.Read(args).Choices;

        Assert.NotNull(choices);
        Assert.True(choices.Demo && choices.Lan);
        Assert.Equal("http://localhost:6001", choices.Urls);
        Assert.Equal(Path.GetFullPath("/tmp/somewhere"), choices.DataFolder);
    }

    [Theory]
    [InlineData("--urls=http://localhost:6001", "--demo")]
    [InlineData("--demo", "--urls=http://localhost:6001")]
    public void Values_may_follow_an_equals_sign(params string[] args)
    {
        var choices = CommandLine.Read(args).Choices;

        Assert.Equal("http://localhost:6001", choices?.Urls);
        Assert.True(choices?.Demo);
    }

    [Fact]
    public void Without_options_it_is_real_work_on_the_usual_address()
    {
        var choices = CommandLine.Read([]).Choices;

        Assert.False(choices?.Demo);
        Assert.Equal("http://localhost:5080", choices?.Urls);
    }

    [Fact]
    public void A_demonstration_never_shares_its_data_folder_with_real_work()
    {
        var real = CommandLine.Read([]).Choices;
        var demo = CommandLine.Read(["--demo"]).Choices;

        Assert.NotEqual(real?.DataFolder, demo?.DataFolder);
    }

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("--urls")]
    [InlineData("--help")]
    [InlineData("verify", "export.jsonl")]
    public void What_is_not_a_server_to_run_starts_none(params string[] args) => Assert.Null(CommandLine.Read(args).Choices);

    private static IEnumerable<int[]> Permutations(int[] left) =>
        left.Length == 0 ? [[]] : left.SelectMany(first => Permutations([.. left.Where(other => other != first)]).Select(rest => (int[])[first, .. rest]));
}
