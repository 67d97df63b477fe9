using System.Diagnostics;

namespace ChatBot.Benchmarks.Retrieval;

/// <summary>A PostgreSQL of one's own for the length of a benchmark, in a folder under /tmp and reached by a socket there: nothing of it stays.</summary>
internal sealed class PostgresServer : IDisposable
{
    private readonly string _binaries;
    private readonly string _folder;

    private PostgresServer(string binaries, string folder) => (_binaries, _folder) = (binaries, folder);

    public string ConnectionString => $"Host={_folder};Username=postgres;Database=postgres;Pooling=false";

    /// <summary>Starts one; null, and why, where it can't be.</summary>
    public static PostgresServer? Start(out string reason)
    {
        var binaries = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        reason = "no PostgreSQL in /usr/lib/postgresql (on Debian: apt-get install postgresql)";
        if (binaries is null) return null;
        var server = new PostgresServer(binaries, Directory.CreateTempSubdirectory("chatbot-postgres-").FullName);
        if (Environment.UserName == "root") server.Shell($"chown postgres '{server._folder}'; rm -f '{server._folder}/shell.log'", asPostgres: false, out _);
        if (server.Shell($"'{binaries}/initdb' -D '{server._folder}/data' -U postgres -A trust -E UTF8 --locale=C", asPostgres: true, out reason)
            && server.Shell($"'{binaries}/pg_ctl' -D '{server._folder}/data' -w -l '{server._folder}/log' -o \"-k '{server._folder}' -c listen_addresses='' -c fsync=off -c shared_buffers=512MB\" start", asPostgres: true, out reason))
            return server;
        server.Dispose();
        return null;
    }

    public void Dispose()
    {
        Shell($"'{_binaries}/pg_ctl' -D '{_folder}/data' -m immediate stop", asPostgres: true, out _);
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>PostgreSQL refuses to run as root. Its output goes to a file, because the server would hold a pipe open.</summary>
    private bool Shell(string command, bool asPostgres, out string complaint)
    {
        var log = Path.Combine(_folder, "shell.log");
        string[] arguments = ["-c", $"({command}) >'{log}' 2>&1 </dev/null"];
        var start = asPostgres && Environment.UserName == "root" ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", "sh", .. arguments]) : new ProcessStartInfo("sh", arguments);
        start.WorkingDirectory = _folder;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        process.WaitForExit();
        complaint = process.ExitCode == 0 ? "" : $"'{command}' ended with {process.ExitCode}: {(File.Exists(log) ? File.ReadAllText(log).Trim() : "")}";
        return process.ExitCode == 0;
    }
}
