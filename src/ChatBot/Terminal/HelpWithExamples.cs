using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ChatBot.Terminal;

/// <summary>The usual help, and below it how the command looks in use.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var line in Examples(parseResult.CommandResult.Command)) output.WriteLine("  " + line);
        output.WriteLine();
        return code;
    }

    private static string[] Examples(Command command) => command.Name switch
    {
        "serve" => ["chatbot serve --topic config/topics/hague-2025"],
        "ask" =>
        [
            "chatbot ask \"When is the summit?\"",
            "chatbot ask --explain \"Who said that all of NATO is totally committed?\"",
            "chatbot ask --topic none --documents my-articles \"What was decided?\"",
        ],
        "chat" => ["chatbot chat", "chatbot chat --documents my-articles", "printf 'When is the summit?\\nand where?\\n' | chatbot chat"],
        "check" => ["chatbot check \"The summit takes place in Vilnius.\"", "chatbot check --claims claims.jsonl --out verdicts.jsonl"],
        "answer" => ["chatbot answer --questions questions.jsonl --out answers.jsonl", "chatbot answer --documents my-articles --questions questions.jsonl --out -"],
        "retrieve" => ["chatbot retrieve --corpus documents.jsonl --sentences sentences.jsonl --questions questions.jsonl --out found.jsonl"],
        "intents" => ["chatbot intents --train train.jsonl --test test.jsonl --out guesses.jsonl"],
        "verify" => ["chatbot verify", "chatbot verify --documents my-articles"],
        "ingest" => ["chatbot ingest report.html", "chatbot ingest my-articles/ notes.md", "chatbot ingest https://www.example.org/news/summit"],
        "evaluate" => ["chatbot evaluate", "chatbot evaluate --show-wrong", "chatbot evaluate --json > marked.jsonl"],
        "sources" => ["chatbot sources", "chatbot sources --now wire"],
        "deliveries" => ["chatbot deliveries"],
        "replay" => ["chatbot replay --updates news.jsonl --watch \"Was Ukraine invited?\" --out -"],
        "doctor" => ["chatbot doctor"],
        "topic" or "new" => ["chatbot topic new port-opening-2031 --documents my-articles", "chatbot chat --topic config/topics/port-opening-2031"],
        _ => ["chatbot", "chatbot ask \"When is the summit?\"", "chatbot chat"],
    };
}
