using System.Collections.Immutable;
using ReviewRoom.Domain;

namespace ReviewRoom.Identity;

/// <summary>Who may do what now, in memory: the answer does not wait for the database, and is never older than the last change.</summary>
public sealed class PeopleDirectory
{
    private ImmutableSortedDictionary<string, Entry> _entries = ImmutableSortedDictionary.Create<string, Entry>(StringComparer.Ordinal);
    private ImmutableHashSet<string> _ended = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Raised with the person's id after name, roles, password or right to sign in changed, or a sign-in ended. Must not block.</summary>
    public event Action<string>? Changed;

    /// <summary>Everybody whose right to sign in stands, by id.</summary>
    public IReadOnlyList<Person> All => [.. _entries.Values.Where(entry => !entry.Disabled).Select(entry => entry.Person)];

    /// <summary>The person as he is now; null for a person who is unknown or whose right has ended.</summary>
    public Person? Find(string personId) => _entries.TryGetValue(personId, out var entry) && !entry.Disabled ? entry.Person : null;

    /// <summary>Where e-mails for the person go; null where there is no address.</summary>
    public string? EmailOf(string personId) => _entries.TryGetValue(personId, out var entry) ? entry.Email : null;

    /// <summary>Whether the person has set a password, and so has found the way in.</summary>
    public bool HasPassword(string personId) => _entries.TryGetValue(personId, out var entry) && entry.HasPassword;

    /// <summary>True where there is no account at all: the first start.</summary>
    public bool IsEmpty => _entries.IsEmpty;

    /// <summary>Whether what was granted at sign-in still stands: same person, same roles and password as then, and not signed out since.</summary>
    public bool Stands(string personId, string? stamp, string? signIn) =>
        _entries.TryGetValue(personId, out var entry) && !entry.Disabled && string.Equals(entry.Stamp, stamp, StringComparison.Ordinal)
        && (signIn is null || !HasEnded(signIn));

    /// <summary>Whether this sign-in was ended by hand.</summary>
    public bool HasEnded(string signIn) => _ended.Contains(signIn);

    /// <summary>A sign-in is over: in every window that was opened with it, and for every copy of its cookie.</summary>
    public void End(string personId, string signIn)
    {
        if (ImmutableInterlocked.Update(ref _ended, static (ended, over) => ended.Add(over), signIn)) Tell(personId);
    }

    /// <summary>Sign-ins that were over before the program was started.</summary>
    internal void Remember(IEnumerable<string> ended) => ImmutableInterlocked.Update(ref _ended, static (before, over) => before.Union(over), ended);

    /// <summary>Every account, those without a right to sign in included; for the page that keeps them.</summary>
    public IReadOnlyList<(Person Person, bool Disabled)> Accounts => [.. _entries.Values.Select(entry => (entry.Person, entry.Disabled))];

    internal void Set(IReadOnlyCollection<Account> accounts)
    {
        ImmutableInterlocked.Update(ref _entries, static (entries, changed) => entries.SetItems(changed.Select(EntryOf)), accounts);
        foreach (var account in accounts) Tell(account.Id);
    }

    /// <summary>Sets a person without an account behind, who cannot sign in.</summary>
    internal void Put(Person person)
    {
        ImmutableInterlocked.Update(ref _entries, static (entries, set) => entries.SetItem(set.Id, new Entry(set, Disabled: false, Stamp: null, HasPassword: false)), person);
        Tell(person.Id);
    }

    private static KeyValuePair<string, Entry> EntryOf(Account account) =>
        new(account.Id, new Entry(new Person(account.Id, account.DisplayName, account.Roles), account.Disabled, account.SecurityStamp, account.PasswordHash is not null, string.IsNullOrWhiteSpace(account.Email) ? null : account.Email));

    // One listener that throws must not keep the others from hearing.
    private void Tell(string personId)
    {
        foreach (var listener in Delegate.EnumerateInvocationList(Changed))
        {
            try
            {
                listener(personId);
            }
            catch (ObjectDisposedException)
            {
                // A circuit that ended meanwhile.
            }
        }
    }

    private sealed record Entry(Person Person, bool Disabled, string? Stamp, bool HasPassword, string? Email = null);
}
