using ChatBot.Chat;
using ChatBot.Knowledge.Updates;
using ChatBot.Questions;

namespace ChatBot.Updates;

/// <summary>Names an update or one of its news in one line by what it says, for lists that don't show all of it. Pure.</summary>
internal static class UpdateTitle
{
    private const int LongestWords = 90;

    /// <summary>A watched question's answer by the question, else its first news: by the attribute that changed, or its first words; without any, its source.</summary>
    public static string Of(StoredUpdate update) => update.Question is { } question ? Asked(question)
        : update.Content.Lines.Select(Of).FirstOrDefault() ?? update.Content.Source;

    /// <summary>A question as people ask it, where it was asked by a command.</summary>
    public static string Asked(string question) => TypedQuestion.Of(question) ?? question;

    private static string? Of(UpdateLine line)
    {
        if (line.About is { } about) return $"{Heading(line)} {about}";
        var words = (line.Now ?? line.Before.FirstOrDefault())?.Text;
        return words is null ? null : line is { SaysItCorrects: true, Kind: NewsKind.Corrected } ? $"“{Cut(words)}”" : $"{(line.Now is null ? PhraseCatalogue.NoLongerSays : line.Kind == NewsKind.Corrected ? PhraseCatalogue.TakenBack : PhraseCatalogue.NewFrom)}: “{Cut(words)}”";
    }

    /// <summary>What stands before an attribute that has another value.</summary>
    public static string Heading(UpdateLine line) => line.Kind switch
    {
        _ when line.IsDenial => PhraseCatalogue.Denied + ":",
        NewsKind.Contradicting => PhraseCatalogue.NowDisputed,
        NewsKind.Corrected => PhraseCatalogue.TakenBack + ":",
        _ => PhraseCatalogue.NowDifferent + ":",
    };

    private static string Cut(string words)
    {
        if (words.Length <= LongestWords) return words;
        var space = words.LastIndexOf(' ', LongestWords);
        return words[..(space > LongestWords / 2 ? space : LongestWords - (char.IsHighSurrogate(words[LongestWords - 1]) ? 1 : 0))].TrimEnd(',', ' ') + " …";
    }
}
