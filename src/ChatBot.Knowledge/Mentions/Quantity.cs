using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Mentions;

/// <summary>A number with its unit.</summary>
/// <param name="Span">Where, number and unit, in the text that was searched.</param>
/// <param name="Value">The number, scale words applied ("50 trillion" is 5e13).</param>
/// <param name="Unit">What is counted, as a stem: "percent", "dollar", "countri", "member"; "" where nothing follows.</param>
/// <param name="Of">What a share is of, as a stem ("gdp"), or null.</param>
public readonly record struct Quantity(TextSpan Span, double Value, string Unit, string? Of);
