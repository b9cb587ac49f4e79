using System.Text;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;

namespace ReviewRoom.Tests.Leaks;

/// <summary>
/// Two worlds that differ only in a hidden fact show the hall, and the desks of the office and the supervisor, the same bytes, whatever is done at the board meanwhile.
/// The hall may know of a rate only once the office has shown figures of its dossier, and of words never; a desk may know what its person may.
/// </summary>
public sealed class BoardNonInterferenceTests
{
    private static readonly int Meetings = int.TryParse(Environment.GetEnvironmentVariable("ReviewRoom_LeakRounds"), out var rounds) ? rounds : 40;
    private static readonly Person[] Desks = [Given.Office, Given.Office2, Given.Supervisor];

    [Fact]
    public void What_was_not_shown_changes_no_byte_of_the_board_and_no_desk_tells_what_its_person_may_not_know()
    {
        var shown = 0;
        Parallel.For(0, Meetings, meeting =>
        {
            var numbers = Numbers(meeting);
            var (choices, atTheBoard) = (new Choices(numbers), new Choices([.. numbers.Reverse()]));
            var script = new Scriptwriter(choices).Write();
            var acts = BoardScript.Of(script, atTheBoard);
            for (var i = 0; i < 8; i++)
                if (Twin.Of(script, choices) is { } twin) Interlocked.Add(ref shown, Compare(twin, acts));
        });
        Assert.True(shown > 2 * Meetings, $"Figures or places were shown {shown} times in {Meetings} meetings: they prove too little.");
    }

    /// <summary>Always the same meetings, so that a red build is a changed product.</summary>
    private static int[] Numbers(int meeting)
    {
        var numbers = new int[400];
        var state = (uint)(meeting + 1) * 2654435761u;
        for (var i = 0; i < numbers.Length; i++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            numbers[i] = (int)(state % 10000);
        }
        return numbers;
    }

    /// <summary>How often figures or places were shown.</summary>
    private static int Compare(Twin twin, IEnumerable<BoardStep> acts)
    {
        var (one, other, ladder, otherLadder) = (new World(twin.Script), new World(twin.Changed), new Ladder(), new Ladder());
        var (hall, otherHall) = (new BoardWorld(one), new BoardWorld(other));
        var byMoment = acts.ToLookup(a => a.After);
        var known = new HashSet<string>();
        var (told, number, shown) = (false, 0, 0);
        foreach (var step in twin.Changed.Steps)
        {
            var shared = twin.Script.Steps.FirstOrDefault(s => s.Moment == step.Moment);
            var (here, there) = (shared is null ? default : one.Play(shared), other.Play(step));
            if (here.Event is { } happened) ladder.Note(happened, step.By);
            if (there.Event is { } elsewhere) otherLadder.Note(elsewhere, step.By);
            // Whether an act was possible follows from the fact: from here on the meetings are two (the room's own proof says who may know that).
            if (shared is not null && here.Event is null != there.Event is null) return shown;
            foreach (var desk in Desks)
                if (ladder.MayKnow(one.Room.ViewerOf(desk), twin.Fact) || ladder.IsToldByMinutes(one.Room.ViewerOf(desk), twin.Fact)) known.Add(desk.Id);
            if (shared is null) continue;
            var (stale, otherStale) = (hall.Stale(step.Moment), otherHall.Stale(step.Moment));
            foreach (var act in stale.Union(otherStale).Concat(byMoment[step.Moment]))
            {
                var (mine, theirs) = (hall.Play(act, ++number), otherHall.Play(act, number));
                if (mine.Event is Released { What: What.Rate or What.Rank } or PlacesTold or Corrected) shown++;
                if (mine.Event is { } entry && MayTell(entry, twin.Fact)) told = true;
                if (mine.Event is null == theirs.Event is null) continue;
                Assert.True(told || (IsOfRates(twin.Fact) && ladder.IsRevealed(twin.Fact.Dossier)), $"{act} was decided by a hidden fact: {twin.Fact}");
                return shown;
            }
            if (!told) Same(hall.Board.For(new Viewer.Board("hall")), otherHall.Board.For(new Viewer.Board("hall")), "The hall", twin, step);
            foreach (var desk in Desks)
            {
                var viewer = one.Room.ViewerOf(desk);
                if (told || known.Contains(desk.Id)) continue;
                Same(hall.Board.DeskFor(viewer, hall.Now(desk.Id)), otherHall.Board.DeskFor(viewer, otherHall.Now(desk.Id)), $"The desk of {viewer}", twin, step);
            }
        }
        return shown;
    }

    /// <summary>A rate, or what is made of rates; words are on no board. That somebody is shut out shows in the count of sheets.</summary>
    private static bool IsOfRates(Fact fact) => fact.Kind is FactKind.Sheet or FactKind.SheetTotal or FactKind.Table or FactKind.Closing || (fact.Kind == FactKind.ConflictType && fact.Extra);

    /// <summary>Whether this entry shows what the fact is a part of. The order of a ceremony is a salted hash, and a place told is told of all places after it.</summary>
    private static bool MayTell(BoardEvent happened, Fact fact) => IsOfRates(fact) && happened switch
    {
        Released { What: What.Rate or What.Rank } e => e.Dossiers.Any(d => d.Dossier == fact.Dossier),
        Released { What: What.Count } => fact.Kind == FactKind.ConflictType,
        Corrected e => e.Dossier.Dossier == fact.Dossier,
        // The grade and the place of one follow from all others.
        CeremonyStarted or PlacesTold => true,
        _ => false,
    };

    private static void Same<T>(T one, T other, string who, Twin twin, Step step)
    {
        var (bytes, twins) = (Canonical.Bytes(one), Canonical.Bytes(other));
        if (bytes.AsSpan().SequenceEqual(twins)) return;
        var (left, right) = (Encoding.UTF8.GetString(bytes).Split(','), Encoding.UTF8.GetString(twins).Split(','));
        Assert.Fail($"{who} tells {twin.Fact} apart after {step}\n{string.Join("\n", left.Except(right).Select(l => "- " + l).Concat(right.Except(left).Select(r => "+ " + r)).Take(12))}");
    }
}
