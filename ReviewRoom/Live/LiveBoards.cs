using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;
using ReviewRoom.Identity;
using ReviewRoom.Storage;

namespace ReviewRoom.Live;

/// <summary>What an act at a board led to, and the desk of the one who asked after it.</summary>
public sealed record BoardAnswer(Receipt? Receipt, Refusal? Refusal, BoardDesk? Desk);

/// <summary>All boards, live. The office runs them from its desk; a display gets the picture and nothing else.</summary>
public sealed class LiveBoards : IDisposable
{
    private const string Prefix = "board/";

    /// <summary>The bell of those who look at all boards; no board has this id.</summary>
    private const string Every = "";

    private readonly ConcurrentDictionary<string, Live<Board, BoardAct, BoardEvent>> boards = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim creating = new(1, 1);
    private readonly Bells bells = new();
    private readonly LedgerReader reader;
    private readonly LedgerWriter writer;
    private readonly LiveRooms rooms;
    private readonly PeopleDirectory people;
    private readonly Screens screens;
    private readonly TimeProvider clock;

    public LiveBoards(LedgerReader reader, LedgerWriter writer, LiveRooms rooms, PeopleDirectory people, Screens screens, TimeProvider clock)
    {
        (this.reader, this.writer, this.rooms, this.people, this.screens, this.clock) = (reader, writer, rooms, people, screens, clock);
        foreach (var stream in reader.Streams(Prefix))
        {
            var board = Made(stream[Prefix.Length..]);
            try
            {
                board.Load().GetAwaiter().GetResult();
                if (board.State.Exists) boards[board.State.Id] = board;
            }
            catch (LedgerUnsoundException fault)
            {
                Unsound.Add(fault);
            }
        }
        rooms.Changed += Ring;
        people.Changed += bells.RingPerson;
    }

    /// <summary>Boards whose chain is broken: they are left out, and told of at the start.</summary>
    internal List<LedgerUnsoundException> Unsound { get; } = [];

    /// <summary>The newest snapshots, by title.</summary>
    public IReadOnlyList<Board> Boards => [.. boards.Values.Select(b => b.State).Where(b => b.Exists).OrderBy(b => b.Title, StringComparer.Ordinal).ThenBy(b => b.Id, StringComparer.Ordinal)];

    public Live<Board, BoardAct, BoardEvent>? Find(string boardId) => boards.GetValueOrDefault(boardId) is { State.Exists: true } board ? board : null;

    public async Task<Answer<Board>> Create(Person by, string commandId, string boardId, CreateBoard act)
    {
        if (!StreamsOfKind.IsId(boardId))
            return new Answer<Board>(null, new Refusal(RefusalCode.Malformed) { Field = "id" }, Board.Named(""));
        await creating.WaitAsync().ConfigureAwait(false);
        try
        {
            var board = boards.GetOrAdd(boardId, Made);
            var answer = await board.Ask(by, commandId, act).ConfigureAwait(false);
            if (!board.State.Exists) boards.TryRemove(boardId, out _);
            return answer;
        }
        finally
        {
            creating.Release();
        }
    }

    /// <summary>An act of a member of the office; what it shows is taken from the rooms at this moment.</summary>
    public async Task<BoardAnswer> Ask(string personId, string boardId, string commandId, BoardAct act, CancellationToken ct = default)
    {
        if (Find(boardId) is not { } board || people.Find(personId) is not { } person || ViewerOf(person) is null) return new BoardAnswer(null, new Refusal(RefusalCode.NotFound), null);
        BoardAct asked = act switch
        {
            Release release => release with { Now = Now(board.State, personId) },
            Correct correct => correct with { Now = Now(board.State, personId) },
            StartCeremony start => start with { Now = Now(board.State, personId) },
            NextCeremony next => next with { Now = Now(board.State, personId) },
            _ => act,
        };
        var answer = await board.Ask(person, commandId, asked, ct).ConfigureAwait(false);
        return new BoardAnswer(answer.Receipt, answer.Refusal, Desk(personId, boardId));
    }

    /// <summary>The desk as this member of the office, or the supervisor, may see it now; null for all others.</summary>
    public BoardDesk? Desk(string personId, string boardId) =>
        Find(boardId) is { } board && people.Find(personId) is { } person && ViewerOf(person) is { } viewer ? board.State.DeskFor(viewer, Now(board.State, personId)) : null;

    /// <summary>The picture as these acts would make it now, for the member of the office who prepares them; nothing is recorded or shown.</summary>
    public BoardView? Preview(string personId, string boardId, params ImmutableArray<BoardAct> acts) =>
        Find(boardId) is { } board && people.Find(personId) is { } person && ViewerOf(person) is { } viewer
            ? board.State.PreviewFor(viewer, Now(board.State, personId), acts, clock.GetUtcNow()) : null;

