namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>What the scores of a message look like, by which a good guess is told from a message that is about something else.</summary>
internal static class IntentSignals
{
    /// <summary>How alike the message's scores are to those of the best intent's own examples when they were held out: mean cosine of the nearest five.</summary>
    public const int Profile = 0;

    /// <summary>The share of the message's words, by weight, that examples of the best intent have.</summary>
    public const int Coverage = 1;

    /// <summary>How much its neighbouring words speak for the best intent rather than the second.</summary>
    public const int PairMargin = 2;

    /// <summary>The share of its neighbouring words that speak for the best intent at all.</summary>
    public const int PairSupport = 3;

    /// <summary>The cosine to the nearest example of the best intent, by words.</summary>
    public const int Nearest = 4;

    /// <summary>The logarithm of the sum of all exponentiated scores ("free energy", Liu et al. 2020).</summary>
    public const int Evidence = 5;

    /// <summary>The best score's lead over the fifth.</summary>
    public const int Lead = 6;

    /// <summary>The best score.</summary>
    public const int Top = 7;

    /// <summary>The second score of the machines with hinge loss: high where the message is between intents.</summary>
    public const int Second = 8;

    /// <summary>How much its stems speak for the best intent.</summary>
    public const int StemEvidence = 9;

    /// <summary>The logarithm of the number of words.</summary>
    public const int Length = 10;

    /// <summary>How far the class of examples of no intent, where there are any, is ahead of the best intent; 0 without.</summary>
    public const int NoneLead = 11;

    /// <summary>The log odds of the best intent in the average belief of all models.</summary>
    public const int Belief = 12;

    /// <summary>As <see cref="Evidence"/>, of the machines with hinge loss.</summary>
    public const int MarginEvidence = 13;

    /// <summary>How high the margin of the best intent is beside those of its own examples when they were held out, in standard deviations.</summary>
    public const int StandardMargin = 14;

    /// <summary>How near the message's margins are to those of the nearest five examples of the best intent when they were held out: minus the mean distance.</summary>
    public const int Nearness = 15;

    /// <summary>The number of signals.</summary>
    public const int Count = 16;
}
