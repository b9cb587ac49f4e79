using System.Collections.Immutable;

namespace ReviewRoom.Intake;

/// <summary>What is wrong with a row of an imported file; the words and the cure are the resource <c>RowFault.{Kind}</c> with column and value as arguments.</summary>
public enum RowFaultKind
{
    Missing, IdForm, IdTwice, CodeLength, CodeCharacter, CodeOrganisationCheck, CodeCheck, CodeTwice, Date, Percent, Word, Formula, Merged, TooLong,
    /// <summary>Written by hand as new, and there already.</summary>
    IdTaken,
    /// <summary>An earlier award that cannot be read.</summary>
    Award,
    /// <summary>An award of somebody who is not among the applicants.</summary>
    Holder,
    /// <summary>Not of the form; the column is the place in the JSON.</summary>
    Unreadable,
    /// <summary>A fact about somebody who is not in the file.</summary>
    Orphan,
    /// <summary>Too long for the head of a column.</summary>
    ShortName,
}

/// <param name="Column">Key of the column (resource <c>Column.{Column}</c>), or a place in the file.</param>
/// <param name="Value">What stands there.</param>
public sealed record RowFault(RowFaultKind Kind, string Column = "", string Value = "");

/// <summary>What is wrong with a whole file (resource <c>FileFault.{Kind}</c>).</summary>
public enum FileFaultKind
{
    TooLarge, Empty,
    /// <summary>Neither JSON nor an XLSX workbook, or damaged.</summary>
    Unreadable,
    /// <summary>It unpacks to more than is allowed, or holds too many files.</summary>
    Bomb,
    TooManyRows, NoRows,
    /// <summary>A column that must be there is not.</summary>
    NoColumn,
}

/// <param name="What">The column, or the limit.</param>
public sealed record FileFault(FileFaultKind Kind, string What = "");

/// <summary>One row of an imported file with all that is wrong with it.</summary>
/// <param name="Number">Row of the sheet, or place in the JSON list, from 1.</param>
/// <param name="Record">Null where no record could be made of it.</param>
public sealed record IntakeRow<T>(int Number, string Id, string Name, T? Record, ImmutableArray<RowFault> Faults) where T : class
{
    public bool IsSound => Record is not null && Faults.IsEmpty;
}

/// <summary>An imported file as it was read: nothing of it is stored yet.</summary>
/// <param name="Unknown">Headings of columns that are not read.</param>
public sealed record Reading<T>(ImmutableArray<IntakeRow<T>> Rows, ImmutableArray<string> Unknown, FileFault? Fault = null) where T : class
{
    public static implicit operator Reading<T>(FileFault fault) => new([], [], fault);
}
