using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;
using ReviewRoom.Storage;
using ReviewRoom.Tests.Leaks;

namespace ReviewRoom.Tests.Storage;

public class FoldedStateTests
{
    [Fact]
    public void Every_member_of_a_room_comes_back_after_every_entry_of_many_meetings()
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var script in Meetings())
        {
            var world = new World(script);
            AssertSame(world.Room, Again(world.Room), "room");
            foreach (var step in script.Steps)
            {
                if (world.Play(step).Event is not { } happened) continue;
                kinds.Add(happened.GetType().Name);
                AssertSame(Calm(world.Room), Again(world.Room), $"room after {happened}");
            }
        }

        Assert.True(kinds.Count > 24, $"Not all that can happen did: {string.Join(", ", kinds)}.");
    }

    [Fact]
    public void A_room_goes_on_from_what_was_kept_as_it_would_have_gone_on()
    {
        foreach (var script in Meetings())
        {
            var world = new World(script);
            var kept = Again(world.Room);
            foreach (var step in script.Steps)
            {
                var happened = world.Play(step).Event;
                if (happened is not null) kept = Again(kept).Apply(happened, new Stamp(kept.Version + 1, step.At, step.By.Id));
            }

            Assert.Equal(FoldedState.Bytes(world.Room), FoldedState.Bytes(kept));
            Assert.All((Person[])[Given.Office, Given.Supervisor, Given.PersonOf("A"), Given.PersonOf("B"), Given.PersonOf("C")], person =>
                Assert.Equal(Canonical.Bytes(Calm(world.Room).For(world.Room.ViewerOf(person))), Canonical.Bytes(Calm(kept).For(kept.ViewerOf(person)))));
        }
    }

    [Fact]
    public void Presence_is_heard_and_not_kept()
    {
        var room = Given.ARoom().Room;

        var again = Again(room.Heard("expert-b", Presence.Online));

        Assert.Equal(Presence.Offline, again.Seats[1].Presence);
    }

    [Fact]
    public void A_state_held_for_the_eye_is_not_kept()
    {
        var given = Given.ARoom().Revealed();
        given.Do("A", new Revise("d1", "1", 40, "down"));
        given.Do("A", new Revise("d1", "1", 60, "up again"));

        Assert.NotNull(given.Room.CalmAt);
        Assert.Null(Again(given.Room).CalmAt);
    }

    /// <summary>Without the states that are held for five seconds only.</summary>
    private static Room Calm(Room room) => room.Calmed(DateTimeOffset.MaxValue);

    private static IEnumerable<Script> Meetings() => Enumerable.Range(1, 30).Select(seed =>
    {
        var random = new Random(seed);
        return new Scriptwriter(new Choices([.. Enumerable.Range(0, 2000).Select(_ => random.Next(0, 1_000_000))])).Write();
    });

    private static Room Again(Room room) => FoldedState.Read<Room>(FoldedState.Bytes(room));

    private static void AssertSame(object? expected, object? found, string path)
    {
        Assert.True(expected?.GetType() == found?.GetType(), $"{path}: {expected} and {found}");
        if (expected is null || found is null) return;
        switch (expected)
        {
            case string or Enum or DateTimeOffset or Rational or Rate or DateOnly: Assert.True(expected.Equals(found), $"{path}: {expected} and {found}"); break;
            case IEnumerable many when IsDefault(many) || IsDefault((IEnumerable)found): Assert.True(IsDefault(many) && IsDefault((IEnumerable)found), path); break;
            case IEnumerable many: AssertSameElements(many, (IEnumerable)found, path); break;
            default: AssertSameFields(expected, found, path); break;
        }
    }

    private static bool IsDefault(IEnumerable many) => many.GetType().GetProperty("IsDefault")?.GetValue(many) is true;

    private static void AssertSameElements(IEnumerable expected, IEnumerable found, string path)
    {
        var comparer = expected.GetType().GetProperty("KeyComparer");
        Assert.Equal(comparer?.GetValue(expected), comparer?.GetValue(found));
        var (one, other) = (Ordered(expected), Ordered(found));
        Assert.True(one.Length == other.Length, $"{path}: {one.Length} and {other.Length}");
        for (var i = 0; i < one.Length; i++) AssertSame(one[i], other[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
    }

    /// <summary>What has no order of its own is put in one.</summary>
    private static object[] Ordered(IEnumerable many) =>
        many is ImmutableDictionary<string, int> map ? [.. map.OrderBy(m => m.Key, StringComparer.Ordinal)] : [.. many.Cast<object>()];

    private static void AssertSameFields(object expected, object found, string path)
    {
        var type = expected.GetType();
        if (type.IsPrimitive) Assert.True(expected.Equals(found), $"{path}: {expected} and {found}");
        else
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                // A rubric's own indexes are made when they are first asked for.
                if (type != typeof(Rubric) || field.Name is not ("places" or "criteria")) AssertSame(field.GetValue(expected), field.GetValue(found), $"{path}.{field.Name}");
    }
}
