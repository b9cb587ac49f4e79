namespace ReviewRoom.Domain;

/// <summary>What an attached file is, by its first bytes and not by its name alone.</summary>
public enum AttachmentType { Pdf, Xlsx, Png }

/// <summary>A file kept outside the ledger, as the ledger names it.</summary>
/// <param name="Id">Its name in addresses; tells nothing of the file.</param>
/// <param name="Name">The file's own name, 1 to 200 characters.</param>
/// <param name="Bytes">1 to <see cref="MostBytes"/>.</param>
/// <param name="Hash">SHA-256 (lower-case hex) of the file's bytes.</param>
public sealed record Attachment(string Id, string Name, AttachmentType Type, long Bytes, string Hash)
{
    /// <summary>Bytes of one file.</summary>
    public const int MostBytes = 20_000_000;

    /// <summary>Files of one dossier.</summary>
    public const int MostFiles = 10;

    public const int LongestName = 200;

    /// <summary>Could this stand in the ledger?</summary>
    public bool IsSound =>
        Id is { Length: > 0 and <= 40 } && Id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-')
        && !string.IsNullOrWhiteSpace(Name) && Name.Length <= LongestName && !Name.Any(c => char.IsControl(c) || c is '/' or '\\')
        && Bytes is > 0 and <= MostBytes && Hash is { Length: 64 } && Hash.All(char.IsAsciiHexDigitLower);
}

/// <summary>A file as those who may read the dossier see it.</summary>
public sealed record AttachmentView(string Id, string Name, AttachmentType Type, long Bytes)
{
    public static AttachmentView Of(Attachment file) => new(file.Id, file.Name, file.Type, file.Bytes);
}
