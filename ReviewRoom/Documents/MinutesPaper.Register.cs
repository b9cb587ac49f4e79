using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Documents;

// The register of attendance as a part of the paper: one row a seat.
public sealed partial class MinutesPaper
{
    /// <summary>The register's table, for the workbook.</summary>
    public Grid? RegisterTable() => Register().OfType<Grid>().FirstOrDefault();

    private IEnumerable<Piece> Register()
    {
        if (view.Attendance is not { } register) yield break;
        yield return new Title(2, words["Register.Title"], words.Article(16));
        if (register.FirstOpenedAt is { } opened) yield return new Line(words["Register.Opened", MinutesWords.At(opened)]);
        foreach (var restart in register.Restarts ?? []) yield return new Line(words["Register.Restart", MinutesWords.At(restart)]);
        yield return Table("Register.Title",
            [new(words["Col.Seat"], 2), new(words["Col.Name"], 3), new(words["Col.Arrived"], 4), new(words["Col.Remarks"], 4), new(words["Col.Spells"], 8)],
            register.Seats.Select(s => Row(words.Seat(s.Seat), s.Name, s.Spells is [var first, ..] ? MinutesWords.At(first.From) : "", Remarks(s), string.Join("\n", s.Spells.Select(Spelt)))));
    }

    private string Remarks(SeatAttendance seat)
    {
        var said = new List<string> { words.Domain("AttendanceState", seat.State) };
        if (seat.LateMinutes is { } late) said.Add(words["Register.Late", late]);
        if (seat.LeftEarly == true) said.Add(words["Register.Early"]);
        return string.Join(words["Separator"], said);
    }

    private string Spelt(Spell spell) => spell switch
    {
        { To: { } lost, End: SpellEnd.Away } => words["Register.Away", MinutesWords.At(spell.From), MinutesWords.At(lost)],
        { To: { } left } => words["Register.Left", MinutesWords.At(spell.From), MinutesWords.At(left)],
        _ => words["Register.From", MinutesWords.At(spell.From)],
    };
}
