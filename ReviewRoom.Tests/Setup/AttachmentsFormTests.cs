using System.Collections.Immutable;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using ReviewRoom.Components.Setup;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Storage;
using ReviewRoom.Tests.Attachments;
using ReviewRoom.Tests.Office;

namespace ReviewRoom.Tests.Setup;

/// <summary>Files that are still coming while the clerk chooses another applicant.</summary>
public sealed class AttachmentsFormTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reviewroom-").FullName;
    private readonly ConsoleContext page = new();

    public AttachmentsFormTests() => page.Services.AddSingleton(new FileStore(folder));

    [Fact]
    public async Task Files_that_arrive_after_another_applicant_was_chosen_are_offered_for_nobody()
    {
        var form = page.Render<AttachmentsForm>(with => with
            .Add(p => p.Register, Register).Add(p => p.Me, "office").Add(p => p.MayAct, true).Add(p => p.Ask, (_, _) => throw new InvalidOperationException("Nothing is asked.")));
        form.Find("#attach-for").Change("org-1");
        var late = new LateFile();

        var receiving = form.InvokeAsync(() => form.FindComponent<InputFile>().Instance.OnChange.InvokeAsync(new InputFileChangeEventArgs([late])));
        form.Find("#attach-for").Change("org-2");
        late.Arrive();
        await receiving;

        Assert.Empty(form.FindAll(".preview"));
        await form.InvokeAsync(() => form.FindComponent<InputFile>().Instance.OnChange.InvokeAsync(new InputFileChangeEventArgs([late])));
        Assert.Contains("late.png", form.Find(".preview").TextContent, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        page.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static RegisterView Register => new(
        "session-7", 1, "Seventh", [], [.. new[] { "org-1", "org-2" }.Select(id => new ApplicantRecord(id, $"Applicant {id}", null, $"p-{id}", new OrganisationRef(Name: "Employer")))], [],
        ImmutableSortedDictionary<string, string>.Empty, [], ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>A file on a slow line: its bytes come when the test says so.</summary>
    private sealed class LateFile : IBrowserFile
    {
        private readonly byte[] bytes = AttachmentCheckTests.Png(10, 10);
        private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "late.png";

        public DateTimeOffset LastModified => Given.Start;

        public long Size => bytes.Length;

        public string ContentType => "image/png";

        public void Arrive() => arrived.SetResult();

        public Stream OpenReadStream(long maxAllowedSize = 512_000, CancellationToken cancellationToken = default) => new LateStream(bytes, arrived.Task);
    }

    private sealed class LateStream(byte[] bytes, Task arrived) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await arrived;
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
