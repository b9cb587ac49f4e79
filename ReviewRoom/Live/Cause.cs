using ReviewRoom.Domain;

namespace ReviewRoom.Live;

/// <summary>What the program does because of something is asked by one command, however often the cause is found.</summary>
internal static class Cause
{
    /// <summary>The command's id, made of what caused it.</summary>
    public static string CommandOf(params string[] cause) => Canonical.Hash(Canonical.Bytes(cause));
}
