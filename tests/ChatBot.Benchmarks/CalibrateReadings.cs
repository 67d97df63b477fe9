using System.Globalization;
using System.Text.Json.Nodes;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Facts;
using ChatBot.Sources;

namespace ChatBot.Benchmarks;

/// <summary>
/// Finds the margin of <see cref="Readings"/>: questions that name one person, event or thing are put to the facts as they stand and with the name of
/// another of its kind in its place. By how much does the right reading lead, where the other has an answer too?
/// </summary>
internal static class CalibrateReadings
{
    public static int Run(string[] args)
    {
        if (args.Length < 2)
        {
            Console.Error.WriteLine("calibrate-readings needs, once or more, a topic's folder and a file of questions.");
            return 2;
        }
        var leads = new List<double>();
        var unanswered = 0;
        foreach (var set in args.Chunk(2))
        {
            var topic = TopicFolder.ReadTopic(set[0]);
            var knowledge = KnowledgeBase.Build(topic, TopicFolder.ReadFacts(TopicFolder.DocumentsOf(set[0]), new FactExtractor(topic)));
            foreach (var line in File.ReadLines(set[1]))
                if (JsonNode.Parse(line) is JsonObject question && (bool)question["answerable"]! && question["history"] is null)
                    foreach (var lead in knowledge.LeadsOfTheRightReading((string)question["question"]!))
                        if (lead is { } by) leads.Add(by);
                        else unanswered++;
        }
        leads.Sort();
        Console.WriteLine($"{leads.Count + unanswered} pairs of a right and a wrong reading; in {unanswered} the wrong one has no answer.");
        foreach (var share in (double[])[0.01, 0.02, 0.05, 0.1, 0.2])
        {
            // Pairs whose wrong reading has no answer are never asked about: they lead by as much as one likes.
            var at = (int)(share * (leads.Count + unanswered));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all but {share:0 %} lead by more than {(at < leads.Count ? leads[at] : double.PositiveInfinity):0.00} logits"));
        }
        return 0;
    }
}
