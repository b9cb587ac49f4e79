using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Localization;
using ReviewRoom.Documents;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Papers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Letters;
using ReviewRoom.Live;
using ReviewRoom.Markdown;
using ReviewRoom.Resources;
using ReviewRoom.Storage;

namespace ReviewRoom.Archives;

/// <summary>What an archive is drawn from.</summary>
public sealed record ArchiveSources(
    LiveSessions Sessions, LiveApplications Applications, LiveRooms Rooms, LiveRegisters Registers, LiveDraws Draws, LiveBoards Boards, LiveRegulations Regulations, LivePapers Papers, MinutesDesk Minutes, DossierTexts Texts, FileStore Files,
    LedgerReader Reader, Exporter Exporter);

/// <summary>
/// The archive of a session (档案): one ZIP with every ledger stream of it, minutes, papers, dossiers with their files, score tables and the regulation, an index that opens in any browser and a list of
/// SHA-256. Closed rooms only; nothing that is sealed, nothing of who objected.
/// </summary>
public sealed class SessionArchive(ArchiveSources from, IStringLocalizer<ArchiveText> text, IStringLocalizer<LetterText> letters, TimeProvider clock)
{
    /// <summary>Part of the index: also the folder in the archive.</summary>
    public const string Ledger = "ledger", Minutes = "minutes", Papers = "papers", Dossiers = "dossiers", Rubrics = "rubrics", Law = "regulation", Session = "session";

    /// <summary>Nobody of the office or the supervisor who is recused from an applicant has it: it holds everything.</summary>
    public Refusal? MayNot(Person person, string session) =>
        (person.Roles & (Roles.Office | Roles.Supervisor)) == Roles.None || from.Sessions.View(person.Id, session) is null ? new Refusal(RefusalCode.NotFound)
        : from.Sessions.IsBarred(person.Id, session) ? new Refusal(RefusalCode.Recused) : null;

    /// <summary>Writes the archive for one person, who may have it.</summary>
    public void Write(Person person, string session, Stream to)
    {
        if (from.Sessions.View(person.Id, session) is not { } view) throw new InvalidOperationException("There is no such session for this person.");
        var now = clock.GetUtcNow();
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        var writer = new ArchiveWriter(zip, ChinaTime.Of(now));
        var left = new List<string>();
        var rooms = from.Rooms.Rooms.Where(r => r.Session == session && r.Rehearsal is null).ToArray();
        var closed = rooms.Where(r => r.Dossiers.All(d => d.Phase >= Phase.Closed) && r.ViewerOf(person) is (Viewer.Office or Viewer.Supervisor)).ToArray();
        left.AddRange(rooms.Except(closed).Select(r => text[r.ViewerOf(person) is Viewer.Expert ? "Left.Seat" : "Left.Open", r.Title].Value));

        writer.Add(Session, "session.json", Canonical.Bytes(view));
        if (from.Sessions.Notice(session) is { } notice) writer.Add(Session, "notice.json", notice.AsPublished());
        WriteLedgers(writer, person, session, closed);
        foreach (var room in closed) WriteMinutes(writer, person, room);
        WritePapers(writer, session);
        WriteDossiers(writer, person, session, closed, left);
        WriteLaw(writer, view.Plan.Regulation);
        left.AddRange(((string[])["Objectors", "Sealed", "Rehearsals", "Accounts"]).Select(what => text[$"Left.{what}"].Value));

        var index = writer.AddRoot("readme.html", Encoding.UTF8.GetBytes(new ArchiveIndex(text).Of(view.Plan.Title, person.Name, now, writer.Files, left)));
        writer.AddRoot("SHA256SUMS", Encoding.UTF8.GetBytes(string.Concat(writer.Files.Append(index).Select(f => $"{f.Hash}  {f.Name}\n"))));
    }

    private void WriteLedgers(ArchiveWriter writer, Person person, string session, Room[] closed)
    {
        var ledgers = new ArchiveLedgers(from.Reader, from.Exporter);
        var draws = from.Draws.Of(session, person.Id).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (stream, lines) in ledgers.Of(session, draws, from.Boards.Boards.Where(b => b.Session == session).Select(b => b.Id).ToHashSet(StringComparer.Ordinal))) Lines(stream, lines);
        foreach (var room in closed) Lines($"room/{room.Id}", ledgers.Room(room, person));

