using ChatBot.Benchmarks;

return args.FirstOrDefault() switch
{
    "intents" => IntentBenchmark.Run(args[1..]),
    "make-words" => MakeWords.Run(args[1..]),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("ChatBot benchmarks: name one of the benchmarks to run it: intents, make-words.");
    return 2;
}
