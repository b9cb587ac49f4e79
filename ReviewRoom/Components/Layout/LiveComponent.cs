using Microsoft.AspNetCore.Components;

namespace ReviewRoom.Components.Layout;

/// <summary>
/// A component that watches one source from its first live render until it leaves the page, and shows the newest of it.
/// The only place that asks for a render.
/// </summary>
public abstract class LiveComponent<T> : ComponentBase, IAsyncDisposable where T : class
{
    private readonly CancellationTokenSource _left = new();
    private Task _watching = Task.CompletedTask;

    /// <summary>The newest; null until the first has come, and again after the source has ended.</summary>
    protected T? View { get; private set; }

    /// <summary>The source has ended by itself: there is nothing here for this person any more.</summary>
    protected bool HasEnded { get; private set; }

    /// <summary>What to watch; it ends when the token is cancelled.</summary>
    protected abstract IAsyncEnumerable<T> Source(CancellationToken cancellationToken);

    /// <summary>Called before each render with the view that will be shown.</summary>
    protected virtual void OnView(T view) { }

    /// <summary>Is a view that comes from the source older than the one on the screen? Then it is passed over: a page never falls back behind its last receipt.</summary>
    protected virtual bool IsOlder(T view, T shown) => false;

    /// <summary>Shows the answer to an own act at once, without waiting for the source.</summary>
    protected void Show(T view)
    {
        View = view;
        OnView(view);
        StateHasChanged();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _watching = Watch();
    }

    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync();
        await _watching;
        await OnLeaving();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Called once, when the watching has stopped and the component goes.</summary>
    protected virtual ValueTask OnLeaving() => ValueTask.CompletedTask;

    private async Task Watch()
    {
        try
        {
            await foreach (var view in Source(_left.Token)) await InvokeAsync(() => ShowNewer(view));
            if (!_left.IsCancellationRequested) await InvokeAsync(End);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The component went.
        }
        catch (ObjectDisposedException) when (_left.IsCancellationRequested)
        {
            // The circuit went first.
        }
        catch (Exception fault)
        {
            await DispatchExceptionAsync(fault);
        }
    }

    private void ShowNewer(T view)
    {
        if (View is null || !IsOlder(view, View)) Show(view);
    }

    private void End()
    {
        View = null;
        HasEnded = true;
        StateHasChanged();
    }
}
