using ChatBot.Chat;

namespace ChatBot.Questions;

/// <summary>
/// Reads what people order in words of their own and what a command does: "subscribe me to everything", "could you stop telling me about drones?", "unsubscribe
/// from Reuters". Only what begins so, courtesy apart, is an order; what is to be followed is the rest of it. Pure.
/// </summary>
internal static class SpokenCommand
{
    private static readonly string[] Courtesies =
        ["please", "pls", "can you", "could you", "would you", "will you", "can i", "how can i", "how do i", "how to", "how do we", "how can we", "is there a way to", "i want to", "i want you to", "i'd like to", "i would like to", "i'd like you to", "i would like you to", "let me", "now"];

    /// <summary>What an order begins with, the longest first where one begins another.</summary>
    private static readonly (string Words, string Command)[] Orders =
    [
        ("stop watching", CommandCatalogue.Unwatch), ("unwatch", CommandCatalogue.Unwatch), ("watch the question", CommandCatalogue.Watch), ("watch for", CommandCatalogue.Watch),
        ("notify me when", CommandCatalogue.Watch), ("notify me if", CommandCatalogue.Watch), ("alert me when", CommandCatalogue.Watch), ("alert me if", CommandCatalogue.Watch),
        ("unsubscribe", CommandCatalogue.Unsubscribe), ("unfollow", CommandCatalogue.Unsubscribe), ("stop following", CommandCatalogue.Unsubscribe), ("stop telling me", CommandCatalogue.Unsubscribe),
        ("stop telling us", CommandCatalogue.Unsubscribe), ("stop sending", CommandCatalogue.Unsubscribe), ("stop notifying", CommandCatalogue.Unsubscribe), ("stop alerting", CommandCatalogue.Unsubscribe),
        ("stop messaging", CommandCatalogue.Unsubscribe), ("stop informing", CommandCatalogue.Unsubscribe), ("stop updating", CommandCatalogue.Unsubscribe), ("stop the news", CommandCatalogue.Unsubscribe),
        ("stop the updates", CommandCatalogue.Unsubscribe), ("stop my subscription", CommandCatalogue.Unsubscribe), ("cancel my subscription", CommandCatalogue.Unsubscribe), ("end my subscription", CommandCatalogue.Unsubscribe),
        ("cancel the subscription", CommandCatalogue.Unsubscribe), ("don't send me", CommandCatalogue.Unsubscribe), ("do not send me", CommandCatalogue.Unsubscribe), ("don't tell me about", CommandCatalogue.Unsubscribe),
        ("do not tell me about", CommandCatalogue.Unsubscribe), ("don't notify me", CommandCatalogue.Unsubscribe), ("do not notify me", CommandCatalogue.Unsubscribe), ("no more news", CommandCatalogue.Unsubscribe),
        ("no more updates", CommandCatalogue.Unsubscribe), ("subscribe", CommandCatalogue.Subscribe), ("sign me up", CommandCatalogue.Subscribe), ("sign us up", CommandCatalogue.Subscribe),
        ("notify", CommandCatalogue.Subscribe), ("alert me", CommandCatalogue.Subscribe), ("keep me posted", CommandCatalogue.Subscribe), ("keep me updated", CommandCatalogue.Subscribe),
        ("keep me informed", CommandCatalogue.Subscribe), ("keep us posted", CommandCatalogue.Subscribe), ("keep us updated", CommandCatalogue.Subscribe), ("send me updates", CommandCatalogue.Subscribe),
        ("send me alerts", CommandCatalogue.Subscribe), ("send me news", CommandCatalogue.Subscribe), ("send us news", CommandCatalogue.Subscribe), ("i want news", CommandCatalogue.Subscribe), ("i'd like news", CommandCatalogue.Subscribe), ("send me a daily", CommandCatalogue.Subscribe), ("send me a weekly", CommandCatalogue.Subscribe), ("follow", CommandCatalogue.Subscribe),
    ];

