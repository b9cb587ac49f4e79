namespace ReviewRoom.Objections;

/// <summary>
/// How much the public page takes: so many requests and so many objections from one address, and so many altogether, within an hour. Whoever is over it is told to wait, or to bring it in person.
/// </summary>
public sealed class ObjectionLimits(TimeProvider clock)
{
    /// <summary>Requests that send a form, right or wrong.</summary>
    public const int Requests = 40, AllRequests = 600;

    /// <summary>Objections that were taken.</summary>
    public const int Objections = 5, AllObjections = 120;

    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    // The counted times of one kind from one address; "" counts them all.
    private readonly Dictionary<(string Kind, string Address), Queue<DateTimeOffset>> taken = [];
    private readonly Lock counting = new();

    /// <summary>Counts a request; false where it is one too many.</summary>
    public bool TakeRequest(string address) => Take("request", address, Requests, AllRequests);

    /// <summary>Counts an objection; false where it is one too many.</summary>
    public bool TakeObjection(string address) => Take("objection", address, Objections, AllObjections);

    private bool Take(string kind, string address, int most, int mostOfAll)
    {
        lock (counting)
        {
            var now = clock.GetUtcNow();
            foreach (var (key, times) in taken.ToArray())
            {
                while (times.TryPeek(out var first) && first + Window <= now) times.Dequeue();
                if (times.Count == 0) taken.Remove(key);
            }
            if (Of(kind, address).Count >= most || Of(kind, "").Count >= mostOfAll) return false;
            Of(kind, address).Enqueue(now);
            Of(kind, "").Enqueue(now);
            return true;
        }
    }

    private Queue<DateTimeOffset> Of(string kind, string address) => taken.TryGetValue((kind, address), out var times) ? times : taken[(kind, address)] = new Queue<DateTimeOffset>();
}
