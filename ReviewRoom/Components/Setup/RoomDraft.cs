using System.Collections.Immutable;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Rubrics;

namespace ReviewRoom.Components.Setup;

/// <summary>What a room still lacks before it can be created (resource <c>Lack.{value}</c>).</summary>
public enum Lack { Title, Rubric, Agenda, Seats, Leader, Accounts }

/// <summary>A room as the clerk has put it together so far: agenda and seats are ids of the register, in their order.</summary>
public sealed class RoomDraft
{
    public const int MostSeats = 26;

    public string Title { get; set; } = "";
    public Rubric? Rubric { get; set; }
    public RoomSettings Settings { get; set; } = new();
    public List<string> Agenda { get; } = [];
    /// <summary>Applicants of the agenda whose dossier is scored first and not counted.</summary>
    public HashSet<string> Calibrates { get; } = new(StringComparer.Ordinal);
    public List<string> Seats { get; } = [];
    public string? Leader { get; set; }

    /// <summary>The draw the panel came from.</summary>
    public DrawnPanel? Drawn { get; set; }

    public static string LetterOf(int place) => ((char)('A' + place)).ToString();

    /// <summary>Seats whom a draw named, for the agenda it was drawn for.</summary>
    public void Take(DrawnPanel drawn, ImmutableArray<string>? agenda, RegisterView register)
    {
        Drawn = drawn;
        Title = drawn.Title;
        foreach (var expert in drawn.Panel) Seat(expert);
        Agenda.AddRange((agenda ?? []).Where(id => !Agenda.Contains(id) && register.Applicants.Any(a => a.Id == id)));
    }

    /// <summary>Who has left the register since, or is held back from the clerk, leaves the draft as well.</summary>
    public void Keep(RegisterView register)
    {
        Agenda.RemoveAll(id => register.Applicants.All(a => a.Id != id));
        Calibrates.RemoveWhere(id => !Agenda.Contains(id));
        foreach (var gone in Seats.Where(id => register.Experts.All(e => e.Id != id)).ToArray()) Unseat(gone);
    }

    /// <summary>Moves one up (-1) or down (+1); at the end it stays.</summary>
    public void Move(string applicant, int by)
    {
        var from = Agenda.IndexOf(applicant);
        if (from < 0 || from + by < 0 || from + by >= Agenda.Count) return;
        Agenda.RemoveAt(from);
        Agenda.Insert(from + by, applicant);
    }

    /// <summary>A calibration dossier comes before all that count.</summary>
    public void Calibrate(string applicant, bool on)
    {
        if (!on) Calibrates.Remove(applicant);
        else if (Calibrates.Add(applicant) && Agenda.Remove(applicant)) Agenda.Insert(Agenda.Count(Calibrates.Contains), applicant);
    }

    public void TakeOut(string applicant)
    {
        Agenda.Remove(applicant);
        Calibrates.Remove(applicant);
    }

    /// <summary>The first who is seated leads until somebody else is chosen.</summary>
    public void Seat(string expert)
    {
        if (Seats.Count >= MostSeats || Seats.Contains(expert)) return;
        Seats.Add(expert);
        Leader ??= expert;
    }

    public void Unseat(string expert)
    {
        Seats.Remove(expert);
        if (Leader == expert) Leader = Seats.FirstOrDefault();
    }

    /// <param name="hasAccount">Can this expert sign in?</param>
    public IEnumerable<Lack> Lacks(Func<string, bool> hasAccount)
    {
        if (string.IsNullOrWhiteSpace(Title)) yield return Lack.Title;
        if (Rubric is null) yield return Lack.Rubric;
        if (Agenda.Count == 0) yield return Lack.Agenda;
        if (Seats.Count == 0) yield return Lack.Seats;
        else if (Leader is null) yield return Lack.Leader;
        if (Seats.Any(s => !hasAccount(s))) yield return Lack.Accounts;
    }

    /// <summary>The act that creates the room; nothing of <see cref="Lacks"/> may be left.</summary>
    public CreateRoom Plan(RegisterView register) => new(
        Title, register.Id, register.Title, Rubric ?? throw new InvalidOperationException("No rubric."), Settings,
        [.. Seats.Select((s, place) => new SeatPlan(LetterOf(place), register.Accounts[s], register.Experts.First(e => e.Id == s).Name, s == Leader))],
        [.. Agenda.Select(id => register.Applicants.First(a => a.Id == id)).Select(a => new DossierPlan(
            a.Id, a.Name, a.Own is null ? ApplicantKind.Individual : ApplicantKind.Organisation, register.Dossiers.GetValueOrDefault(a.Id), a.Won is { IsEmpty: false } ? a.Won : null, a.Own?.ShortName,
            register.Files.GetValueOrDefault(a.Id) is { IsDefaultOrEmpty: false } files ? files : null, Calibrates.Contains(a.Id) ? true : null))],
        Draw: Drawn is { } drawn && drawn.IsSeated(Seats) ? drawn.Draw : null);
}
