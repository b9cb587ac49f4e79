using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ReviewRoom.Domain;

namespace ReviewRoom.Markdown;

/// <summary>
/// The dossiers' texts, each under the SHA-256 of its Markdown: rendered once when written, read many times. Kept in a file of their own beside the ledger,
/// which holds only the hash.
/// </summary>
public sealed class DossierTexts
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        CREATE TABLE IF NOT EXISTS DossierTexts (
            Hash TEXT NOT NULL PRIMARY KEY, Markdown TEXT NOT NULL, Html TEXT NOT NULL, Outline TEXT NOT NULL, Renderer INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """;

    private readonly string source;
    private readonly ConcurrentDictionary<string, DossierText> known = new(StringComparer.Ordinal);

    /// <param name="file">The database file; made if it is not there, its folder must be.</param>
    public DossierTexts(string file)
    {
        source = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 10 }.ToString();
        using var database = Opened();
        using var schema = database.CreateCommand();
        schema.CommandText = Schema;
        schema.ExecuteNonQuery();
    }

    /// <summary>The hash under which a text is kept, whether or not it is yet.</summary>
    public static string HashOf(string markdown) => Canonical.Hash(Encoding.UTF8.GetBytes(markdown));

    /// <summary>Renders and keeps a text; one that is there already is left alone.</summary>
    /// <returns>Its hash.</returns>
    /// <exception cref="ArgumentException">The text is over <see cref="MarkdownLimits.Bytes"/>: ask <see cref="MarkdownLimits.IsTooLong"/> first.</exception>
    public Task<string> Store(string markdown)
    {
        var hash = HashOf(markdown);
        return Find(hash) is not null ? Task.FromResult(hash) : Task.Run(() =>
        {
            Keep(hash, markdown);
            return hash;
        });
    }

    public DossierText? Find(string hash)
    {
        if (known.TryGetValue(hash, out var text)) return text;
        if (Read(hash) is not { } row) return null;
        text = row.Renderer == DossierMarkdown.Version ? row.Text : Keep(hash, row.Markdown);
        return known.GetOrAdd(hash, text);
    }

    /// <summary>The text as it was written; null where none is kept.</summary>
    public string? MarkdownOf(string hash) => Read(hash)?.Markdown;

    private DossierText Keep(string hash, string markdown)
    {
        var text = DossierMarkdown.Render(markdown).Text;
        using var database = Opened();
        using var insert = database.CreateCommand();
        insert.CommandText = "INSERT OR REPLACE INTO DossierTexts (Hash, Markdown, Html, Outline, Renderer) VALUES ($hash, $markdown, $html, $outline, $renderer)";
        insert.Parameters.AddWithValue("$hash", hash);
        insert.Parameters.AddWithValue("$markdown", markdown);
        insert.Parameters.AddWithValue("$html", text.Html);
        insert.Parameters.AddWithValue("$outline", JsonSerializer.Serialize(text.Outline, Canonical.Options));
        insert.Parameters.AddWithValue("$renderer", DossierMarkdown.Version);
        insert.ExecuteNonQuery();
        return text;
    }

    private Row? Read(string hash)
    {
        using var database = Opened();
        using var select = database.CreateCommand();
        select.CommandText = "SELECT Markdown, Html, Outline, Renderer FROM DossierTexts WHERE Hash = $hash";
        select.Parameters.AddWithValue("$hash", hash);
        using var row = select.ExecuteReader();
        if (!row.Read()) return null;
        var outline = JsonSerializer.Deserialize<ImmutableArray<Heading>>(row.GetString(2), Canonical.Options);
        return new Row(row.GetString(0), new DossierText(row.GetString(1), outline), row.GetInt32(3));
    }

    private SqliteConnection Opened()
    {
        var database = new SqliteConnection(source);
        database.Open();
        return database;
    }

    private sealed record Row(string Markdown, DossierText Text, int Renderer);
}
