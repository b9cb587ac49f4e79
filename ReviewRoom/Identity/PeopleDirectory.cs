using System.Collections.Concurrent;
using ReviewRoom.Domain;

namespace ReviewRoom.Identity;

/// <summary>Everybody who may sign in now, in memory.</summary>
public sealed class PeopleDirectory
{
    private readonly ConcurrentDictionary<string, Person> people = new(StringComparer.Ordinal);

    /// <summary>The id of a person who was added, changed or taken out.</summary>
    public event Action<string>? Changed;

    public IReadOnlyList<Person> All => [.. people.Values.OrderBy(p => p.Id, StringComparer.Ordinal)];

    public Person? Find(string personId) => people.GetValueOrDefault(personId);

    internal void Put(Person person)
    {
        people[person.Id] = person;
        Changed?.Invoke(person.Id);
    }

    internal void Remove(string personId)
    {
        people.TryRemove(personId, out _);
        Changed?.Invoke(personId);
    }
}
