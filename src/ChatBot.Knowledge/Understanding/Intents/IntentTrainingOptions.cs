namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>How a classifier learns. The defaults are for everything that we know of; what depends on the examples is found from them.</summary>
public sealed record IntentTrainingOptions
{
    /// <summary>Begins every sequence of chance; the same examples and seed give the same classifier. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether an intent's name, read as words ("alarm_set": "alarm set"), is one more example of it. Default true.</summary>
    public bool NamesAreExamples { get; init; } = true;

    /// <summary>Whether kinds of everyday words ("monday" is a weekday) are features beside the words. Default true.</summary>
    public bool WordClasses { get; init; } = true;

    /// <summary>
    /// The share of messages, 0 to 0.5, that the threshold of "none of these" may cost although their intent was right, by cross-validation; where messages are unlike the examples it costs half as much again. Default 0.02.
    /// </summary>
    public double AllowedLoss { get; init; } = 0.02;

    /// <summary>The settings for few examples.</summary>
    internal IntentSettings OfFew { get; init; } = IntentSettings.OfFew;

    /// <summary>The settings for plenty.</summary>
    internal IntentSettings OfPlenty { get; init; } = IntentSettings.OfPlenty;

    /// <summary>How many rankings a guess carries at most, 1 or more. Default 5.</summary>
    public int Ranked { get; init; } = 5;
}
