using System.Data.Common;
using Npgsql;

namespace ChatBot.Store;

/// <summary>Where the store is, as the <c>Store</c> setting says: a path is a SQLite file, <c>Host=…</c> a PostgreSQL server.</summary>
internal abstract record StoreAddress
{
    private StoreAddress()
    {
    }

    /// <summary>A SQLite file; it and its folder are made where they don't exist.</summary>
    public sealed record SqliteFile(string Path) : StoreAddress
    {
        public override string ToString() => $"SQLite file {Path}";
    }

    /// <summary>A database on a PostgreSQL server.</summary>
    public sealed record PostgreSqlServer(string ConnectionString) : StoreAddress
    {
        /// <summary>Without the password, so that it may be shown and logged.</summary>
        public override string ToString()
        {
            var parts = new NpgsqlConnectionStringBuilder(ConnectionString);
            return $"PostgreSQL database {parts.Database ?? parts.Username} at {parts.Host}:{parts.Port}";
        }
    }

    /// <summary>Reads the setting.</summary>
    /// <exception cref="FormatException">It is neither; the message says what it may be, and repeats no password.</exception>
    public static StoreAddress Parse(string setting)
    {
        if (string.IsNullOrWhiteSpace(setting)) throw new FormatException("Store is empty; give a file path (SQLite) or 'Host=…;Database=…;Username=…' (PostgreSQL).");
        if (setting.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || setting.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase))
            throw new FormatException("Store is a postgres:// address; write it as 'Host=…;Port=…;Database=…;Username=…;Password=…'.");
        if (!NamesHost(setting)) return new SqliteFile(setting);
        try
        {
            return new PostgreSqlServer(new NpgsqlConnectionStringBuilder(setting).ConnectionString);
        }
        catch (ArgumentException)
        {
            // The parser's own message may repeat the whole string, password and all.
            throw new FormatException("Store begins like a PostgreSQL connection string but can't be read as one; write it as 'Host=…;Port=…;Database=…;Username=…;Password=…'.");
        }
    }

    private static bool NamesHost(string setting)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = setting }.ContainsKey("Host");
        }
        catch (ArgumentException)
        {
            return setting.TrimStart().StartsWith("Host=", StringComparison.OrdinalIgnoreCase);
        }
    }
}
