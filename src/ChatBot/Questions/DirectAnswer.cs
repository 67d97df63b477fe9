using ChatBot.Knowledge.Answering;

namespace ChatBot.Questions;

/// <summary>The words that stand over an answer as its short form: the value, with the words beside it that bound it ("more than 30 boats"), and of "Wednesday" which one. The value itself stays as it is, because it is compared with others.</summary>
internal static class DirectAnswer
{
    /// <summary>Words before a figure that make it another: the longer ones first.</summary>
    private static readonly string[] BeforeFigures =
    [
        "no more than", "no fewer than", "no less than", "not more than", "just over", "just under", "well over", "more than", "less than", "fewer than", "at least", "at most", "up to", "as many as", "as much as",
        "close to", "an estimated", "over", "under",
    ];

    /// <summary>What something is done over ("sailed over 24 miles", "held over three days"), so that the word may bound nothing.</summary>
    private static readonly string[] Stretches = ["mile", "kilomet", "km", "metre", "meter", "yard", "minute", "hour", "day", "week", "month", "year"];

    /// <summary>Words before a figure or day that say it isn't exact.</summary>
    private static readonly string[] BeforeAny = ["approximately", "roughly", "about", "around", "nearly", "almost", "some"];

    private static readonly string[] Behind = ["or more", "or less", "or fewer", "or so"];

    /// <summary>Null where no part of the statement answers directly.</summary>
    public static string? Of(Statement statement)
    {
        if (statement.Value is not { } value || statement.ValueText is not { } text) return null;
        if (!text.Any(char.IsAsciiDigit)) return statement.ReckonedDay is { } day ? PhraseCatalogue.Reckoned(WithoutPossessive(text), day) : WithoutPossessive(text);
        var from = value.Start - statement.Citation.Span.Start;
        var isDay = statement.Fact.Dates.Any(date => date.Span.Overlaps(value));
        var isStretch = Stretches.Any(unit => text.Contains(unit, StringComparison.OrdinalIgnoreCase));
        var before = BoundBefore(statement.Text[..from], isDay ? BeforeAny : [.. BeforeFigures.Where(words => words != "over" || !isStretch), .. BeforeAny]);
        var behind = Behind.FirstOrDefault(words => statement.Text[(from + text.Length)..].StartsWith($" {words}", StringComparison.OrdinalIgnoreCase));
        return WithoutPossessive(statement.Text.Substring(from - before, before + text.Length + (behind is null ? 0 : behind.Length + 1)));
    }

    private static string WithoutPossessive(string value) => value.EndsWith("'s", StringComparison.Ordinal) || value.EndsWith("’s", StringComparison.Ordinal) ? value[..^2] : value;

    /// <summary>How many characters of the end of a text are words that bound what follows.</summary>
    private static int BoundBefore(string text, string[] bounds)
    {
        var end = text.TrimEnd();
        if (end.Length == text.Length) return 0;
        var bound = bounds.FirstOrDefault(words => end.EndsWith(words, StringComparison.OrdinalIgnoreCase) && (end.Length == words.Length || char.IsWhiteSpace(end[^(words.Length + 1)])));
        return bound is null ? 0 : bound.Length + text.Length - end.Length;
    }
}
