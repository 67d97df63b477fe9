using System.Diagnostics;
using System.Globalization;
using ChatBot.Benchmarks.Retrieval;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Indexing;
using ChatBot.Knowledge.Retrieval;
using ChatBot.Knowledge.Text;
using Microsoft.Data.Sqlite;

namespace ChatBot.Benchmarks.Indexing;

/// <summary>
/// Speed and size of the index beside SQLite FTS5, both in memory: sentences of words drawn as often as newwiki has them, 50 a document; then the same queries, top-10 of 2 to 5
/// words joined by OR, ranked by BM25.
/// Building is by this process's CPU time; a query's time is its best of three passes, since other work on the machine only ever adds to it.
/// </summary>
internal static class IndexBenchmark
{
    private const int Queries = 300;

    public static int Run(IReadOnlyList<string> arguments)
    {
        var words = Newwiki.Load(Options.Get(arguments, "--data")).Sentences.SelectMany(sentence => sentence.Text.Split(' ')).ToArray();
        Console.WriteLine("| facts | engine | built, CPU s | memory, MB | saved, MB | queries/s | p50 µs | p99 µs | one document more, ms |\n|---|---|---|---|---|---|---|---|---|");
        foreach (var size in Options.Get(arguments, "--sizes", "1000,10000,100000,1000000").Split(',').Select(int.Parse)) Measure(size, words);
        return 0;
    }

    private static void Measure(int size, string[] words)
    {
        var random = new Random(size);
        string Sentence() => $"{string.Join(' ', Enumerable.Range(0, 20).Select(_ => words[random.Next(words.Length)].Trim('.', ',')))}.";
        var documents = Enumerable.Range(0, Math.Max(1, size / 50)).Select(d => Document($"d{d}", [.. Enumerable.Range(0, 50).Select(_ => Sentence())])).ToList();
        var queries = Enumerable.Range(0, Queries).Select(_ => Tokenizer.Tokenize(string.Join(' ', Enumerable.Range(0, random.Next(2, 6)).Select(_ => words[random.Next(words.Length)])))
            .Where(token => !token.IsStopWord).ToList()).Where(query => query.Count > 0).ToList();

        // The documents are there before, so what is added is the index alone; FTS5's is with the text, which it keeps.
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var started = Environment.CpuUsage.TotalTime;
        var index = IndexSnapshot.Build(documents);
        var built = Environment.CpuUsage.TotalTime - started;
        memory = GC.GetTotalMemory(forceFullCollection: true) - memory;
        using var saved = new LengthStream();
        IndexFile.Save(index, saved);
        var top = new TopList();
        var scorer = new SegmentScorer();
        var ours = Time(queries, query => Top10(index, query, scorer, top));
        var watch = Stopwatch.StartNew();
        index = index.Apply(IndexChange.Adding(Document("extra", [Sentence(), Sentence()])));
        Print(size, "ours", built, memory / 1e6, saved.Length / 1e6, ours, watch.Elapsed.TotalMilliseconds);

        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Execute(connection, "CREATE VIRTUAL TABLE facts USING fts5(text, tokenize='porter unicode61')", null);
        started = Environment.CpuUsage.TotalTime;
        using (var transaction = connection.BeginTransaction())
        {
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO facts VALUES ($t)";
            var text = insert.Parameters.AddWithValue("$t", "");
            foreach (var document in documents)
                foreach (var fact in document.Facts)
                {
                    text.Value = fact.Text;
                    insert.ExecuteNonQuery();
                }
            transaction.Commit();
        }
        built = Environment.CpuUsage.TotalTime - started;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT rowid FROM facts WHERE facts MATCH $q ORDER BY bm25(facts) LIMIT 10";
        var match = command.Parameters.AddWithValue("$q", "");
        var theirs = Time(queries, query =>
        {
            match.Value = string.Join(" OR ", query.Select(token => $"\"{token.Term}\""));
            using var reader = command.ExecuteReader();
            while (reader.Read()) reader.GetInt64(0);
        });
        watch.Restart();
        Execute(connection, "INSERT INTO facts VALUES ($t)", Sentence());
        Print(size, "SQLite FTS5", built, Pages(connection), double.NaN, theirs, watch.Elapsed.TotalMilliseconds);
    }

    /// <summary>The size of the database, in MB.</summary>
    private static double Pages(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) / 1e6;
    }

    private static void Top10(IndexSnapshot index, List<Token> query, SegmentScorer scorer, TopList top)
    {
        foreach (var segment in index.Segments)
        {
            scorer.Begin(segment);
            foreach (var token in query)
                if (segment.StemNumbers.TryGetValue(token.Stem, out var stem))
                    scorer.AddTerm(segment, [new WeightedStem(stem, 1)], (float)TermWeights.OfSentence(index, token.Stem), (float)TermWeights.OfParagraph(index, token.Stem), index.Counts);
            top.Take(scorer.Sentences[..segment.SentenceCount], 10, s => segment.IsLive(segment.SentenceParagraph[s]));
        }
    }

    private static List<double> Time(List<List<Token>> queries, Action<List<Token>> run)
    {
        foreach (var query in queries) run(query);
        var times = Enumerable.Repeat(double.MaxValue, queries.Count).ToList();
        for (var pass = 0; pass < 3; pass++)
            for (var i = 0; i < queries.Count; i++)
            {
                var started = Stopwatch.GetTimestamp();
                run(queries[i]);
                times[i] = Math.Min(times[i], Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            }
        times.Sort();
        return times;
    }

    private static void Print(int size, string engine, TimeSpan built, double memory, double saved, List<double> times, double change) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {size} | {engine} | {built.TotalSeconds:F2} | {memory:F1} | {(double.IsNaN(saved) ? "" : saved.ToString("F1", CultureInfo.InvariantCulture))} | {times.Count / (times.Sum() / 1e6):F0} | {times[times.Count / 2]:F0} | {times[times.Count * 99 / 100]:F0} | {change:F2} |"));

    private static void Execute(SqliteConnection connection, string sql, string? text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (text is not null) command.Parameters.AddWithValue("$t", text);
        command.ExecuteNonQuery();
    }

    private static DocumentFacts Document(string id, string[] sentences)
    {
        var text = string.Join(' ', sentences);
        var facts = new List<Fact>();
        var paragraphs = new List<Paragraph>();
        var from = 0;
        foreach (var chunk in sentences.Chunk(5))
        {
            var start = from;
            var placed = new List<Sentence>();
            var locator = new PassageLocator(ParagraphKind.Body, paragraphs.Count + 1);
            foreach (var sentence in chunk)
            {
                var span = new TextSpan(from, sentence.Length);
                placed.Add(new Sentence(placed.Count + 1, span));
                facts.Add(new Fact { Id = new FactId(DocumentId.Parse(id), facts.Count + 1), Locator = locator, SentenceNumber = placed.Count, Span = span, Text = sentence });
                from += sentence.Length + 1;
            }
            paragraphs.Add(new Paragraph(locator, TextSpan.FromBounds(start, from - 1), placed));
        }
        var document = new Document
        {
            Id = DocumentId.Parse(id), Source = new DocumentSource(Title: id), Received = text, Text = text,
            Map = new SourceMap([new SourceMap.Run(0, text.Length, 0, text.Length)]), Paragraphs = paragraphs,
        };
        return new DocumentFacts(document, facts);
    }
}
