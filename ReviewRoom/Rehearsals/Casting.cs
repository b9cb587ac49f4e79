using Microsoft.Extensions.Localization;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Identity;
using ReviewRoom.Live;
using ReviewRoom.Markdown;
using ReviewRoom.Resources;

namespace ReviewRoom.Rehearsals;

/// <summary>Gives every seat of a rehearsal, and its chair, somebody who can play it.</summary>
internal sealed class Casting(LiveRooms rooms, PeopleDirectory people, DossierTexts texts, IStringLocalizer<RehearsalText> words, TimeProvider clock)
{
    public Cast Of(Room room, RehearsalPlan plan)
    {
        var experts = new Dictionary<string, SimulatedExpert>(StringComparer.Ordinal);
        SimulatedExpert Expert(string letter, string person) =>
            experts.TryGetValue(person, out var known) ? known : experts[person] = new SimulatedExpert(person, TempoOf(room, letter), plan.Seed, room.Rubric, words, (dossier, criterion) => PlaceOf(room, dossier, criterion));
        return new Cast(room, () => rooms.Find(room.Id)?.State, Expert, new SimulatedChair(() => words["Said.Early"]), people, clock);
    }

    /// <summary>A while after the beginning, one after the other, the quick ones first.</summary>
    public static TimeSpan Arrives(Room room, string letter) => TimeSpan.FromSeconds(40) * TempoOf(room, letter) / 100;

    /// <summary>From 30 to 130, the seats apart, so that sheets come in one after another.</summary>
    private static int TempoOf(Room room, string letter) => 30 + 100 * ((3 * room.PlaceOf(letter) + 1) % room.Seats.Length) / room.Seats.Length;

    /// <summary>The heading of the dossier that treats the criterion, else its first; the criterion's own number where there is no text.</summary>
    private Place PlaceOf(Room room, string dossier, string criterion)
    {
        var codes = room.Find(dossier)?.Plan.Text is { } hash && texts.Find(hash) is { } text ? text.Outline.Select(h => h.Code).Where(c => c.Length > 0).ToArray() : [];
        var code = codes.FirstOrDefault(c => c == criterion) ?? codes.FirstOrDefault(c => criterion.StartsWith(c, StringComparison.Ordinal)) ?? codes.FirstOrDefault() ?? criterion;
        return new Place($"{code} ¶1");
    }
}
