using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Sessions;
using ReviewRoom.Identity;
using ReviewRoom.Live;

namespace ReviewRoom.Objections;

/// <summary>What became of a form: taken with its receipt, or sent back.</summary>
/// <param name="Secret">Shown with the receipt, once.</param>
/// <param name="IsTooMany">Over the limits: to be sent again later.</param>
public sealed record Filing(string? Receipt, string? Secret, ImmutableArray<EntryFault> Faults, Refusal? Refusal = null, bool IsTooMany = false);

/// <summary>How an objection stands, for who asks with receipt and secret.</summary>
/// <param name="Status">Null where the two do not belong together, whatever is wrong with them.</param>
/// <param name="Wait">So long the next try from this address has to wait.</param>
public sealed record Standing(ObjectionStatus? Status, DateTimeOffset? Deleted, TimeSpan Wait);

/// <summary>
/// Takes real-name objections: who it is goes encrypted into the store, the rest into the ledger, in this order; tells an objector how it stands, and its two handlers who it is from.
/// </summary>
public sealed class ObjectionDesk(LiveSessions sessions, ObjectionStore store, ObjectionLimits limits, SignInDelay delay, ObjectionKeeping keeping)
{
    // No 0 O 1 I L U: receipt and secret are read aloud and typed.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public async Task<Filing> File(string session, ObjectionEntry entry, IReadOnlyList<IFormFile> files, string address, CancellationToken ct)
    {
        if (sessions.Notice(session) is not { } notice) return new Filing(null, null, [], new Refusal(RefusalCode.NotFound));
        if (notice.IsOver) return new Filing(null, null, [], new Refusal(RefusalCode.NoticeOver));
        var (evidence, wrong) = await Read(files, ct);
        ImmutableArray<EntryFault> faults = [.. entry.Faults(notice), .. wrong];
        if (!faults.IsEmpty) return new Filing(null, null, faults);
        var intention = entry.IntentionOf(session, evidence.Select(e => e.File.Hash));
        if (store.Find(intention) is null)
        {
            if (!limits.TakeObjection(address)) return new Filing(null, null, [], IsTooMany: true);
            var objector = new Objector(entry.Name, entry.Phone, entry.Code, [.. evidence.Select(e => e.File)], Objector.NewSalt());
            store.Keep(session, NewReceipt(), intention, NewSecret(), objector, [.. evidence.Select(e => e.Bytes)]);
        }
        return await Enter(session, entry, intention, ct);
    }

    public Standing StandingOf(string session, string receipt, string secret, string address)
    {
        var asked = $"objection {session}";
        if (delay.Wait(asked, address) is { Ticks: > 0 } wait) return new Standing(null, null, wait);
        var number = Typed(receipt);
        if (store.Knows(session, number, Typed(secret)) && sessions.Objection(session, number) is { } status)
        {
            delay.Succeeded(asked, address);
            return new Standing(status, status.SettledAt is { } settled ? settled + keeping.For : null, TimeSpan.Zero);
        }
        delay.Failed(asked, address);
        return new Standing(null, null, delay.Wait(asked, address));
    }

    /// <summary>Who an objection is from, to one of its two handlers; noted in the ledger before it is given.</summary>
    public async Task<(Objector? Objector, Refusal? Refusal)> Read(string personId, string session, string receipt, string commandId, CancellationToken ct = default)
    {
        var answer = await sessions.Ask(personId, session, commandId, new ReadObjector(receipt), ct);
        return answer.Receipt is null ? (null, answer.Refusal) : (store.Read(receipt), null);
    }

    /// <summary>A file of it, noted like the name.</summary>
    /// <param name="place">From 1.</param>
    public async Task<(string Name, byte[] Bytes)?> ReadFile(string personId, string session, string receipt, int place, CancellationToken ct)
    {
        if (sessions.View(personId, session)?.Closing?.Objections.FirstOrDefault(o => o.Receipt == receipt)?.Handlers.Contains(personId) != true) return null;
        if (store.Read(receipt) is not { } objector || place < 1 || place > objector.Files.Length) return null;
        var answer = await sessions.Ask(personId, session, Guid.NewGuid().ToString("N"), new ReadObjector(receipt, place), ct);
        return answer.Receipt is not null && store.ReadFile(receipt, place) is { } bytes ? (objector.Files[place - 1].Name, bytes) : null;
    }

    /// <summary>Brings what is kept into the ledger; asked twice, it is there once.</summary>
    private async Task<Filing> Enter(string session, ObjectionEntry entry, string intention, CancellationToken ct)
    {
        if (store.Find(intention) is not { } known) return new Filing(null, null, [], new Refusal(RefusalCode.NotStored));
        var answer = await sessions.File(session, Cause.CommandOf("objection", known.Receipt), new FileObjection(known.Receipt, entry.Candidate, entry.Condition, entry.Facts, known.Identity), ct);
        if (answer.Receipt is not null) return new Filing(known.Receipt, known.Secret, []);
        // What could not be written may be there all the same: the same form sent again finds it.
        if (answer.Refusal?.Code != RefusalCode.NotStored) store.Drop(known.Receipt);
        return new Filing(null, null, [], answer.Refusal);
    }

    private static async Task<(List<(EvidenceFile File, byte[] Bytes)> Evidence, List<EntryFault> Wrong)> Read(IReadOnlyList<IFormFile> files, CancellationToken ct)
    {
        List<(EvidenceFile, byte[])> evidence = [];
        List<EntryFault> wrong = [];
        if (files.Count > EvidenceCheck.MostFiles) return (evidence, [new EntryFault("Files", ObjectionFault.FilesMany)]);
        foreach (var file in files)
        {
            var name = Path.GetFileName(file.FileName);
            using var read = new MemoryStream();
            if (file.Length <= EvidenceCheck.MostBytes) await file.CopyToAsync(read, ct);
            var bytes = read.ToArray();
            if ((file.Length > EvidenceCheck.MostBytes ? ObjectionFault.FileSize : EvidenceCheck.FaultOf(name, bytes)) is { } fault) wrong.Add(new EntryFault("Files", fault, name));
            else evidence.Add((new EvidenceFile(name, bytes.Length, Canonical.Hash(bytes)), bytes));
        }
        return (evidence, wrong);
    }

    private static string NewReceipt() => $"YY-{RandomNumberGenerator.GetString(Letters, 4)}-{RandomNumberGenerator.GetString(Letters, 4)}";

    private static string NewSecret() => string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));

    /// <summary>Capitals, and the groups apart, however it was typed.</summary>
    private static string Typed(string text)
    {
        var plain = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return plain.StartsWith("YY", StringComparison.Ordinal) && plain.Length == 10 ? $"{plain[..2]}-{plain[2..6]}-{plain[6..]}"
            : plain.Length == 12 ? $"{plain[..4]}-{plain[4..8]}-{plain[8..]}" : plain;
    }
}
