namespace ReviewRoom.Domain;

/// <summary>What a signed-in person may be asked to do. Roles do not add up inside a room: who has a seat there is only that seat.</summary>
[Flags]
public enum Roles
{
    None = 0,
    Office = 1,
    Expert = 2,
    Supervisor = 4,
    Administrator = 8,
    /// <summary>Acts for a body of a session: a member unit, the leading group. Which one, the session says.</summary>
    Body = 16,
    /// <summary>Records payments and what comes back (Articles 19, 21, 25).</summary>
    Finance = 32,
    /// <summary>Acts for an applicant (Article 13). For which application, the application says.</summary>
    Applicant = 64,
}

/// <summary>A signed-in person: the account's stable id, the name shown to others, and the roles held now.</summary>
public sealed record Person(string Id, string Name, Roles Roles)
{
    /// <summary>The program itself, for acts that follow from an earlier entry or from a deadline.</summary>
    public static readonly Person System = new("system", "system", Roles.None);
}

/// <summary>
/// Who looks. Everything that leaves the server is projected for one of these (room.md 1 and 4); two viewers that are equal see the same bytes.
/// </summary>
public abstract record Viewer
{
    private Viewer() { }

    /// <summary>The kind in the words of the programming interface: expert, office, supervisor, board, none.</summary>
    public abstract string Kind { get; }

    /// <summary>A panellist on a seat of this room; the leader is an expert who also leads.</summary>
    public sealed record Expert(string PersonId, string Seat) : Viewer
    {
        public override string Kind => "expert";
    }

    /// <summary>A member of the chairing office. The person matters: a conflict binds the office's own people too.</summary>
    public sealed record Office(string PersonId) : Viewer
    {
        public override string Kind => "office";
    }

    /// <summary>A member of the supervisory body: reads, and changes nothing except that he may raise a conflict.</summary>
    public sealed record Supervisor(string PersonId) : Viewer
    {
        public override string Kind => "supervisor";
    }

    /// <summary>A screen in the hall. It holds no right to any individual mark, in any phase.</summary>
    public sealed record Board(string BoardId) : Viewer
    {
        public override string Kind => "board";
    }

    /// <summary>The program itself; it is shown nothing.</summary>
    public sealed record Program : Viewer
    {
        public override string Kind => "system";
    }

    /// <summary>Anybody else: sees no room and is told that there is none.</summary>
    public sealed record Stranger : Viewer
    {
        public override string Kind => "none";
    }
}
