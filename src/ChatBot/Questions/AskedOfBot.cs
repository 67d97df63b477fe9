using ChatBot.Chat;
using ChatBot.Knowledge.Text;

namespace ChatBot.Questions;

/// <summary>
/// Reads what people ask of the bot itself in words of their own and what a command tells or does: "what documents do you have?", "delete my data", "how do I
/// change my time zone?". Only a message that says nothing else is read so. Pure.
/// </summary>
internal static class AskedOfBot
{
    private static readonly (string Command, string[] Messages)[] Known =
    [
        (CommandCatalogue.Sources,
        [
            "what documents do you have", "which documents do you have", "what documents do you know", "which documents do you know", "what articles do you have", "which articles do you have", "what have you read",
            "what sources do you have", "which sources do you have", "what sources do you use", "which sources do you use", "list your sources", "show me your sources", "show your sources", "list the documents",
            "where do you get your information", "where do you get your information from", "where does your information come from", "where do your answers come from", "what are your answers based on",
        ]),
        (CommandCatalogue.Privacy,
        [
            "what do you know about me", "what do you store about me", "what do you keep about me", "what do you save about me", "what data do you have on me", "what data do you have about me", "what data do you keep",
            "what data do you store", "do you store my messages", "do you save my messages", "do you keep my messages", "do you record what i say", "who can see my messages", "who can see what i ask",
        ]),
        (CommandCatalogue.ForgetMe,
        [
            "delete my data", "delete all my data", "erase my data", "remove my data", "forget me", "forget my data", "forget about me", "forget everything about me", "delete everything about me",
            "delete everything you know about me", "forget everything you know about me", "delete everything you have on me", "delete my account", "delete me",
        ]),
        (CommandCatalogue.Settings,
        [
            "settings", "my settings", "show my settings", "change my settings", "change the settings", "change my time zone", "change the time zone", "change time zone", "set my time zone", "set the time zone", "set time zone",
            "what is my time zone", "what time zone am i in", "which time zone do you use", "set quiet hours", "turn on quiet hours", "turn off quiet hours", "change quiet hours", "change my quiet hours", "don't message me at night",
            "don't write to me at night", "do not message me at night", "do not disturb me at night", "don't wake me up", "no messages at night", "be quiet at night",
        ]),
        (CommandCatalogue.Subscriptions,
        [
            "what am i subscribed to", "what am i following", "what do i follow", "what do you tell me about", "show my subscriptions", "list my subscriptions", "my subscriptions", "what am i watching", "show my watches",
            "stop everything", "stop all messages", "stop all updates", "stop all news", "stop messaging me", "stop writing to me",
        ]),
        (CommandCatalogue.Subscribe,
        [
            "get alerts", "get updates", "get news", "get notified", "get notifications", "get the news", "get informed", "receive news", "receive updates", "receive alerts", "set up alerts", "turn on alerts", "turn on notifications",
            "send me news", "send me the news", "tell me the news", "how can you keep me informed", "how does subscribing work", "how do subscriptions work",
        ]),
    ];

    private static readonly Dictionary<string, string> Commands = Known.SelectMany(known => known.Messages.Select(words => (words, known.Command))).ToDictionary(known => known.words, known => known.Command, StringComparer.Ordinal);

    private static readonly string[] SettingZone = ["set my time zone to ", "change my time zone to ", "set the time zone to ", "change the time zone to ", "set time zone to ", "my time zone is ", "use the time zone "];

    /// <summary>What an order to be quiet for a time begins with.</summary>
    private static readonly string[] Quietings =
    [
        "mute", "be quiet", "be silent", "keep quiet", "keep silent", "stay quiet", "stay silent", "snooze", "pause", "silence", "stop", "do not disturb", "don't disturb", "do not message", "don't message", "do not write", "don't write",
        "do not bother", "don't bother", "do not wake", "don't wake", "do not send", "don't send", "stop sending", "stop messaging", "stop writing", "no messages", "no notifications",
    ];

    /// <summary>What such an order names, and the words between; they say for how long with one of <see cref="Spans"/> alone.</summary>
    private static readonly HashSet<string> AroundSpans = new(
        [
            "me", "us", "it", "yourself", "everything", "anything", "all", "messages", "notifications", "news", "updates", "up", "please", "for", "from", "to", "between", "and", "until", "till", "at", "on", "in", "during", "after", "before", "over",
            "the", "a", "an", "few", "couple", "of", "some", "next", "this", "every", "each", "now",
        ], StringComparer.Ordinal);

    private static readonly HashSet<string> Spans = new(
        [
            "tonight", "today", "tomorrow", "overnight", "later", "while", "hour", "hours", "minute", "minutes", "day", "days", "week", "weeks", "weekend", "weekends", "weekdays", "month", "night", "nights", "morning", "mornings",
            "afternoon", "afternoons", "evening", "evenings", "noon", "midnight", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        ], StringComparer.Ordinal);

    /// <summary>The command that tells or does it, with what stands behind it; null where a message asks something else.</summary>
    /// <param name="order">The message without courtesies, as <see cref="SpokenCommand"/> reads it.</param>
    public static (string Command, string Argument)? Read(string order)
    {
        var said = Folding.Fold(order).Trim('.', '!', '?', ' ');
        if (Commands.TryGetValue(said, out var command)) return (command, "");
        if (IsToBeQuiet(said)) return (CommandCatalogue.Settings, "");
        return SettingZone.FirstOrDefault(said.StartsWith) is { } setting ? (CommandCatalogue.Settings, "zone " + said[setting.Length..]) : null;
    }

    /// <summary>"Mute until tomorrow", "don't message me this evening": nothing but that, and for how long.</summary>
    private static bool IsToBeQuiet(string said)
    {
        if (Quietings.Where(order => said.StartsWith(order + " ", StringComparison.Ordinal)).MaxBy(order => order.Length) is not { } order) return false;
        var rest = said[order.Length..].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return rest.Any(IsSpan) && rest.All(word => IsSpan(word) || AroundSpans.Contains(word));

        static bool IsSpan(string word) => Spans.Contains(word) || char.IsAsciiDigit(word[0]);
    }
}
