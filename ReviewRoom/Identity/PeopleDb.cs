using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace ReviewRoom.Identity;

/// <summary>people.db: accounts and what else is not an official act. It has nothing to do with the ledger's own file.</summary>
public sealed partial class PeopleDb(DbContextOptions<PeopleDb> options) : IdentityUserContext<Account>(options)
{
    public DbSet<OneTimeCode> OneTimeCodes => Set<OneTimeCode>();

    public DbSet<EndedSignIn> EndedSignIns => Set<EndedSignIn>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<OneTimeCode>().HasKey(code => code.Number);
        builder.Entity<OneTimeCode>().HasIndex(code => code.PersonId);
        builder.Entity<EndedSignIn>().HasKey(ended => ended.SignIn);
    }

    /// <summary>
    /// Makes the tables that are missing, all of them in one transaction: a process killed here leaves the old state or the new one,
    /// and no lock behind it. A table that is added to the model, or a column that may be null, is made at the next start.
    /// </summary>
    public async Task MakeTables(CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        await Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;", cancellationToken);
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        foreach (var statement in Database.GenerateCreateScript().Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            await Database.ExecuteSqlRawAsync(Create().Replace(statement, "$0 IF NOT EXISTS"), cancellationToken);
        await AddColumns(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task AddColumns(CancellationToken cancellationToken)
    {
        foreach (var table in Model.GetEntityTypes())
        {
            var name = table.GetTableName();
            var there = await Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({name})").ToListAsync(cancellationToken);
            foreach (var column in table.GetProperties().Where(column => column.IsNullable && !there.Contains(column.GetColumnName())))
            {
                var statement = $"ALTER TABLE \"{name}\" ADD COLUMN \"{column.GetColumnName()}\" {column.GetColumnType()}";
                await Database.ExecuteSqlRawAsync(statement, cancellationToken);
            }
        }
    }

    [GeneratedRegex("^CREATE (TABLE|INDEX|UNIQUE INDEX)", RegexOptions.CultureInvariant)]
    private static partial Regex Create();
}
