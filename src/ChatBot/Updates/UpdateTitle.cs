using ChatBot.Knowledge.Updates;
using ChatBot.Questions;

namespace ChatBot.Updates;

/// <summary>Names an update in one line by what it says, for lists that don't show all of it. Pure.</summary>
internal static class UpdateTitle
{
    private const int LongestWords = 90;

    /// <summary>The watched question, the attribute that changed, or the first words that are new.</summary>
    public static string Of(StoredUpdate update)
    {
        if (update.Question is { } question) return question;
        if (update.Content.Lines is not [var first, ..]) return update.Content.Source;
        if (first.About is { } about) return $"{Heading(first.Kind)} {about}";
        var words = (first.Now ?? first.Before.FirstOrDefault())?.Text;
        return words is null ? update.Content.Source : $"{(first.Now is null ? PhraseCatalogue.NoLongerSays : PhraseCatalogue.NewFrom)}: “{Cut(words)}”";
    }

    /// <summary>What stands before an attribute that has another value.</summary>
    public static string Heading(NewsKind kind) => kind switch
    {
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
