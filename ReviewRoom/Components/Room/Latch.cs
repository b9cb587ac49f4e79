namespace ReviewRoom.Components.Room;

/// <summary>Lets one request through at a time. A double click asks once: the second would be refused, and the page would say that nothing was stored.</summary>
public sealed class Latch
{
    private bool isUnderWay;

    public async Task Once(Func<Task> send)
    {
        if (isUnderWay) return;
        isUnderWay = true;
        try
        {
            await send();
        }
        finally
        {
            isUnderWay = false;
        }
    }
}