        void Lines(string stream, IEnumerable<byte[]> lines) => writer.Add(Ledger, stream.Replace('/', '-') + ".jsonl", to =>
        {
            foreach (var line in lines) to.Write(line);
        });
    }

    private void WriteMinutes(ArchiveWriter writer, Person person, Room room)
    {
        foreach (var form in MinutesDesk.Forms)
            if (from.Minutes.Write(person.Id, room.Id, form) is { } handout) writer.Add(Minutes, $"{room.Id}.{form}", handout.Bytes);
    }

    private void WritePapers(ArchiveWriter writer, string session)
    {
        foreach (var paper in from.Papers.Of(session).Issued)
        {
            var letter = LettersDesk.Of(paper, null);
            var name = $"{ShippedTemplates.NameOf(paper.Kind)}-{paper.Place}";
            writer.Add(Papers, name + ".docx", LettersDesk.WordOf(letter));
            writer.Add(Papers, name + ".md", MarkdownPaper.Of(LetterPieces.Of(letter.Blocks)));
        }
        foreach (var form in PaperForm.All)
            foreach (var version in from.Papers.Book.Of(form.Kind)) writer.Add(Papers, $"template-{ShippedTemplates.NameOf(form.Kind)}-{version.Number}.md", version.Text);
    }

    /// <summary>The text and files the applications and the register hold, and what the closed rooms read where that is another.</summary>
    private void WriteDossiers(ArchiveWriter writer, Person person, string session, Room[] closed, List<string> left)
    {
        var register = from.Registers.View(person.Id).Registers.FirstOrDefault(r => r.Id == session);
        var applied = from.Applications.Views(person.Id, session);
        var plans = closed.SelectMany(r => r.Dossiers).Select(d => d.Plan).ToArray();
        var texts = (register?.Dossiers.Select(d => (d.Key, Hash: d.Value)) ?? []).Concat(applied.Where(a => a.Dossier is not null).Select(a => (Key: a.Id, Hash: a.Dossier ?? ""))).Concat(plans.Where(p => p.Text is not null).Select(p => (Key: p.Id, Hash: p.Text ?? ""))).Distinct().ToArray();
        foreach (var (applicant, hash) in texts.OrderBy(t => t.Key, StringComparer.Ordinal))
            if (from.Texts.MarkdownOf(hash) is { } markdown) writer.Add(Dossiers, $"{applicant}.md", markdown);
            else left.Add(text["Left.Text", applicant, hash]);
        var sent = applied.SelectMany(a => a.Files.Select(f => from.Applications.FileFor(person.Id, session, a.Id, f.Id)).OfType<Attachment>().Select(f => (Key: a.Id, File: f)));
        var files = (register?.Files.SelectMany(f => f.Value.Select(a => (f.Key, File: a))) ?? []).Concat(sent).Concat(plans.SelectMany(p => (p.Files ?? []).Select(a => (Key: p.Id, File: a)))).DistinctBy(f => (f.Key, f.File.Hash));
        foreach (var (applicant, file) in files)
        {
            using var bytes = from.Files.Open(file.Hash);
            if (bytes is null) left.Add(text["Left.File", applicant, file.Name]);
            else writer.Add(Dossiers, $"{applicant}/{Safe(file.Name)}", to => bytes.CopyTo(to));
        }
        foreach (var rubric in (register?.Rubrics ?? []).Concat(closed.Select(r => r.Rubric)).DistinctBy(r => (r.Id, r.Version))) writer.Add(Rubrics, $"{rubric.Id}-{rubric.Version}.json", Canonical.Bytes(rubric));
    }

    private void WriteLaw(ArchiveWriter writer, string bound)
    {
        if (!from.Regulations.Book.Exists) return;
        var version = (int.TryParse(bound, out var number) ? from.Regulations.Book.Find(number) : null) ?? from.Regulations.Book.InForce(from.Regulations.Today);
        var law = version.Content;
        writer.Add(Law, $"version-{version.Number}.json", Canonical.Bytes(law));
        writer.Add(Law, $"version-{version.Number}.md", string.Concat(law.Articles.Select(a => $"## {text["Law.Article", a.Number].Value} {a.Title.Zh}{(a.Provisional ? letters["Provisional"].Value : "")}\n\n{a.Text}\n\n").Prepend($"# {law.Name.Zh}\n\n")));
    }

    /// <summary>A name no system takes for a path or refuses.</summary>
    private static string Safe(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsControl(c) || c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '_' : c)).Trim(' ', '.');
        return safe.Length == 0 ? "file" : safe;
    }
}
