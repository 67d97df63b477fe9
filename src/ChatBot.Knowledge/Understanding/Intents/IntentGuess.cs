namespace ChatBot.Knowledge.Understanding.Intents;

/// <summary>What a message is taken to be about.</summary>
/// <param name="Intent">The intent, or null where none of them fits.</param>
/// <param name="Best">The best intent there is, even where it isn't good enough.</param>
/// <param name="Confidence">How likely <paramref name="Best"/> is right for a message that is about one of the intents, 0 to 1: of guesses at 0.8, four in five are right.</param>
/// <param name="NoneScore">How much the message looks to be about none of them, 0 to 1; <paramref name="Intent"/> is null from the learnt threshold on.</param>
/// <param name="Ranked">The best few intents, best first.</param>
public sealed record IntentGuess(string? Intent, string Best, double Confidence, double NoneScore, IReadOnlyList<RankedIntent> Ranked);

/// <summary>One reading of a message.</summary>
/// <param name="Intent">The intent's name.</param>
/// <param name="Share">Its share of belief among all intents, 0 to 1.</param>
public readonly record struct RankedIntent(string Intent, double Share);
