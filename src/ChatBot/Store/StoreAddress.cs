using System.Data.Common;
using ChatBot.Knowledge.Text;
using Npgsql;

namespace ChatBot.Store;

/// <summary>Where the store is, as the <c>Store</c> setting says: a path is a SQLite file, <c>Host=…</c> a PostgreSQL server.</summary>
internal abstract record StoreAddress
{
    private const string WhatItMayBe = "give the path of a file (SQLite), or 'Host=…;Port=…;Database=…;Username=…;Password=…' (PostgreSQL)";

    /// <summary>What connection strings of the usual databases begin with.</summary>
    private static readonly string[] ConnectionKeys = ["Host", "Server", "Data Source", "DataSource", "Filename", "Address", "Database", "Initial Catalog", "Port", "Username", "User Id", "Uid", "User", "Password", "Pwd"];

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
        if (string.IsNullOrWhiteSpace(setting)) throw new FormatException("Store is empty; " + WhatItMayBe + ".");
        // None of these messages may repeat what stands behind a "=" or "://": there may be a password in it.
        if (setting.Split("://", 2) is [var scheme, _]) throw new FormatException($"Store is a {scheme.Trim()}:// address; {WhatItMayBe}.");
        if (!NamesHost(setting)) return LooksLikeConnection(setting) is { } key ? throw new FormatException($"Store begins with '{key}=' like a connection string, but names no Host; {WhatItMayBe}.") : new SqliteFile(setting);
        try
        {
            return new PostgreSqlServer(new NpgsqlConnectionStringBuilder(setting).ConnectionString);
        }
        catch (ArgumentException)
        {
            // The parser's own message may repeat the whole string, password and all.
            throw new FormatException($"Store begins like a PostgreSQL connection string but can't be read as one; {WhatItMayBe}.");
        }
    }

    /// <summary>The first key of what is written as a connection string, of whatever database; null for a path, which may well have a "=" in it.</summary>
    private static string? LooksLikeConnection(string setting)
    {
        if (setting.Split('=', 2) is not [var first, var rest] || !first.All(c => char.IsAsciiLetter(c) || c is ' ' or '_')) return null;
        var key = first.Trim();
        return rest.Contains(';', StringComparison.Ordinal) || NearestName.Of(key, ConnectionKeys) is not null ? key : null;
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
