namespace ChatBot.Knowledge.Answering;

/// <summary>A claim that says of whom only by a pronoun.</summary>
/// <param name="Pronoun">The pronoun, as typed.</param>
/// <param name="ReadAs">The claim with the name of whom it means; null where nothing before tells that.</param>
/// <param name="Example">The claim with some fitting name of the topic, to show how it is meant to be written.</param>
public sealed record PronounClaim(string Pronoun, string? ReadAs, string Example);
