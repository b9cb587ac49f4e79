using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using ReviewRoom.Domain;

namespace ReviewRoom.Live;

/// <summary>A display that was opened with a code: bound to one board until it is closed or its day is over. Holds no right but to that board's picture.</summary>
/// <param name="CodeHash">SHA-256 of the single-use code; the code itself is kept nowhere.</param>
/// <param name="CodeUntil">Until when the code may be used.</param>
/// <param name="Until">Until when the display runs, once opened.</param>
public sealed record Screen(string Id, string Board, string CodeHash, string IssuedBy, DateTimeOffset IssuedAt, DateTimeOffset CodeUntil, DateTimeOffset? OpenedAt, DateTimeOffset Until);

/// <summary>The displays of all boards and their codes, in a file of the data folder so that a restart closes none.</summary>
public sealed class Screens(string file, TimeProvider clock) : IDisposable
{
    public const string Scheme = "Board";
    public const string Claim = "screen";

    /// <summary>A code must be typed in within this time, once.</summary>
    public static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(15);

    /// <summary>A working day; a board in use is not dark because of the clock.</summary>
    public static readonly TimeSpan ScreenLife = TimeSpan.FromHours(14);

    /// <summary>No 0, O, 1, I, L, U: read aloud and typed on a strange keyboard.</summary>
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int CodeLength = 12;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Screen> screens = Read(file).ToDictionary(s => s.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, CancellationTokenSource> ends = new(StringComparer.Ordinal);

    /// <summary>Displays and open codes of a board, newest first; what is over is not told.</summary>
    public IReadOnlyList<Screen> Of(string boardId)
    {
        lock (gate) return [.. screens.Values.Where(s => s.Board == boardId && IsAlive(s)).OrderByDescending(s => s.IssuedAt)];
    }

    /// <summary>A new single-use code; only its hash is kept.</summary>
    public string Issue(string boardId, string personId)
    {
        var code = RandomNumberGenerator.GetString(Letters, CodeLength);
        var now = clock.GetUtcNow();
        lock (gate)
        {
            foreach (var over in screens.Values.Where(s => !IsAlive(s)).ToArray()) screens.Remove(over.Id);
            var screen = new Screen(RandomNumberGenerator.GetHexString(32, lowercase: true), boardId, HashOf(code), personId, now, now + CodeLife, null, now + CodeLife);
            screens[screen.Id] = screen;
            Write();
        }
        return string.Join('-', code.Chunk(4).Select(part => new string(part)));
    }

    /// <summary>Opens the display the code was made for; the second time, or too late, there is none.</summary>
    public Screen? Redeem(string code)
    {
        var hash = HashOf(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant());
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (screens.Values.FirstOrDefault(s => s.CodeHash == hash) is not { OpenedAt: null } screen || screen.CodeUntil <= now) return null;
            screen = screen with { OpenedAt = now, Until = now + ScreenLife };
            screens[screen.Id] = screen;
            Write();
            return screen;
        }
    }

    /// <summary>The display, while it is open.</summary>
    public Screen? Find(string? screenId)
    {
        if (screenId is null) return null;
        lock (gate) return screens.GetValueOrDefault(screenId) is { OpenedAt: not null } screen && IsAlive(screen) ? screen : null;
    }

    public Screen? Of(ClaimsPrincipal principal) => Find(principal.FindFirstValue(Claim));

    /// <summary>The display this request comes from.</summary>
    public async Task<Screen?> Of(HttpContext context) =>
        (await context.AuthenticateAsync(Scheme)).Principal is { } principal ? Of(principal) : null;

    /// <summary>Closes a display, or takes a code back; its running stream ends at once.</summary>
    public bool Revoke(string boardId, string screenId)
    {
        lock (gate)
        {
            if (screens.GetValueOrDefault(screenId)?.Board != boardId) return false;
            screens.Remove(screenId);
            Write();
            if (ends.Remove(screenId, out var end)) end.Cancel();
            return true;
        }
    }

    /// <summary>Cancelled when the display is closed or its time is over.</summary>
    public CancellationToken EndOf(Screen screen)
    {
        lock (gate)
        {
            if (!screens.ContainsKey(screen.Id) || !IsAlive(screen)) return new CancellationToken(canceled: true);
            if (!ends.TryGetValue(screen.Id, out var end)) ends[screen.Id] = end = new CancellationTokenSource(screen.Until - clock.GetUtcNow(), clock);
            return end.Token;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var end in ends.Values) end.Dispose();
            ends.Clear();
        }
    }

    private bool IsAlive(Screen screen) => screen.Until > clock.GetUtcNow();

    private static string HashOf(string code) => Canonical.Hash(Encoding.ASCII.GetBytes(code));

    private static IReadOnlyList<Screen> Read(string file) =>
        File.Exists(file) ? JsonSerializer.Deserialize<Screen[]>(File.ReadAllBytes(file), Canonical.Options) ?? [] : [];

    /// <summary>Whole or not at all: a file beside it takes its place.</summary>
    private void Write()
    {
        var beside = file + ".new";
        File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(screens.Values.ToArray(), Canonical.Options));
        File.Move(beside, file, overwrite: true);
    }
}
