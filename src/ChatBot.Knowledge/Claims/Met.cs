namespace ChatBot.Knowledge.Claims;

/// <summary>How a fact meets one unit of a claim.</summary>
/// <param name="Share">How far, 0 to 1.</param>
/// <param name="Token">Index of the fact's token that meets it; -1: none of its own.</param>
/// <param name="Flipped">Whether it is met by its contrary.</param>
internal readonly record struct Met(double Share, int Token, bool Flipped);
