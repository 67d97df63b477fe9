namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>
/// Learns the model from all examples, and the detector of "none of these" by cross-validation: a third of the intents is held out whole, as messages about something
/// unknown, and a part of the others' examples, as messages about something known; three times, so that every intent was unknown once.
/// The threshold and the confidence are then set on messages that classifiers of all intents had not seen.
/// </summary>
internal static class IntentTrainer
{
    private const int Groups = 3;

    // Enough rows to learn a dozen weights; more only cost time.
    private const int MostRows = 6000;
    private const int EnoughToCalibrate = 600;

    public static (IntentModel Model, NoneDetector Detector) Train(IntentCorpus corpus, IntentTrainingOptions options)
    {
        var all = Enumerable.Range(0, corpus.Rows.Length).ToArray();
        var model = new IntentModel[1];
        List<HeldOutMessage> apart = [], left = [];
        Parallel.Invoke(
            () => model[0] = IntentModel.Train(corpus, all, corpus.Classes, corpus.Intents.Length, isFinal: true, options),
            () => apart = HoldOutIntents(corpus, options),
            () => left = HoldOutExamples(corpus, options));
        return (model[0], NoneDetector.Learn(apart).Calibrate(left, options.AllowedLoss));
    }

    /// <summary>Messages about whole intents that were held out, and about others, as guessed by classifiers that knew two thirds of the intents.</summary>
    private static List<HeldOutMessage> HoldOutIntents(IntentCorpus corpus, IntentTrainingOptions options)
    {
        var messages = new List<HeldOutMessage>();
        var order = Enumerable.Range(0, corpus.Intents.Length).ToArray();
        if (order.Length < Groups) return messages;
        var random = new Random(options.Seed);
        var rows = Sample(corpus, random);
        random.Shuffle(order);
        var groupOf = new int[order.Length + 1];
        for (var i = 0; i < order.Length; i++) groupOf[order[i]] = i % Groups;
        groupOf[corpus.None] = Groups; // Examples of no intent are never held out as a group.

        var parts = Parts(rows.Length, corpus.Intents.Length);
        var place = Places(corpus, rows);
        for (var group = 0; group < Groups; group++)
        {
            var part = group % parts;
            messages.AddRange(Guess(corpus, rows, i => groupOf[corpus.Classes[rows[i]]] == group || place[i] % parts == part, c => groupOf[c] != group, options));
        }
        return messages;
    }

    /// <summary>Messages about known intents, as guessed by classifiers that knew all intents and all but a part of the examples.</summary>
    private static List<HeldOutMessage> HoldOutExamples(IntentCorpus corpus, IntentTrainingOptions options)
    {
        var messages = new List<HeldOutMessage>();
        var rows = Enumerable.Range(0, corpus.Examples).ToArray();
        new Random(options.Seed + 1).Shuffle(rows);
        var parts = Parts(rows.Length, corpus.Intents.Length);
        var place = Places(corpus, rows);
        for (var part = 0; part < parts && messages.Count < EnoughToCalibrate; part++)
            messages.AddRange(Guess(corpus, rows, i => place[i] % parts == part, _ => true, options));
        return messages;
    }

    private static int[] Sample(IntentCorpus corpus, Random random)
    {
        var rows = Enumerable.Range(0, corpus.Examples).ToArray();
        random.Shuffle(rows);
        return rows.Length > MostRows ? rows[..MostRows] : rows;
    }

    /// <summary>Into how many parts examples are cut: more where they are many, so that little is missing when one part is.</summary>
    private static int Parts(int rows, int intents) => Math.Clamp((rows + intents - 1) / intents, 2, rows < 2000 ? 4 : 6);

    /// <summary>The place of each row among those of its intent.</summary>
    private static int[] Places(IntentCorpus corpus, int[] rows)
    {
        var places = new int[corpus.Intents.Length + 1];
        return [.. rows.Select(row => places[corpus.Classes[row]]++)];
    }

    /// <summary>Trains without the rows that <paramref name="isTest"/> picks and guesses those.</summary>
    private static IEnumerable<HeldOutMessage> Guess(IntentCorpus corpus, int[] rows, Predicate<int> isTest, Predicate<int> isKnown, IntentTrainingOptions options)
    {
        var numberOf = new int[corpus.Intents.Length + 1];
        var known = 0;
        for (var c = 0; c < corpus.Intents.Length; c++) numberOf[c] = isKnown(c) ? known++ : -1;
        numberOf[corpus.None] = known;
        var names = Enumerable.Range(corpus.Examples, corpus.Rows.Length - corpus.Examples).Where(row => numberOf[corpus.Classes[row]] >= 0);
        int[] train = [.. Enumerable.Range(0, rows.Length).Where(i => !isTest(i)).Select(i => rows[i]), .. names];
        if (train.Length == 0) yield break;
        var model = IntentModel.Train(corpus, train, [.. train.Select(row => numberOf[corpus.Classes[row]])], known, isFinal: false, options);

        var beliefs = new float[known];
        for (var i = 0; i < rows.Length; i++)
        {
            if (!isTest(i)) continue;
            var signals = new double[IntentSignals.Count];
            var best = model.Classify(corpus.Rows[rows[i]], beliefs, signals);
            var number = numberOf[corpus.Classes[rows[i]]];
            yield return new HeldOutMessage(signals, number >= 0 && number < known, number == best);
        }
    }
}
