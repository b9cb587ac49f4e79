using System.Collections.Immutable;
using ReviewRoom.Domain.Papers;

namespace ReviewRoom.Documents;

/// <summary>A piece of a paper: every form of it (Markdown, Word, page) is written from the same pieces, so that they say the same.</summary>
public abstract record Piece;

/// <param name="Level">1 for the paper's own title, 2 and 3 below.</param>
/// <param name="Note">The article behind the part.</param>
/// <param name="StartsPage">Begins a new page.</param>
public sealed record Title(int Level, string Text, string? Note = null, bool StartsPage = false) : Piece;

/// <param name="LeadsOn">Stands on the same page as what follows it.</param>
/// <param name="IsSignature">Set to the right, as who issues a paper and when.</param>
/// <param name="IsLarge">As on a certificate.</param>
public sealed record Line(string Text, bool LeadsOn = false, bool IsSignature = false, bool IsLarge = false) : Piece;

/// <summary>A line of an official paper, set as its role is (GB/T 9704).</summary>
public sealed record LetterLine(BlockRole Role, string Text) : Piece;

/// <summary>A QR code that leads to an address.</summary>
/// <param name="Label">For readers who hear it.</param>
public sealed record QrPiece(string Address, string Label) : Piece;

/// <summary>A list without numbers.</summary>
public sealed record Points(ImmutableArray<string> Lines) : Piece;

/// <param name="Caption">What the table holds; for readers who hear it.</param>
/// <param name="HasInk">Rows high enough to sign in.</param>
public sealed record Grid(string Caption, ImmutableArray<PaperColumn> Columns, ImmutableArray<ImmutableArray<string>> Rows, bool HasInk = false) : Piece;

/// <param name="Width">Share of the page's width, of the sum of all columns.</param>
/// <param name="IsFigure">Set to the right.</param>
public sealed record PaperColumn(string Head, int Width, bool IsFigure = false);
