using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ChatBot.Store;

/// <summary>
/// The tables that hold small records, added and listed one at a time, through Entity Framework. None of it is needed at start, so its first
/// use, about half a second, delays nobody's answer as long as it stays off the way from question to reply.
/// </summary>
internal sealed class RecordsContext(StoreDatabase database, DbConnection connection) : DbContext
{
    public DbSet<UnansweredQuestion> UnansweredQuestions => Set<UnansweredQuestion>();

    public DbSet<Feedback> Feedback => Set<Feedback>();

    public static async Task<RecordsContext> OpenAsync(StoreDatabase database, CancellationToken cancellation) => new(database, await database.OpenAsync(cancellation));

    protected override void OnConfiguring(DbContextOptionsBuilder options) => database.Configure(options, connection);

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => conventions.Properties<DateTimeOffset>().HaveConversion<Milliseconds>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<UnansweredQuestion>().ToTable("unanswered_questions");
        model.Entity<Feedback>().ToTable("feedback");
        foreach (var property in model.Model.GetEntityTypes().SelectMany(type => type.GetProperties())) property.SetColumnName(SnakeCase(property.Name));
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private sealed class Milliseconds() : ValueConverter<DateTimeOffset, long>(time => time.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));
}
