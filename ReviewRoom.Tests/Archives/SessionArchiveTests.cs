using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Papers;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Letters;
using ReviewRoom.Live;
using ReviewRoom.Storage;
using ReviewRoom.Tests.Api;
using ReviewRoom.Tests.Notices;
using ReviewRoom.Tests.Sessions;
using Verification = ReviewRoom.Domain.Ledger.Verification;

namespace ReviewRoom.Tests.Archives;

public sealed class SessionArchiveTests
{
    private const string Path = $"/api/sessions/{AConsultation.Id}/archive.zip";

    [Fact]
    public async Task Every_file_has_the_hash_its_list_names_every_ledger_is_whole_and_its_index_names_all_and_what_is_not_there()
    {
        await using var world = await Consulted();
        using var supervisor = await world.App.Api("supervisor");

        using var zip = await Archive(supervisor, Path);
        var listed = Text(zip, "SHA256SUMS").Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(l => l[66..], l => l[..64]);
        var index = Text(zip, "readme.html");

        Assert.Equal(zip.Entries.Select(e => e.FullName).Where(n => n != "SHA256SUMS").Order(StringComparer.Ordinal), listed.Keys.Order(StringComparer.Ordinal));
        Assert.All(listed, file => Assert.Equal(file.Value, Convert.ToHexStringLower(SHA256.HashData(Bytes(zip, file.Key)))));
        Assert.All(listed.Keys.Where(n => n != "readme.html"), name => Assert.Contains(listed[name], index, StringComparison.Ordinal));
        foreach (var (name, stream) in new[] { ("session-session-6", "session/session-6"), ("room-room-1", "room/room-1"), ("papers-session-6", "papers/session-6"), ("law-yangquan-quality-award", "law/yangquan-quality-award") })
        {
            var verified = Verification.Of(ExportFile.Lines(new MemoryStream(Bytes(zip, $"ledger/{name}.jsonl"))));
            Assert.True(verified.IsWhole);
            Assert.Equal((stream, world.App.Get<LedgerReader>().HeadOf(stream).Hash), (Assert.Single(verified.Streams).Stream, verified.Streams[0].Head.Hash));
        }
        Assert.Equal(4, zip.Entries.Count(e => e.FullName.StartsWith("minutes/room-1.", StringComparison.Ordinal)));
        Assert.Contains("逾期未复", Text(zip, "papers/consultation-1.md"), StringComparison.Ordinal);
        Assert.Contains("First paragraph", Text(zip, "dossiers/d1.md"), StringComparison.Ordinal);
        Assert.Contains("没有收入的内容", index, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_recused_gets_none_another_of_the_office_and_the_supervisor_do_and_nobody_else_learns_of_it()
    {
        await using var world = await Consulted(recused: true);

        async Task<HttpStatusCode> Status(string person)
        {
            using var client = await world.App.Api(person);
            using var answer = await client.GetAsync(Path, HttpCompletionOption.ResponseHeadersRead);
            return answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.Conflict, await Status("office2"));
        foreach (var person in (string[])["office", "supervisor"]) Assert.Equal(HttpStatusCode.OK, await Status(person));
        foreach (var person in (string[])["expert-01", "unit-01", "leading", "unit-99", "admin"]) Assert.Equal(HttpStatusCode.NotFound, await Status(person));
        Assert.Empty(Directory.EnumerateFiles(world.App.Choices.DataFolder, "archive-*.part"));
    }

    [Fact]
    public async Task A_room_that_is_not_closed_stays_out_and_the_files_of_the_register_are_in()
    {
        await using var demo = await AppUnderTest.Demo();
        using var supervisor = await demo.Api("supervisor");

        using var zip = await Archive(supervisor, "/api/sessions/session-6/archive.zip");

        Assert.DoesNotContain(zip.Entries, e => e.FullName.Contains("room-panel", StringComparison.Ordinal) || e.FullName.StartsWith("minutes/", StringComparison.Ordinal));
        Assert.Contains("还有没有结束的材料，没有收入", Text(zip, "readme.html"), StringComparison.Ordinal);
        Assert.Contains(zip.Entries, e => e.FullName.StartsWith("dossiers/org-11/", StringComparison.Ordinal) && e.FullName.EndsWith(".pdf", StringComparison.Ordinal));
        Assert.True(Verification.Of(ExportFile.Lines(new MemoryStream(Bytes(zip, "ledger/application-session-6-org-08.jsonl")))).IsWhole);
        Assert.Equal(16, zip.Entries.Count(e => e.FullName.StartsWith("dossiers/", StringComparison.Ordinal) && e.FullName.EndsWith(".md", StringComparison.Ordinal)));
        var awards = Encoding.UTF8.GetString(Bytes(zip, "ledger/awards-register.jsonl"));
        Assert.True(Verification.Of(ExportFile.Lines(new MemoryStream(Encoding.UTF8.GetBytes(awards)))).IsWhole);
        Assert.DoesNotContain("\"body\"", awards, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_who_objects_is_in_it()
    {
        await using var scene = await NoticeScene.Start();
        await scene.Filed();
        using var office = await scene.App.Api("office");

        using var zip = await Archive(office, Path);

        foreach (var entry in zip.Entries)
            foreach (var secret in (string[])[NoticeScene.Person, NoticeScene.PersonCode, NoticeScene.Telephone])
                Assert.DoesNotContain(secret, Encoding.UTF8.GetString(Bytes(zip, entry.FullName)), StringComparison.Ordinal);
        Assert.Contains("An accident in March.", Text(zip, "ledger/session-session-6.jsonl"), StringComparison.Ordinal);
    }

    private static async Task<AConsultation> Consulted(bool recused = false)
    {
        var world = await AConsultation.Planned(recused: recused);
        await world.Do("office", AConsultation.Start(Given.Start.AddYears(30)));
        await world.Do("unit-01", new ReplyToConsultation([new Opinion("d1", "E5", "text")]));
        Assert.NotNull((await world.App.Get<LettersDesk>().Issue("office", AConsultation.Id, ApiClient.NewId(), new IssuePaper(PaperKind.Consultation, "1", world.App.Get<LivePapers>().Today))).Receipt);
        return world;
    }

    private static async Task<ZipArchive> Archive(HttpClient client, string path) => new(new MemoryStream(await client.GetByteArrayAsync(path)));

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using var file = (zip.GetEntry(name) ?? throw new InvalidOperationException($"{name} is not in the archive.")).Open();
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }

    private static string Text(ZipArchive zip, string name) => Encoding.UTF8.GetString(Bytes(zip, name));
}
