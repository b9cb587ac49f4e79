using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Sessions;

namespace ReviewRoom.Objections;

/// <summary>Why a field of the form is not taken (resource <c>Fault.{value}</c>).</summary>
public enum ObjectionFault
{
    NameMissing, NameLong, PhoneMissing, PhoneForm, CodeMissing, CodeLength, CodeDate, CodeCheck, CandidateMissing, ConditionMissing, FactsMissing, FactsLong,
    /// <summary>The facts are read by more people than the name is: they do not hold it.</summary>
    FactsName,
    TruthMissing, FilesMany, FileName, FileEmpty, FileSize,
    /// <summary>Neither a PDF nor a picture, whatever its name says.</summary>
    FileKind,
    FileDamaged,
}

/// <param name="Field">Name of the field in the form.</param>
/// <param name="What">Name of the file concerned.</param>
public sealed record EntryFault(string Field, ObjectionFault Fault, string? What = null);

/// <summary>The form of an objection as it was typed; it goes back into the page as it came where something is wrong.</summary>
/// <param name="Intention">Made with the page: the same page sent twice is one objection.</param>
public sealed record ObjectionEntry(string Name, string Phone, string Code, string Candidate, string Condition, string Facts, bool IsTrue, string Intention)
{
    public const int LongestName = 100, LongestPhone = 40;

    private const string CodeForm = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    public static ObjectionEntry Blank() => new("", "", "", "", "", "", false, Guid.NewGuid().ToString("N"));

    public static ObjectionEntry Of(IFormCollection form)
    {
        string Text(string name) => form[name].ToString().ReplaceLineEndings("\n").Trim();
        var intention = Text("Intention");
        return new ObjectionEntry(
            Text("Name"), Text("Phone"), Text("Code").ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal), Text("Candidate"), Text("Condition"), Text("Facts"), form["Truth"].ToString() == "true",
            Guid.TryParseExact(intention, "N", out _) ? intention : Guid.NewGuid().ToString("N"));
    }

    /// <summary>Everything that is wrong with it, in the order of the form.</summary>
    public ImmutableArray<EntryFault> Faults(NoticeView notice) =>
    [
        .. NameFaults().Select(f => new EntryFault("Name", f)), .. PhoneFaults().Select(f => new EntryFault("Phone", f)), .. CodeFaults().Select(f => new EntryFault("Code", f)),
        .. notice.Main.Concat(notice.Nomination).Any(r => r.Id == Candidate) ? [] : (EntryFault[])[new("Candidate", ObjectionFault.CandidateMissing)],
        .. AwardSession.Conditions.Contains(Condition) ? [] : (EntryFault[])[new("Condition", ObjectionFault.ConditionMissing)],
        .. FactsFaults().Select(f => new EntryFault("Facts", f)), .. IsTrue ? [] : (EntryFault[])[new("Truth", ObjectionFault.TruthMissing)],
    ];

    /// <summary>By which the same objection sent twice is known.</summary>
    public string IntentionOf(string session, IEnumerable<string> files) =>
        Canonical.Hash(Canonical.Bytes((string[])[Intention, session, Name, Phone, Code, Candidate, Condition, Facts, .. files]));

    private IEnumerable<ObjectionFault> NameFaults()
    {
        if (Name.Length < 2) yield return ObjectionFault.NameMissing;
        else if (Name.Length > LongestName) yield return ObjectionFault.NameLong;
    }

    private IEnumerable<ObjectionFault> PhoneFaults()
    {
        if (Phone.Length == 0) yield return ObjectionFault.PhoneMissing;
        else if (Phone.Length > LongestPhone || Phone.Count(char.IsAsciiDigit) is < 7 or > 20 || Phone.Any(c => !char.IsAsciiDigit(c) && !" +-()（）".Contains(c))) yield return ObjectionFault.PhoneForm;
    }

    private IEnumerable<ObjectionFault> CodeFaults()
    {
        if (Code.Length == 0) yield return ObjectionFault.CodeMissing;
        else if (Code.Length != 18 || Code.Any(c => !CodeForm.Contains(c))) yield return ObjectionFault.CodeLength;
        else if (CreditCode.Check(Code) != CreditCodeFault.None)
        {
            if (ResidentId.Check(Code) is var fault and not ResidentIdFault.None) yield return fault == ResidentIdFault.Date ? ObjectionFault.CodeDate : ObjectionFault.CodeCheck;
        }
    }

    private IEnumerable<ObjectionFault> FactsFaults()
    {
        if (Facts.Length == 0) yield return ObjectionFault.FactsMissing;
        else if (Facts.Length > AwardSession.LongestFacts) yield return ObjectionFault.FactsLong;
        else if (Holds(Name, 2) || Holds(Phone, 7) || Holds(Code, 18)) yield return ObjectionFault.FactsName;
    }

    private bool Holds(string what, int least) => what.Length >= least && Facts.Contains(what, StringComparison.OrdinalIgnoreCase);
}
