using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Identity;
using ReviewRoom.Live;

namespace ReviewRoom.Messages;

/// <summary>A message as its recipient reads it.</summary>
public sealed record InboxLine(long Number, MessageText Said, DateTimeOffset At, bool IsRead);

/// <summary>A person's messages, the newest first.</summary>
public sealed record InboxView(ImmutableArray<InboxLine> Lines)
{
    public int Unread => Lines.Count(l => !l.IsRead && !l.Said.IsOver);
}

/// <summary>A line of the outbox, without what the message says.</summary>
/// <param name="To">Name of the recipient.</param>
/// <param name="Error">Resource key <c>Error.{…}</c>, and after a bar what the server said.</param>
public sealed record OutboxLine(long Number, string To, string? Address, MessageKind Kind, DateTimeOffset At, MailState Mail, int Attempts, DateTimeOffset? NextAt, DateTimeOffset? SentAt, string? Error, bool IsDoubtful);

/// <param name="IsOn">A mail server is set.</param>
public sealed record OutboxView(bool IsOn, ImmutableArray<OutboxLine> Lines);

/// <summary>Inbox of everybody, outbox of the office.</summary>
public sealed class Inbox : IDisposable
{
    private const int Most = 200;

    /// <summary>The bell of those who watch the outbox; no person's id has a slash in it.</summary>
    private const string Outgoing = "/outbox";

    /// <summary>So long a count is shown again: it stands in the bar of every page.</summary>
    private static readonly TimeSpan Counted = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, (int Unread, long At)> counts = new(StringComparer.Ordinal);
    private readonly Bells bells = new();
    private readonly MessageStore store;
    private readonly MessageWords words;
    private readonly PeopleDirectory people;
    private readonly MailSettings mail;
    private readonly TimeProvider clock;

    public Inbox(MessageStore store, MessageWords words, PeopleDirectory people, MailSettings mail, TimeProvider clock)
    {
        (this.store, this.words, this.people, this.mail, this.clock) = (store, words, people, mail, clock);
        store.Changed += Ring;
        people.Changed += bells.RingPerson;
    }

    /// <summary>What still concerns this person; null for who has no right to sign in.</summary>
    public InboxView? Of(string personId)
    {
        if (people.Find(personId) is null) return null;
        var reader = words.For(personId);
        return new InboxView([.. store.Of(personId, Most).Select(m => reader.Of(m.Draft) is { } said ? new InboxLine(m.Number, said, m.At, m.ReadAt is not null) : null).OfType<InboxLine>()]);
    }

    /// <summary>How many new ones ask for something, for the menu of every page.</summary>
    public int UnreadOf(string personId)
    {
        if (counts.TryGetValue(personId, out var known) && clock.GetElapsedTime(known.At) < Counted) return known.Unread;
        var reader = words.For(personId);
        var unread = store.Of(personId, Most, isUnread: true).Count(m => reader.Of(m.Draft) is { IsOver: false });
        counts[personId] = (unread, clock.GetTimestamp());
        return unread;
    }

    public IAsyncEnumerable<InboxView> Watch(string personId, CancellationToken ct) => bells.Watch(personId, personId, () => Of(personId), clock, ct);

    public void Read(string personId) => store.MarkRead(personId, clock.GetUtcNow());

    /// <summary>The outbox for the office, without what concerns an applicant from whom this person is recused.</summary>
    public OutboxView? OutboxOf(string personId)
    {
        if (people.Find(personId) is not { } person || !person.Roles.HasFlag(Roles.Office)) return null;
        var reader = words.For(personId);
        return new OutboxView(mail.IsOn, [.. store.Outbox(Most).Where(m => reader.MayKnow(m.Draft)).Select(LineOf)]);
    }

    public IAsyncEnumerable<OutboxView> WatchOutbox(string personId, CancellationToken ct) => bells.Watch(personId, Outgoing, () => OutboxOf(personId), clock, ct);

    /// <summary>Has a message that was not sent tried again at once. False where it is none of this person's.</summary>
    public bool SendAgain(string personId, long number)
    {
        if (OutboxOf(personId)?.Lines.Any(l => l.Number == number && MaySend(l)) != true || store.Find(number) is not { } message) return false;
        store.Mark(message, MailState.Waiting, 0, default, message.Error, null);
        return true;
    }

    public static bool MaySend(OutboxLine line) => line.Mail is MailState.Failed or MailState.NoAddress || (line.Mail == MailState.Waiting && line.Attempts > 0);

    public void Dispose()
    {
        store.Changed -= Ring;
        people.Changed -= bells.RingPerson;
    }

    private OutboxLine LineOf(Message m) => new(
        m.Number, people.Find(m.Person)?.Name ?? m.Person, people.EmailOf(m.Person), m.Draft.Kind, m.At, m.Mail, m.Attempts, m.Mail == MailState.Waiting && m.Attempts > 0 ? m.NextAt : null, m.SentAt, m.Error, m.IsDoubtful);

    private void Ring(string person)
    {
        counts.TryRemove(person, out _);
        bells.Ring(person.Length == 0 ? Outgoing : person);
    }
}
