using Microsoft.EntityFrameworkCore;

namespace ReviewRoom.Storage;

/// <summary>The ledger for reading. Its table is made by <see cref="LedgerSchema"/> and never by a migration.</summary>
public sealed class LedgerDb(DbContextOptions<LedgerDb> options) : DbContext(options)
{
    public DbSet<EntryRow> Entries => Set<EntryRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<EntryRow>(row =>
    {
        row.ToTable("entries", table => table.ExcludeFromMigrations());
        row.HasKey(r => r.Seq);
        row.Property(r => r.Seq).HasColumnName("seq");
        row.Property(r => r.Stream).HasColumnName("stream");
        row.Property(r => r.Version).HasColumnName("version");
        row.Property(r => r.Time).HasColumnName("time");
        row.Property(r => r.Actor).HasColumnName("actor");
        row.Property(r => r.Kind).HasColumnName("kind");
        row.Property(r => r.Number).HasColumnName("number");
        row.Property(r => r.CommandId).HasColumnName("command_id");
        row.Property(r => r.Fingerprint).HasColumnName("fingerprint");
        row.Property(r => r.Salt).HasColumnName("salt");
        row.Property(r => r.Body).HasColumnName("body");
        row.Property(r => r.BodyHash).HasColumnName("body_hash");
        row.Property(r => r.Prev).HasColumnName("prev");
        row.Property(r => r.Hash).HasColumnName("hash");
    });
}

/// <summary>An entry as it lies in the table.</summary>
public sealed class EntryRow
{
    /// <summary>Place in the whole ledger, over all streams.</summary>
    public long Seq { get; init; }
    public required string Stream { get; init; }
    public long Version { get; init; }
    /// <summary>Milliseconds since 1970, UTC.</summary>
    public long Time { get; init; }
    public required string Actor { get; init; }
    public required string Kind { get; init; }
    public int Number { get; init; }
    public required string CommandId { get; init; }
    public required string Fingerprint { get; init; }
    public required byte[] Salt { get; init; }
    public required byte[] Body { get; init; }
    public required string BodyHash { get; init; }
    public required string Prev { get; init; }
    public required string Hash { get; init; }
}
