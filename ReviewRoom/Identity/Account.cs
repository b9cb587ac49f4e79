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

/// <summary>A code given by hand to a person who forgot the password: one use, a quarter of an hour. Kept afterwards as a record.</summary>
public sealed class OneTimeCode
{
    public long Number { get; set; }

    public required string PersonId { get; set; }

    public required string IssuedBy { get; set; }

    public DateTime IssuedAt { get; set; }

    public DateTime EndsAt { get; set; }

    public DateTime? UsedAt { get; set; }

    /// <summary>SHA-256 of the salt and the code.</summary>
    public required byte[] Hash { get; set; }

    public required byte[] Salt { get; set; }
}
