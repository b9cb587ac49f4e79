using System.Text;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Objections;

namespace ReviewRoom.Tests.Notices;

public sealed class ObjectionStoreTests
{
    private static readonly byte[] Evidence = Encoding.UTF8.GetBytes("%PDF-1.4 the-canary-of-the-evidence %%EOF");

    [Fact]
    public async Task Name_telephone_number_and_evidence_stand_readable_in_no_file_of_the_data_folder()
    {
        await using var scene = await NoticeScene.Start();

        var (receipt, secret) = await scene.Filed(null, ("proof-canary.pdf", Evidence));

        var files = Directory.EnumerateFiles(scene.App.Choices.DataFolder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "lock").Select(Bytes).ToArray();
        Assert.Contains(files, bytes => Holds(bytes, receipt));
        Assert.All([NoticeScene.Person, NoticeScene.PersonCode, NoticeScene.Telephone, secret, "the-canary-of-the-evidence", "proof-canary"], word => Assert.DoesNotContain(files, bytes => Holds(bytes, word)));
        Assert.Equal((NoticeScene.Person, "proof-canary.pdf"), (scene.Store.Read(receipt)?.Name, scene.Store.Read(receipt)?.Files[0].Name));
        Assert.Equal(Evidence, scene.Store.ReadFile(receipt, 1));
        Assert.Null(scene.Store.ReadFile(receipt, 2));
    }

    [Fact]
    public async Task The_hash_in_the_ledger_is_that_of_what_is_kept_and_cannot_be_guessed_from_the_name()
    {
        await using var scene = await NoticeScene.Start();

        var (one, other) = (await scene.Filed(), await scene.Filed());

        Assert.NotEqual(scene.Store.Read(one.Receipt)?.Hash(), scene.Store.Read(other.Receipt)?.Hash());
    }

    [Fact]
    public async Task A_set_time_after_an_objection_is_settled_name_and_files_are_gone_and_the_receipt_still_answers()
    {
        await using var scene = await NoticeScene.Start();
        var (receipt, secret) = await scene.Filed(null, ("proof.pdf", Evidence));
        var keeping = scene.App.Get<ObjectionKeeping>();
        await scene.Act("office", new NameHandlers(receipt, "office", "office2"));

        scene.Clock.Advance(TimeSpan.FromDays(400));
        keeping.Clear();
        Assert.NotNull(scene.Store.Read(receipt));
        await scene.Act("office2", new SettleObjection(receipt, false, "checked"));
        scene.Clock.Advance(keeping.For - TimeSpan.FromMinutes(5));
        keeping.Clear();
        Assert.NotNull(scene.Store.Read(receipt));
        scene.Clock.Advance(TimeSpan.FromMinutes(6));
        keeping.Clear();

        Assert.Null(scene.Store.Read(receipt));
        Assert.Null(scene.Store.ReadFile(receipt, 1));
        Assert.Empty(Directory.EnumerateFiles(scene.App.Choices.InData("objections"), "*.sealed", SearchOption.AllDirectories));
        Assert.True(scene.Store.Knows(NoticeScene.Id, receipt, secret));
    }

    [Fact]
    public async Task What_never_came_into_the_ledger_does_not_stay()
    {
        await using var scene = await NoticeScene.Start();
        scene.Store.Keep(NoticeScene.Id, "YY-LOST-LOST", "an intention", "secret", new Objector("Somebody", "1234567", NoticeScene.PersonCode, [], Objector.NewSalt()), []);

        scene.App.Get<ObjectionKeeping>().Clear();
        Assert.NotNull(scene.Store.Read("YY-LOST-LOST"));
        scene.Clock.Advance(ObjectionKeeping.Unfinished);
        scene.App.Get<ObjectionKeeping>().Clear();

        Assert.Null(scene.Store.Find("an intention"));
    }

    private static byte[] Bytes(string file)
    {
        using var read = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        read.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static bool Holds(byte[] bytes, string word) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(word)) >= 0;
}
