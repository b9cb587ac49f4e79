using ReviewRoom.Domain;
using ReviewRoom.Domain.Conduct;
using ReviewRoom.Domain.Law;

namespace ReviewRoom.Live;

/// <summary>Who may review today, as the conduct files say: asked wherever an expert is seated, drawn, lets himself be heard in a room, or is given a code.</summary>
public sealed class Qualifications(TimeProvider clock)
{
    private ConductBook book = ConductBook.Blank;

    /// <summary>The review qualification of this person is withdrawn today.</summary>
    [Article(22)]
    public bool IsWithdrawn(string personId) => Volatile.Read(ref book).IsWithdrawn(personId, ChinaTime.DayOf(clock.GetUtcNow()));

    /// <summary>The newest files.</summary>
    internal void Take(ConductBook newest) => Volatile.Write(ref book, newest);
}
