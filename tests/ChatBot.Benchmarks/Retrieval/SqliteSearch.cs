using ChatBot.Knowledge.Retrieval;
using ChatBot.Knowledge.Text;
using Microsoft.Data.Sqlite;

namespace ChatBot.Benchmarks.Retrieval;

/// <summary>The peer: SQLite FTS5 in memory, Porter's stemmer, bm25, the question's words without function words joined by OR.</summary>
internal sealed class SqliteSearch : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteCommand _documents;
    private readonly SqliteCommand _sentences;

    public SqliteSearch(Newwiki data)
    {
        _connection.Open();
        Execute("CREATE VIRTUAL TABLE documents USING fts5(id UNINDEXED, title, text, tokenize='porter unicode61')");
        Execute("CREATE VIRTUAL TABLE sentences USING fts5(id UNINDEXED, text, tokenize='porter unicode61')");
        using (var transaction = _connection.BeginTransaction())
        {
            foreach (var document in data.Documents) Insert("INSERT INTO documents VALUES ($a, $b, $c)", document.Id, document.Title ?? "", document.Text);
            foreach (var sentence in data.Sentences) Insert("INSERT INTO sentences VALUES ($a, $b)", sentence.Id, sentence.Text, null);
            transaction.Commit();
        }
        _documents = Query("SELECT id, bm25(documents) FROM documents WHERE documents MATCH $q ORDER BY bm25(documents) LIMIT 10");
        _sentences = Query("SELECT id, bm25(sentences) FROM sentences WHERE sentences MATCH $q ORDER BY bm25(sentences) LIMIT 1");
    }

    public CollectionResult Find(string question)
    {
        var words = Tokenizer.Tokenize(question).Where(token => !token.IsStopWord).Select(token => $"\"{token.Term.Replace("\"", "", StringComparison.Ordinal)}\"").Distinct().ToList();
        if (words.Count == 0) return PeerResults.Nothing;
        var match = string.Join(" OR ", words);
        return PeerResults.Of(Rows(_documents, match), Rows(_sentences, match));
    }

    public void Dispose()
    {
        _documents.Dispose();
        _sentences.Dispose();
        _connection.Dispose();
    }

    private static List<(string Id, double Score)> Rows(SqliteCommand command, string match)
    {
        command.Parameters["$q"].Value = match;
        using var reader = command.ExecuteReader();
        var rows = new List<(string, double)>();
        while (reader.Read()) rows.Add((reader.GetString(0), -reader.GetDouble(1)));
        return rows;
    }

    private SqliteCommand Query(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$q", "");
        return command;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Insert(string sql, string a, string b, string? c)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$a", a);
        command.Parameters.AddWithValue("$b", b);
        if (c is not null) command.Parameters.AddWithValue("$c", c);
        command.ExecuteNonQuery();
    }
}
