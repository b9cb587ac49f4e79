using System.Diagnostics;

namespace ReviewRoom.Tests.Documents;

/// <summary>LibreOffice without a window, and poppler: opens office files and tells what stands on the printed pages.</summary>
internal static class LibreOffice
{
    /// <summary>Where it is missing a test that needs it is skipped; never in the build that decides.</summary>
    public static bool MayBeMissing => Environment.GetEnvironmentVariable("CI") is null && !Found("soffice", "pdftotext");

    /// <summary>A printed document: its text without white space in the order of the content, its number of pages, the size of a page in points.</summary>
    public sealed record Print(string Text, int Pages, string Size);

    /// <param name="files">File names, each of another base name, and their bytes.</param>
    public static async Task<IReadOnlyDictionary<string, Print>> Prints(IReadOnlyDictionary<string, byte[]> files, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("reviewroom-office-");
        try
        {
            foreach (var (name, bytes) in files) await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), bytes, ct);
            await Run(folder.FullName, "soffice", ["--headless", "--norestore", $"-env:UserInstallation=file://{folder.FullName}/profile", "--convert-to", "pdf", .. files.Keys], ct);
            var prints = new Dictionary<string, Print>(StringComparer.Ordinal);
            foreach (var name in files.Keys)
            {
                var pdf = Path.ChangeExtension(name, "pdf");
                var about = (await Run(folder.FullName, "pdfinfo", [pdf], ct)).Split('\n').Select(l => l.Split(':', 2)).Where(l => l.Length == 2).ToDictionary(l => l[0], l => l[1].Trim(), StringComparer.Ordinal);
                prints[name] = new Print(Squeezed(await Run(folder.FullName, "pdftotext", ["-raw", pdf, "-"], ct)), int.Parse(about["Pages"], System.Globalization.CultureInfo.InvariantCulture), about["Page size"]);
            }
            return prints;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Words are broken into lines as the page wants it.</summary>
    public static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));

    private static bool Found(params string[] programs) =>
        programs.All(p => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, p))));

    private static async Task<string> Run(string folder, string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException(program);
        var (said, faults) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 ? await said : throw new InvalidOperationException($"{program}: {await faults}");
    }
}
