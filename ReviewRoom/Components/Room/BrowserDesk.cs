using Microsoft.JSInterop;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Components.Room;

/// <summary>The page's script for one dossier: drafts kept on the device, keys, quoting, scrolling. What it asks of the server comes back through the callbacks.</summary>
public sealed class BrowserDesk(
    IJSRuntime js, DraftKey key, string room, string dossier, string person, Func<DraftEntry, Task<Delivery>> deliver, Func<string, Task> press) : IAsyncDisposable
{
    private DotNetObjectReference<BrowserDesk>? self;
    private IJSObjectReference? desk;

    /// <summary>An entry the browser kept, with the command id it was made with.</summary>
    [JSInvokable]
    public Task<Delivery> Deliver(DraftEntry entry) => deliver(entry);

    [JSInvokable]
    public string? Unwrap(string wrapped) => key.Unwrap(wrapped);

    /// <summary>A key that means something on this page: next, previous, submit, category:2 …</summary>
    [JSInvokable]
    public Task Press(string action) => press(action);

    /// <summary>Takes words quoted from the dossier where no field of the sheet does.</summary>
    public Func<Place, Task>? OnQuote { get; init; }

    [JSInvokable]
    public Task Quote(string at, string quote) => OnQuote?.Invoke(new Place(at, quote)) ?? Task.CompletedTask;

    /// <param name="module">Address of the script.</param>
    /// <param name="saved">What the server has stored, by <c>criterion|field</c>: drafts left by a page that is no more are held against it.</param>
    public async Task Enter(string module, IReadOnlyDictionary<string, string> saved)
    {
        self ??= DotNetObjectReference.Create(this);
        try
        {
            // A slow line takes its time; a page without its script would keep nothing.
            await using var script = await js.InvokeAsync<IJSObjectReference>("import", Timeout.InfiniteTimeSpan, module);
            desk = await script.InvokeAsync<IJSObjectReference>("enter", Timeout.InfiniteTimeSpan, self, new { room, dossier, person, key = key.Key, wrapped = key.Wrapped, saved });
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException) { /* The browser went while it was being asked. */ }
    }

    /// <summary>Shows the item at hand: the dossier scrolls to its heading; the scale takes the focus where the way there was a key.</summary>
    public Task Follow(string criterion, bool focus) => Call("follow", criterion, focus);

    /// <summary>Keeps a mark on the device until its receipt.</summary>
    public Task Keep(DraftEntry entry) => Call("keep", entry);

    public Task Settle(string commandId) => Call("settle", commandId);

    /// <summary>Takes every draft of this dossier off the device: it is closed.</summary>
    public Task Forget() => Call("forget");

    public Task OpenDialog(string id) => Call("openDialog", id);

    public async ValueTask DisposeAsync()
    {
        await Call("leave");
        if (desk is not null)
        {
            try { await desk.DisposeAsync(); }
            catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException) { /* The browser is gone, and the script with it. */ }
        }
        self?.Dispose();
    }

    private async Task Call(string name, params object?[] arguments)
    {
        if (desk is null) return;
        try { await desk.InvokeVoidAsync(name, arguments); }
        catch (JSDisconnectedException) { /* The browser is gone; what matters is kept there. */ }
        catch (TaskCanceledException) { /* The same, while waiting. */ }
    }
}
