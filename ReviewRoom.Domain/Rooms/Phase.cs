namespace ReviewRoom.Domain.Rooms;

/// <summary>Where one dossier stands in its room (room.md 2). The act that ends <see cref="Independent"/> is the reveal.</summary>
public enum Phase
{
    /// <summary>待开放: title and applicant are known to the seats; declarations may be signed.</summary>
    Waiting,
    /// <summary>独立评分: blind, individual scoring.</summary>
    Independent,
    /// <summary>合议: marks are open to those who submitted; a mark changes only as a revision.</summary>
    Deliberation,
    /// <summary>待签字: every item is closed.</summary>
    Closed,
    /// <summary>已签字: every counted expert has signed.</summary>
    Signed,
}
