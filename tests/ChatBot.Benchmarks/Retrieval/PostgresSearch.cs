using ChatBot.Knowledge.Retrieval;
using ChatBot.Knowledge.Text;
using Npgsql;

namespace ChatBot.Benchmarks.Retrieval;

/// <summary>
/// The peer: PostgreSQL's full text search, its English stemmer, GIN indexes, ts_rank_cd, the title weighing more than the text, the question's words without function
/// words joined by OR.
/// </summary>
internal sealed class PostgresSearch : IDisposable
{
    // Divided by one and the logarithm of the length, else long texts win.
    private const int ByLength = 1;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _documents;
    private readonly NpgsqlCommand _sentences;

    public PostgresSearch(Newwiki data, PostgresServer server)
    {
        _connection = new NpgsqlConnection(server.ConnectionString);
        _connection.Open();
        Execute("CREATE TABLE documents (id text, words tsvector); CREATE TABLE sentences (id text, words tsvector)");
        using (var documents = Command("INSERT INTO documents VALUES ($1, setweight(to_tsvector('english', $2), 'A') || to_tsvector('english', $3))", 3))
            foreach (var document in data.Documents) Run(documents, document.Id, document.Title ?? "", document.Text);
        using (var sentences = Command("INSERT INTO sentences VALUES ($1, to_tsvector('english', $2))", 2))
            foreach (var sentence in data.Sentences) Run(sentences, sentence.Id, sentence.Text);
        Execute("CREATE INDEX ON documents USING gin (words); CREATE INDEX ON sentences USING gin (words); ANALYZE");
        _documents = Query("documents", 10);
        _sentences = Query("sentences", 1);
    }

    public CollectionResult Find(string question)
    {
        var words = Tokenizer.Tokenize(question).Where(token => !token.IsStopWord).Select(token => token.Term.Replace("'", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal))
            .Where(term => term.Length > 0).Select(term => $"'{term}'").Distinct().ToList();
        if (words.Count == 0) return PeerResults.Nothing;
        var match = string.Join(" | ", words);
        return PeerResults.Of(Rows(_documents, match), Rows(_sentences, match));
    }

    public void Dispose()
    {
        _documents.Dispose();
        _sentences.Dispose();
        _connection.Dispose();
    }

    private static List<(string Id, double Score)> Rows(NpgsqlCommand command, string match)
    {
        command.Parameters[0].Value = match;
        using var reader = command.ExecuteReader();
        var rows = new List<(string, double)>();
        while (reader.Read()) rows.Add((reader.GetString(0), reader.GetFloat(1)));
        return rows;
    }

    private NpgsqlCommand Query(string table, int limit) => Command(
        $"SELECT id, ts_rank_cd(words, q, {ByLength}) AS score FROM {table}, to_tsquery('english', $1) q WHERE words @@ q ORDER BY score DESC LIMIT {limit}", 1);

    private NpgsqlCommand Command(string sql, int parameters)
    {
        var command = new NpgsqlCommand(sql, _connection);
        for (var i = 0; i < parameters; i++) command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = "" });
        command.Prepare();
        return command;
    }

    private static void Run(NpgsqlCommand command, params string[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        command.ExecuteNonQuery();
    }
}
