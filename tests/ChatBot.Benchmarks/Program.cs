using ChatBot.Benchmarks;
using ChatBot.Benchmarks.Deliveries;
using ChatBot.Benchmarks.Gateway;
using ChatBot.Benchmarks.Indexing;
using ChatBot.Benchmarks.Meaning;
using ChatBot.Benchmarks.Retrieval;
using ChatBot.Benchmarks.Telegram;

return args switch
{
    ["intents", .. var rest] => IntentBenchmark.Run(rest),
    ["intent-settings", .. var rest] => IntentSettingsTable.Run(rest),
    ["index", .. var rest] => IndexBenchmark.Run(rest),
    ["retrieve", .. var rest] => RetrieveBenchmark.Run(rest),
    ["learn-ranking", .. var rest] => LearnRanking.Run(rest),
    ["learn-background", .. var rest] => LearnBackground.Run(rest),
    ["learn-meaning", .. var rest] => LearnMeaning.Run(rest),
    ["calibrate-readings", .. var rest] => CalibrateReadings.Run(rest),
    ["learn-word-vectors", .. var rest] => LearnWordVectors.Run(rest),
    ["make-words", .. var rest] => MakeWords.Run(rest),
    ["deliveries", .. var rest] => DeliveryBenchmark.Run(rest),
    ["crash-rig", .. var rest] => CrashRig.Run(rest),
    ["crash-rig-worker", .. var rest] => RigWorker.Run(rest),
    ["telegram", .. var rest] => TelegramBenchmark.Run(rest),
    ["discord", .. var rest] => GatewayBenchmark.Run(rest) | InteractionBenchmark.Run(rest),
    ["spelling", .. var rest] => SpellingBenchmark.Run(rest),
    ["service", .. var rest] => ServiceBenchmark.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("""
        ChatBot benchmarks: name one to run it.
          intents …                                quality and speed of the intent classifier, beside node-nlp
          intent-settings --train FILE [--folds N] how the classifier's settings were chosen, by cross-validation on a training part alone
          index --data DIR [--sizes N,N]           speed and size of the index, beside SQLite FTS5
          retrieve --data DIR [--learn-anew]       quality and speed of retrieval on newwiki, beside SQLite FTS5 and PostgreSQL; in sample and cross-validated,
                                                   with what each group of signals brings
          learn-ranking --data DIR [--out DIR]     learns the ranking, cross-validated by article, and makes its files; --ablate leaves out signals
          telegram [--rate N] [--seconds N] [--replay N]   from an update's arrival to its reply at a steady rate; updates replayed 3 times out of order
          discord [--rounds N] [--rate N] [--seconds N]   gateway events decoded and passed over per second, beside JsonDocument;
                                                   our own time from an interaction to its answer, at a steady rate
          learn-background --data DIR --out FILE   makes the table of background word frequencies
          learn-meaning DIR TOPIC QUESTIONS DOCUMENTS …
                                                   makes the weights and the confidence of the signals by which facts are ranked; once or more, a
                                                   topic's folder, questions about it and documents to answer them from
          calibrate-readings TOPIC QUESTIONS …     by how much a right reading of a name leads a wrong one
          learn-word-vectors JSON OUT [WORDS]      makes the table of word likeness out of published word vectors
          make-words …                             makes the list of English words that spelling is checked against
          deliveries [--store S] [--only throughput,latency,fairness,matching]
                                                   speed, fairness and delay of deliveries, and of finding whom an update is for; S is a new file or 'Host=…'
          crash-rig [--kills N] [--updates N] [--seed N] [--replicas N] [--store 'Host=…']
                                                   kills processes while they deliver to the simulators of both platforms, then holds what people saw against what was
                                                   written down; also --apart, --lease, --line (ms), --chats, --fan-out, --per-second: RigSettings says what they do
          service [--program FILE] [--topic DIR] [--questions FILE] [--ask N] [--starts N] [--rounds N]
                                                   the built service as a process: time to ready, memory when ready and after questions; the engine's time for each question
          spelling [TEXT FILE …]                   speed of spelling correction, and which words of ordinary texts it would change
        """);
    return 2;
}
