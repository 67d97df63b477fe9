using System.Globalization;

namespace ChatBot.Questions;

/// <summary>Where a message showed several values of one thing: which of them a statement gives.</summary>
/// <param name="IsStep">Whether they were shown as a change, one after the other, rather than as a disagreement.</param>
/// <param name="Number">Which one, from 0; of a change the earliest is the first.</param>
internal readonly record struct ShownSide(bool IsStep, int Number)
{
    private const char Step = 'c';

    private const char OneOfSeveral = 'd';

    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is nothing of the kind.</summary>
    public static ShownSide? Read(string text) =>
        text is [Step or OneOfSeveral, .. var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? new ShownSide(text[0] == Step, parsed) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsStep ? Step : OneOfSeveral)}{Number}");
}
