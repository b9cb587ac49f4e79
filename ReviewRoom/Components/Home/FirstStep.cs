using ReviewRoom.Domain;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Components.Home;

/// <summary>One step on the way from an empty data folder to a first meeting: resource keys <c>First.{name}</c> and <c>First.{name}.How</c>.</summary>
/// <param name="N">How many of them there are; of how many, where that is known.</param>
public sealed record FirstStep(string Name, string Link, bool IsDone, int N = 0, int? Of = null)
{
    /// <summary>From the reveal on some acts take two persons of the office.</summary>
    public const int OfficePeople = 2;

    /// <summary>What the administrator has to do: who works in the office, who supervises.</summary>
    public static IReadOnlyList<FirstStep> OfAdministrator(IReadOnlyCollection<Person> people)
    {
        int With(Roles role) => people.Count(p => p.Roles.HasFlag(role));
        return
        [
            new("Administrator", "/people", true),
            new("Office", "/people/new", With(Roles.Office) >= OfficePeople, With(Roles.Office), OfficePeople),
            new("Supervisor", "/people/new", With(Roles.Supervisor) > 0),
        ];
    }

    /// <summary>What the office has to do before its first meeting; nothing any more once a dossier has been opened in any room.</summary>
    /// <param name="register">The newest session's; null before there is one.</param>
    /// <param name="rooms">Rooms the person oversees.</param>
    /// <param name="hasPassword">Whether the person of a seat has found the way in.</param>
    public static IReadOnlyList<FirstStep> OfOffice(RegisterView? register, IReadOnlyCollection<RoomView> rooms, Func<string, bool> hasPassword, IReadOnlyCollection<string> seated)
    {
        if (rooms.SelectMany(r => r.Dossiers).Any(d => d.Phase is not (null or Phase.Waiting))) return [];
        var inside = seated.Count(hasPassword);
        return
        [
            new("Session", "/office/setup", register is not null),
            new("Experts", "/office/setup?tab=experts", register is { Experts.Length: > 0 }, register?.Experts.Length ?? 0),
            new("Applicants", "/office/setup?tab=applicants", register is { Applicants.Length: > 0 }, register?.Applicants.Length ?? 0),
            new("Dossiers", "/office/setup?tab=applicants", register is { Dossiers.Count: > 0 }, register?.Dossiers.Count ?? 0, register?.Applicants.Length),
            new("Rubric", "/office/setup?tab=rubrics", register is not null),
            new("Room", "/office/setup/room", rooms.Count > 0, rooms.Count),
            new("Codes", rooms.FirstOrDefault() is { } room ? $"/office/slips/{room.Id}" : "/people", seated.Count > 0 && inside == seated.Count, inside, seated.Count),
        ];
    }
}
