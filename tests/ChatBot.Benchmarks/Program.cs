using ChatBot.Benchmarks.Retrieval;

return args switch
{
    ["retrieve", .. var rest] => RetrieveBenchmark.Run(rest),
    ["learn-ranking", .. var rest] => LearnRanking.Run(rest),
    ["learn-background", .. var rest] => LearnBackground.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("""
        ChatBot benchmarks: name one to run it.
          retrieve --data DIR                 quality and speed of retrieval on newwiki, beside SQLite FTS5
          learn-ranking --data DIR --out FILE makes the ranking model
          learn-background --data DIR --out FILE   makes the table of background word frequencies
        """);
    return 1;
}