    /// <summary>All desks this person may see, by title; null for who has none.</summary>
    public BoardDesks? Desks(string personId) =>
        people.Find(personId) is { } person && ViewerOf(person) is not null ? new BoardDesks([.. Boards.Select(board => Desk(personId, board.Id)).OfType<BoardDesk>()]) : null;

    /// <summary>The desk now, then after every change of it, at most ten times a second; ends when the person may not see it any more.</summary>
    public IAsyncEnumerable<BoardDesk> Watch(string personId, string boardId, CancellationToken ct) => Watch(personId, boardId, () => Desk(personId, boardId), ct);

    /// <summary>All desks now, then after every change of one of them.</summary>
    public IAsyncEnumerable<BoardDesks> WatchAll(string personId, CancellationToken ct) => Watch(personId, Every, () => Desks(personId), ct);

    private async IAsyncEnumerable<T> Watch<T>(string personId, string rung, Func<T?> look, [EnumeratorCancellation] CancellationToken ct) where T : class
    {
        var bell = bells.Join(personId, rung);
        try
        {
            string? shown = null;
            await foreach (var _ in bell.Rings(ct).ConfigureAwait(false))
            {
                if (look() is not { } seen) yield break;
                var etag = Canonical.Hash(Canonical.Bytes(seen));
                if (etag == shown) continue;
                shown = etag;
                yield return seen;
                await Task.Delay(LiveRooms.Pace, clock, ct).ConfigureAwait(false);
            }
        }
        finally
        {
            bells.Leave(bell);
        }
    }

    /// <summary>A single-use code that opens a display of this board at <c>/board/{code}</c>; null for who is not of the office.</summary>
    public Task<string?> IssueCode(string personId, string boardId) => Task.FromResult(Runs(personId, boardId) ? screens.Issue(boardId, personId) : null);

    /// <summary>Displays and unused codes of a board, for the office.</summary>
    public IReadOnlyList<Screen> Displays(string personId, string boardId) => Runs(personId, boardId) ? screens.Of(boardId) : [];

    /// <summary>Closes a display, or takes a code back; its running stream ends at once.</summary>
    public bool CloseDisplay(string personId, string boardId, string screenId) => Runs(personId, boardId) && screens.Revoke(boardId, screenId);

    /// <summary>The picture now, then after every change of it. For a display, which must be known by its cookie.</summary>
    public async IAsyncEnumerable<BoardView> Show(string boardId, [EnumeratorCancellation] CancellationToken ct)
    {
        if (Find(boardId) is not { } board) yield break;
        string? shown = null;
        await foreach (var state in board.Watch(ct).ConfigureAwait(false))
        {
            if (state.For(new Viewer.Board(boardId)) is not { } view || view.Etag == shown) continue;
            shown = view.Etag;
            yield return view;
        }
    }

    /// <summary>
    /// Marks what a board shows and is no longer true. The command's id follows from the room's entry that caused it, so that after a restart
    /// the same look gives the same act, once.
    /// </summary>
    public async Task LookForStale(string session)
    {
        foreach (var board in boards.Values.Where(b => b.State.Exists && b.State.Session == session))
            foreach (var (room, dossier) in board.State.Outdated(Now(board.State, null)).ToArray())
            {
                var cause = $"{board.Stream}|{room}|{dossier}|{rooms.Find(room)?.State.Version}";
                await board.Ask(Person.System, Canonical.Hash(System.Text.Encoding.UTF8.GetBytes(cause)), new MarkStale(room, dossier)).ConfigureAwait(false);
            }
    }

    public void Dispose()
    {
        rooms.Changed -= Ring;
        people.Changed -= bells.RingPerson;
        creating.Dispose();
    }

    private bool Runs(string personId, string boardId) => Find(boardId) is not null && people.Find(personId) is { } person && person.Roles.HasFlag(Roles.Office);

    private BoardSnapshot Now(Board board, string? personId) => BoardSnapshot.Of(rooms.Rooms.Where(r => r.Session == board.Session), board.Salt, personId);

    private static Viewer? ViewerOf(Person person) =>
        person.Roles.HasFlag(Roles.Office) ? new Viewer.Office(person.Id) : person.Roles.HasFlag(Roles.Supervisor) ? new Viewer.Supervisor(person.Id) : null;

    private Live<Board, BoardAct, BoardEvent> Made(string boardId) =>
        new(Prefix + boardId, Board.Named(boardId), reader, writer, clock) { Published = (_, now) => RingBoard(now.Id) };

    private void Ring(Room room)
    {
        foreach (var board in boards.Values)
            if (board.State.Exists && board.State.Session == room.Session) RingBoard(board.State.Id);
    }

    private void RingBoard(string boardId)
    {
        bells.Ring(boardId);
        bells.Ring(Every);
    }
}
