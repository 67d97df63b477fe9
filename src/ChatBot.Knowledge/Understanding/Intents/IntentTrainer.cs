namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>
/// Learns the model from all examples, and the detector of "none of these" by cross-validation: a third of the intents is held out whole, as messages about something
/// unknown, and a part of the others' examples, as messages about something known; three times, so that every intent was unknown once.
/// </summary>
internal static class IntentTrainer
{
    private const int Groups = 3;

    // Enough rows to learn a dozen weights; more only cost time.
    private const int MostRows = 4500;

    public static (IntentModel Model, NoneDetector Detector) Train(IntentCorpus corpus, IntentTrainingOptions options)
    {
        var all = Enumerable.Range(0, corpus.Rows.Length).ToArray();
        var model = IntentModel.Train(corpus, all, corpus.Classes, corpus.Intents.Length, options.Seed);
        return (model, NoneDetector.Learn(HoldOut(corpus, options.Seed), options.AllowedLoss));
    }

    private static List<HeldOutMessage> HoldOut(IntentCorpus corpus, int seed)
    {
        var random = new Random(seed);
        var messages = new List<HeldOutMessage>();
        var rows = Enumerable.Range(0, corpus.Examples).ToArray();
        random.Shuffle(rows);
        if (rows.Length > MostRows) rows = rows[..MostRows];
        var places = new int[corpus.Intents.Length + 1];
        var place = rows.Select(row => places[corpus.Classes[row]]++).ToArray(); // Of the row among those of its intent.
        var parts = rows.Length < 2000 ? 4 : 6;
        var order = Enumerable.Range(0, corpus.Intents.Length).ToArray();
        random.Shuffle(order);
        var groupOf = new int[order.Length + 1];
        for (var i = 0; i < order.Length; i++) groupOf[order[i]] = i % Groups;
        groupOf[corpus.None] = Groups; // Examples of no intent are never held out as a group.

        var repeats = rows.Length < 300 ? 2 : 1;
        for (var repeat = 0; repeat < repeats; repeat++)
            for (var group = 0; group < Groups && order.Length >= Groups; group++)
                HoldOutGroup(corpus, rows, place, groupOf, group, (group + repeat * Groups) % parts, parts, seed, messages);
        return messages;
    }

    private static void HoldOutGroup(
        IntentCorpus corpus, int[] rows, int[] place, int[] groupOf, int group, int part, int parts, int seed, List<HeldOutMessage> messages)
    {
        var numberOf = new int[groupOf.Length];
        var known = 0;
        for (var c = 0; c < corpus.Intents.Length; c++) numberOf[c] = groupOf[c] == group ? -1 : known++;
        numberOf[corpus.None] = known;
        var names = Enumerable.Range(corpus.Examples, corpus.Rows.Length - corpus.Examples).Where(row => numberOf[corpus.Classes[row]] >= 0);
        bool IsTest(int i) => numberOf[corpus.Classes[rows[i]]] < 0 || place[i] % parts == part && place[i] > 0;
        int[] train = [.. Enumerable.Range(0, rows.Length).Where(i => !IsTest(i)).Select(i => rows[i]), .. names];
        var model = IntentModel.Train(corpus, train, [.. train.Select(row => numberOf[corpus.Classes[row]])], known, seed);

        var beliefs = new float[known];
        for (var i = 0; i < rows.Length; i++)
        {
            if (!IsTest(i)) continue;
            var signals = new double[IntentSignals.Count];
            var best = model.Classify(corpus.Rows[rows[i]], beliefs, signals);
            var number = numberOf[corpus.Classes[rows[i]]];
            messages.Add(new HeldOutMessage(signals, number >= 0 && number < known, number == best));
        }
    }
}