    /// <summary>Words between the order and what it is about.</summary>
    private static readonly HashSet<string> Between =
        new(["me", "us", "to", "from", "for", "about", "of", "on", "regarding", "with", "up", "subscription", "subscriptions", "news", "updates", "update", "alerts", "messages", "digest", "digests", "anything", "the"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Orders only where nothing else is said.</summary>
    private static readonly string[] Alone = ["stop", "stop it", "stop this", "mute", "leave me alone"];

    /// <summary>What asks why news was sent, under it or behind it.</summary>
    private static readonly string[] Whys = ["why this", "why did i get this", "why do i get this", "why am i getting this", "why did you send this", "why did you send me this", "why did you tell me this"];

    /// <summary>What an order for another rhythm begins with, and what one is called.</summary>
    private static readonly string[] Changes = ["change", "switch", "set", "turn", "move"], Rhythms = ["daily", "weekly", "instant", "at once"];

    /// <summary>What an order for another rhythm of what was just subscribed to begins with, and what may stand between that and the rhythm.</summary>
    private static readonly string[] ChangesOfLatest = [.. Changes, "make", "rather", "i want", "i'd like", "send"];
    private static readonly HashSet<string> Pointing = new(["it", "that", "this", "them", "these", "those", "to", "me", "my", "the", "subscription", "subscriptions", "be", "rather"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Stands for what was just subscribed to, before its new rhythm.</summary>
    public const string Latest = "it";

    private static readonly string[] Afterwards = ["please", "pls", "thanks", "thank you", "any more", "anymore", "now", "again"];

    /// <summary>The command with what stands behind it; null where a message orders none.</summary>
    public static (string Command, string Argument)? Read(string message)
    {
        var text = message.Trim().TrimEnd('.', '!').Replace('’', '\'');
        var isCourteous = false;
        while (Courtesies.FirstOrDefault(courtesy => Begins(text, courtesy)) is { } courtesy) (text, isCourteous) = (text[courtesy.Length..].TrimStart(' ', ','), true);
        if (AskedOfBot.Read(WithoutThanks(text.TrimEnd('?', ' '))) is { } ofBot) return ofBot;
        if (Alone.Contains(WithoutThanks(text), StringComparer.OrdinalIgnoreCase)) return (CommandCatalogue.Unsubscribe, "");
        if (Whys.Contains(WithoutThanks(text.TrimEnd('?', ' ')), StringComparer.OrdinalIgnoreCase)) return (CommandCatalogue.Why, "");
        if ((isCourteous || !text.EndsWith('?')) && RetimedLatest(WithoutThanks(text.TrimEnd('?', ' '))) is { } rhythm) return (CommandCatalogue.Subscribe, $"{Latest} {rhythm}");
        if (Retimed(WithoutThanks(text.TrimEnd('?', ' ')), isCourteous || !text.EndsWith('?')) is { } retimed) return (CommandCatalogue.Subscribe, retimed);
        var order = Orders.FirstOrDefault(order => Begins(text, order.Words));
        if (order.Words is null || !isCourteous && text.EndsWith('?') && order.Command is not CommandCatalogue.Watch) return null;
        text = text[order.Words.Length..].Trim();
        // "Notify me when Berg speaks" asks no question, but for news of whom it names.
        if (order.Command is CommandCatalogue.Watch && !text.EndsWith('?') && order.Words.Split(' ') is [.., "when" or "if"]) return (CommandCatalogue.Subscribe, $"when {text}");
        if (order.Command is CommandCatalogue.Watch) return (order.Command, text.EndsWith('?') ? text : "");
        var words = WithoutThanks(text.TrimEnd('?', ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (order.Command, string.Join(' ', words.SkipWhile(Between.Contains)));
    }

    /// <summary>"Make it daily", "weekly instead", "switch to weekly on Friday": the rhythm, where nothing is named that is to have it; null else.</summary>
    private static string? RetimedLatest(string text)
    {
        var isInstead = text.EndsWith(" instead", StringComparison.OrdinalIgnoreCase);
        if (isInstead) text = text[..^" instead".Length].TrimEnd(' ', ',');
        var change = ChangesOfLatest.FirstOrDefault(change => Begins(text, change));
        if (change is null && !isInstead) return null;
        var said = text[(change?.Length ?? 0)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rhythm = string.Join(' ', said.SkipWhile(Pointing.Contains));
        if (change is not null && !isInstead && !said.TakeWhile(Pointing.Contains).Any(word => word is "it" or "that" or "this" or "them" or "to" or "subscription")) return null;
        var often = Rhythms.Append("every").FirstOrDefault(known => Begins(rhythm, known));
        // "A daily digest of drones" says what of: that is a subscription of its own.
        return often is "every" || often is not null && rhythm[often.Length..].TrimStart() is "" or ['a', 't', ' ', ..] or ['o', 'n', ' ', ..] ? rhythm : null;
    }

    /// <summary>Whether a message that answers to one of the bot's orders something of that very message: why it came, or how often the like is to come.</summary>
    public static bool IsOfReply(string message) => Read(message) is var (command, argument) && (command == CommandCatalogue.Why || command == CommandCatalogue.Subscribe && Begins(argument, Latest));

    /// <summary>"Change Rutte to weekly", "switch drones to daily at 9": what is followed with its new rhythm, as a subscription asks for it.</summary>
    private static string? Retimed(string text, bool orders)
    {
        if (!orders || !Changes.Any(change => Begins(text, change))) return null;
        var to = text.LastIndexOf(" to ", StringComparison.OrdinalIgnoreCase);
        if (to < 0 || !Rhythms.Any(rhythm => Begins(text[(to + " to ".Length)..], rhythm))) return null;
        var followed = string.Join(' ', text[..to].Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).SkipWhile(word => Between.Contains(word) || word is "my"));
        return followed.Length > 0 ? $"{followed} {text[(to + " to ".Length)..]}" : null;
    }

    private static string WithoutThanks(string text)
    {
        while (Afterwards.FirstOrDefault(last => text.EndsWith(last, StringComparison.OrdinalIgnoreCase) && (text.Length == last.Length || text[^(last.Length + 1)] is ' ' or ',')) is { } last) text = text[..^last.Length].TrimEnd(' ', ',');
        return text;
    }

    private static bool Begins(string text, string words) =>
        text.StartsWith(words, StringComparison.OrdinalIgnoreCase) && (text.Length == words.Length || text[words.Length] is ' ' or ',' or '?');
}
