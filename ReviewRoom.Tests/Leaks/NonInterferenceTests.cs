using System.Text;
using CsCheck;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;

namespace ReviewRoom.Tests.Leaks;

/// <summary>
/// Two worlds that differ only in a fact a viewer may not know show him the same bytes, at every moment, and answer his requests alike.
/// Who may know what is said by <see cref="Ladder"/>, not by the projection.
/// </summary>
public sealed class NonInterferenceTests
{
    /// <summary>Meetings of a long run from seeds of chance; without it few meetings, always the same, so that a red build is a changed product.</summary>
    private static readonly int? LongRun = int.TryParse(Environment.GetEnvironmentVariable("ReviewRoom_LeakRounds"), out var rounds) ? rounds : null;

    private static readonly Person[] Others = [Given.Office, Given.Office2, Given.Supervisor, Scriptwriter.Supervisor2, Given.Stranger, Given.Administrator];

    [Fact]
    public void What_a_viewer_may_not_know_changes_no_byte_of_what_he_is_shown() =>
        Gen.Int[0, 9999].Array[400].Sample(numbers =>
        {
            var choices = new Choices(numbers);
            var script = new Scriptwriter(choices).Write();
            for (var i = 0; i < 10; i++)
                if (Twin.Of(script, choices) is { } twin) Compare(twin);
        }, iter: LongRun ?? 30, seed: LongRun is null ? "1snkcP3KrDk5" : null);

    private static void Compare(Twin twin)
    {
        var (one, other, ladder, otherLadder) = (new World(twin.Script), new World(twin.Changed), new Ladder(), new Ladder());
        var known = new HashSet<Viewer>();
        var apart = false;
        foreach (var step in twin.Changed.Steps)
        {
            var shared = twin.Script.Steps.FirstOrDefault(s => s.Moment == step.Moment);
            var told = one.Room.ViewerOf(step.By);
            var blind = !apart && !known.Contains(told) && !ladder.MayKnow(told, twin.Fact);
            var (here, there) = (shared is null ? default : one.Play(shared), other.Play(step));
            if (here.Event is { } happened) ladder.Note(happened, step.By);
            if (there.Event is { } elsewhere) otherLadder.Note(elsewhere, step.By);
            if (shared is not null)
            {
                if (blind && step.Act == shared.Act) Assert.Equal(Canonical.Bytes(here.Refusal), Canonical.Bytes(there.Refusal));
                if (here.Event is null != there.Event is null)
                {
                    Assert.True(ladder.IsRevealed(twin.Fact.Dossier) || known.Contains(told), $"{step.Act} was decided by a hidden fact: {twin.Fact}");
                    apart = true;
                }
            }
            if (here.Event is null && there.Event is null && shared is not null) continue;
            foreach (var viewer in ViewersOf(one.Room))
            {
                if (ladder.MayKnow(viewer, twin.Fact)) known.Add(viewer);
                // What he knew once shows in what followed from it, until he is out in both worlds, and by the same word: then nothing of the dossier is left.
                // His own acts are counted for him: where they came out differently while he knew, the count may tell.
                var person = PersonOf(viewer);
                var isOut = ladder.IsOut(person, twin.Fact.Dossier) && ladder.OwnConflicts(person, twin.Fact.Dossier) == otherLadder.OwnConflicts(person, twin.Fact.Dossier)
                    && !ladder.MayKnow(viewer, twin.Fact) && one.Room.ActsBy(person) == other.Room.ActsBy(person);
                if (!isOut && (apart || known.Contains(viewer))) continue;
                CompareFor(viewer, one.Room, other.Room, twin, step);
                var drawnUp = step.Moment == twin.Changed.Steps[^1].Moment || step.Act is Reveal or ConfirmConflict;
                if (drawnUp && (isOut || !ladder.IsToldByMinutes(viewer, twin.Fact))) CompareMinutes(viewer, one, other, twin, step);
            }
        }
    }

    private static string PersonOf(Viewer viewer) => viewer switch
    {
        Viewer.Expert e => e.PersonId,
        Viewer.Office o => o.PersonId,
        Viewer.Supervisor s => s.PersonId,
        _ => "",
    };

    private static void CompareFor(Viewer viewer, Room one, Room other, Twin twin, Step step)
    {
        var whole = step.Moment == twin.Changed.Steps[^1].Moment || step.Act is Reveal or Revise or Submit or RaiseConflict or ConfirmConflict;
        var (bytes, twins) = (Bytes(one, viewer, whole), Bytes(other, viewer, whole));
        if (!bytes.AsSpan().SequenceEqual(twins))
            Assert.Fail($"{viewer} tells {twin.Fact} apart after {step}\n{string.Join("\n", Differences(bytes, twins))}");
    }

    /// <summary>Every form of the minutes is written from this view and the names of people: equal views, equal papers.</summary>
    private static void CompareMinutes(Viewer viewer, World one, World other, Twin twin, Step step)
    {
        var (bytes, twins) = (Canonical.Bytes(one.Minutes.For(viewer)), Canonical.Bytes(other.Minutes.For(viewer)));
        if (!bytes.AsSpan().SequenceEqual(twins))
            Assert.Fail($"The minutes for {viewer} tell {twin.Fact} apart after {step}\n{string.Join("\n", Differences(bytes, twins))}");
    }

    private static IEnumerable<Viewer> ViewersOf(Room room) =>
        [.. room.Seats.Select(s => new Viewer.Expert(s.PersonId, s.Letter)), .. Others.Select(room.ViewerOf), new Viewer.Board("hall"), new Viewer.Program()];

    /// <summary>All that a room shows a viewer: the room itself, and the texts for the applicants.</summary>
    private static byte[] Bytes(Room room, Viewer viewer, bool withStandings) =>
    [
        .. Canonical.Bytes(withStandings ? Sight.Of(room, Standings.Of([room]), viewer) : room.For(viewer)),
        .. room.Dossiers.SelectMany(d => (byte[])[.. Canonical.Bytes(room.FeedbackFor(viewer, d.Id)), .. Canonical.Bytes(room.FeedbackReportFor(viewer, d.Id))]),
    ];

    private static IEnumerable<string> Differences(byte[] one, byte[] other)
    {
        var (left, right) = (Encoding.UTF8.GetString(one).Split(','), Encoding.UTF8.GetString(other).Split(','));
        return left.Except(right).Select(l => "- " + l).Concat(right.Except(left).Select(r => "+ " + r)).Take(12);
    }
}
