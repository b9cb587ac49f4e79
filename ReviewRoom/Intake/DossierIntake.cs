using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Markdown;

namespace ReviewRoom.Intake;

/// <summary>Why a dossier's file cannot be stored (resource <c>DossierFault.{value}</c>).</summary>
public enum DossierFault
{
    None, Empty, TooLong,
    /// <summary>Neither a Markdown file nor a text in UTF-8 or GB18030.</summary>
    NotText,
}

/// <summary>One dossier's text as it was read from an upload: nothing is stored yet.</summary>
/// <param name="Applicant">Id of the applicant the file's name means; null where it means none.</param>
/// <param name="Encoding">UTF-8 or GB18030; empty where neither could read it.</param>
public sealed record DossierFile(string Name, string Markdown, string Encoding, string? Applicant, DossierFault Fault = DossierFault.None);

/// <summary>All texts of an upload, or what is wrong with it as a whole.</summary>
public sealed record DossierReading(ImmutableArray<DossierFile> Files, FileFault? Fault = null);

/// <summary>Reads dossiers from Markdown files and ZIP archives of them; a file is named by its applicant's id, credit code or name.</summary>
public static class DossierIntake
{
    /// <summary>Files of one upload.</summary>
    public const int MostFiles = 50;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new InvalidOperationException("GB18030");

    public static DossierReading Read(IEnumerable<(string Name, byte[] Bytes)> uploads, RegisterView there)
    {
        var files = new List<DossierFile>();
        foreach (var (name, bytes) in uploads)
        {
            if (!bytes.AsSpan().StartsWith("PK"u8)) files.Add(Text(name, bytes, there));
            else if (ArchiveLimits.FaultOf(bytes) is { } fault) return new DossierReading([], fault);
            else files.AddRange(Archive(bytes, there));
        }
        return files.Count == 0 ? new DossierReading([], new FileFault(FileFaultKind.Empty)) : new DossierReading([.. files]);
    }

    /// <summary>The text of one file of one applicant.</summary>
    public static DossierFile ReadOne(string name, byte[] bytes) => bytes.AsSpan().StartsWith("PK"u8) ? new DossierFile(name, "", "", null, DossierFault.NotText) : Text(name, bytes, null);

    /// <summary>A text somebody pasted for this applicant.</summary>
    public static DossierFile Pasted(string applicant, string markdown) => new("", markdown, "UTF-8", applicant, FaultOf(markdown));

    private static IEnumerable<DossierFile> Archive(byte[] bytes, RegisterView there)
    {
        // Names without the UTF-8 flag are those of a Chinese Windows.
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read, leaveOpen: false, CodePagesEncodingProvider.Instance.GetEncoding("GB18030"));
        foreach (var entry in archive.Entries.Where(e => e.Name.Length > 0 && e.Name[0] != '.' && !e.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)))
        {
            if (entry.Length > MarkdownLimits.Bytes)
            {
                yield return new DossierFile(entry.Name, "", "", null, DossierFault.TooLong);
                continue;
            }
            using var memory = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(memory);
            yield return Text(entry.Name, memory.ToArray(), there);
        }
    }

    private static DossierFile Text(string name, byte[] bytes, RegisterView? there)
    {
        var applicant = there is null ? null : ApplicantOf(name, there);
        if (Path.GetExtension(name).ToUpperInvariant() is not (".MD" or ".MARKDOWN" or ".TXT")) return new DossierFile(name, "", "", applicant, DossierFault.NotText);
        if (bytes.Length > MarkdownLimits.Bytes) return new DossierFile(name, "", "", applicant, DossierFault.TooLong);
        foreach (var (encoding, said) in new[] { ((Encoding)Utf8, "UTF-8"), (Gb18030, "GB18030") })
        {
            if (Decoded(encoding, bytes) is not { } text) continue;
            return text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n' or '\f'))
                ? new DossierFile(name, "", "", applicant, DossierFault.NotText) : new DossierFile(name, text, said, applicant, FaultOf(text));
        }
        return new DossierFile(name, "", "", applicant, DossierFault.NotText);
    }

    private static DossierFault FaultOf(string markdown) =>
        string.IsNullOrWhiteSpace(markdown) ? DossierFault.Empty : MarkdownLimits.IsTooLong(markdown) ? DossierFault.TooLong : DossierFault.None;

    private static string? Decoded(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? ApplicantOf(string file, RegisterView there)
    {
        var name = Path.GetFileNameWithoutExtension(file).Trim();
        return there.Applicants.FirstOrDefault(a => name.Equals(a.Id, StringComparison.OrdinalIgnoreCase) || name.Equals(a.Own?.CreditCode, StringComparison.OrdinalIgnoreCase)
            || name == a.Name || name == a.Own?.ShortName)?.Id;
    }
}
