using System.Globalization;
using System.Text.RegularExpressions;
using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;

namespace ChatBot.Questions;

/// <summary>"What does [2] say?", "show me source 2", "[2]": asks for a passage of the last answer by the number of its source.</summary>
internal static partial class PassageRequest
{
    /// <summary>The passage, or why there is none; null where something else is asked, or nothing was answered before.</summary>
    public static Reply? Answer(string message, Conversation conversation, KnowledgeBase knowledge)
    {
        if (conversation.Turns is not [.., var last] || NumberIn(message) is not { } number) return null;
        var shown = ShownStatements.Of(last, knowledge);
        return shown.FirstOrDefault(statement => statement.Number == number) is not { } asked ? NoSuch(number, shown)
            : asked.Place.Find(knowledge) is { } passage ? PassageReply.Of(passage) : null;
    }

    /// <summary>The number of the source whose passage a message asks for, and nothing else; null where it asks something else.</summary>
    public static int? NumberIn(string message)
    {
        var match = Asking().Match(message);
        return match.Success && int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>What is said where none of the sources has the number.</summary>
    public static Reply NoSuch(int number, IReadOnlyList<ShownStatement> shown) => Reply.Saying(PhraseCatalogue.NoSuchSource(number, shown.Select(statement => statement.Number).DefaultIfEmpty().Max()));

    /// <summary>A number in brackets, or behind "source" or "passage", with no more around it than what asks to see it.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:and|but|so|please|pls|ok|can|could|you|i|may|what|what's|whats|does|do|is|in|the|show|shows|give|open|read|see|view|quote|tell|me|us|full|whole|text|of|for|from|behind|stands?|says?|sources?|passage)\W+)*(?:\[(?<number>\d{1,2})\]|(?:source|passage|citation|reference)\s+(?:(?:number|no\.?)\s+)?[\[#]?(?<number>\d{1,2})\]?)(?:\W+(?:say|says|tell|tells|please|pls|exactly|in|full|about|that|it|this|now))*\W*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Asking();
}
