using System.Globalization;
using ChatBot.Questions;
using ChatBot.Settings;
using ChatBot.Sources;

namespace ChatBot;

/// <summary>The first lines of the service: what it knows, where to ask, and what is off for want of a token.</summary>
internal static class Greeting
{
    public static IEnumerable<string> Lines(ChatBotSettings settings, IEnumerable<string> addresses, bool openToAll, TopicLibrary library, TimeSpan took)
    {
        var documents = library.Current.Documents;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"ChatBot · {library.Current.Topic.Title} · {PhraseCatalogue.Counted(documents.Count, "document")}, {PhraseCatalogue.Counted(documents.Sum(document => document.Facts.Count), "fact")} · ready in {took.TotalMilliseconds:0} ms");
        yield return $"Ask at {string.Join(" or ", addresses)}";
        if (openToAll) yield return "The page is open to everybody who reaches this machine; --url http://127.0.0.1:5080 keeps it to this machine.";
        if (settings.Discord.Token is null) yield return "Discord is off: set ChatBot__Discord__Token (or ChatBot__Discord__TokenFile) to turn it on.";
        else yield return "Discord is on; the log tells the address to invite it by, once it is connected.";
        if (settings.Telegram.Token is null) yield return "Telegram is off: set ChatBot__Telegram__Token (or ChatBot__Telegram__TokenFile) to turn it on.";
        else yield return "Telegram is on.";
        yield return $"Store: {settings.Store}";
        if (documents.Count == 0) yield return $"There are no documents yet, so every question goes unanswered; put some into {TopicFolder.DocumentsOf(settings.Topic)}.";
        foreach (var remark in library.Remarks) yield return remark;
    }
}
