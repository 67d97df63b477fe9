using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Mentions;

/// <summary>A time of day in a text.</summary>
/// <param name="Span">Where, in the text that was searched.</param>
/// <param name="Value">The time, as the text's own clock has it.</param>
public readonly record struct ClockTime(TextSpan Span, TimeOnly Value);
