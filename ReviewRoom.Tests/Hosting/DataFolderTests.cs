using ReviewRoom.Hosting;

namespace ReviewRoom.Tests.Hosting;

public sealed class DataFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reviewroom-");

    private HostChoices Choices => new(_folder.FullName);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Real_work_and_a_demonstration_are_never_mixed(bool demoFirst)
    {
        DataFolder.Hold(Choices with { Demo = demoFirst }).Dispose();

        Assert.Throws<DataFolderException>(() => DataFolder.Hold(Choices with { Demo = !demoFirst }));
        DataFolder.Hold(Choices with { Demo = demoFirst }).Dispose();
    }

    [Fact]
    public void Two_programs_never_write_to_one_folder()
    {
        using var first = DataFolder.Hold(Choices);

        Assert.Throws<DataFolderException>(() => DataFolder.Hold(Choices));
    }

    [Fact]
    public void Only_the_owner_may_look_into_it()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has no such modes.");
        var inner = Choices with { DataFolder = Path.Combine(_folder.FullName, "made") };

        DataFolder.Hold(inner).Dispose();

        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(inner.DataFolder));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
