using Microsoft.AspNetCore.Identity;
using ReviewRoom.Domain;

namespace ReviewRoom.Identity;

/// <summary>How a person signs in, and what the person may do now. An account is never deleted: the ledger names its id.</summary>
public sealed class Account : IdentityUser
{
    /// <summary>The name shown to others.</summary>
    public string DisplayName { get; set; } = "";

    public Roles Roles { get; set; }

    /// <summary>The right to sign in has ended.</summary>
    public bool Disabled { get; set; }
}

/// <summary>
/// A code given by hand to a person who forgot the password, for a quarter of an hour, or printed on a slip for a meeting, for days: one use. Kept afterwards as a record.
/// </summary>
public sealed class OneTimeCode
{
    public long Number { get; set; }

    public required string PersonId { get; set; }

    public required string IssuedBy { get; set; }

    public DateTime IssuedAt { get; set; }

    public DateTime EndsAt { get; set; }

    public DateTime? UsedAt { get; set; }

    /// <summary>When it was taken back before its use: a lost slip.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>Person id of who took it back.</summary>
    public string? RevokedBy { get; set; }

    /// <summary>The room it was printed for; null for a code given by word of mouth.</summary>
    public string? Room { get; set; }

    /// <summary>SHA-256 of the salt and the code.</summary>
    public required byte[] Hash { get; set; }

    public required byte[] Salt { get; set; }
}

/// <summary>A sign-in that was ended by hand. Copies of its cookie are good for fourteen hours at most, so it is remembered as long.</summary>
public sealed class EndedSignIn
{
    public required string SignIn { get; set; }

    public DateTime EndedAt { get; set; }
}
