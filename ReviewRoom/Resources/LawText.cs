namespace ReviewRoom.Resources;

/// <summary>Marks the words of the regulation's pages: what each article does here (<c>Rule.{n}</c>), what is missing of it (<c>Missing.{n}</c>), the names of the places.</summary>
public sealed class LawText;
