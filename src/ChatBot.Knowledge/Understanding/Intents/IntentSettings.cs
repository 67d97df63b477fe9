namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>
/// What learning depends on, once for few examples and once for plenty. Each was chosen by cross-validation on a training part alone: the benchmarks'
/// <c>intent-settings</c> prints the table.
/// </summary>
internal sealed record IntentSettings
{
    /// <summary>For less than two thousand examples.</summary>
    public static readonly IntentSettings OfFew = new()
    {
        Few = true, Blocks = [0.7f, 0.6f, 1f, 1.2f, 0.8f, 0.4f], Company = [1f, 0.7f, 0.7f], HingeShare = 0.2f, HiddenShare = 0.55f, ChainShare = 0.1f, HiddenUnits = 64, HiddenPasses = 8, LogisticPasses = 10, Smoothness = 100,
    };

    /// <summary>For more.</summary>
    public static readonly IntentSettings OfPlenty = new()
    {
        Few = false, Blocks = [1f, 1f, 1f, 1f, 0.6f, 0.4f], Company = [1f, 0.7f, 0.7f], HingeShare = 0.5f, HiddenShare = 0.55f, ChainShare = 0.15f, HiddenUnits = 128, HiddenPasses = 10, LogisticPasses = 6, Smoothness = 10,
    };

    /// <summary>Whether examples are few: then a feature weighs less the more evenly it is spread over the intents.</summary>
    public required bool Few { get; init; }

    /// <summary>How much each <see cref="FeatureBlock"/> that is read as keys counts beside the others.</summary>
    public required float[] Blocks { get; init; }

    /// <summary>How much the mean of the words' vectors counts, their highest numbers, and their lowest.</summary>
    public required float[] Company { get; init; }

    /// <summary>The share of the model with hinge loss in the linear models' average belief.</summary>
    public required float HingeShare { get; init; }

    /// <summary>The share of the networks in the average belief, of all together.</summary>
    public required float HiddenShare { get; init; }

    /// <summary>The share of the <see cref="StemChains"/> in it; the linear models have the rest.</summary>
    public required float ChainShare { get; init; }

    /// <summary>How many hidden units each network has.</summary>
    public required int HiddenUnits { get; init; }

    /// <summary>How often each network sees each row.</summary>
    public required int HiddenPasses { get; init; }

    /// <summary>How often the logistic model sees each row.</summary>
    public required int LogisticPasses { get; init; }

    /// <summary>The logistic model's C.</summary>
    public required double Smoothness { get; init; }
}
