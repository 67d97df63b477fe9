namespace ChatBot.Questions;

/// <summary>What is said about who may do what, and about what the bot may not do.</summary>
public static partial class PhraseCatalogue
{
    /// <summary>Where somebody taps a button that acts for another.</summary>
    public const string NotYours = "That button is for whoever asked for it. Give the command yourself: /forgetme";

    /// <summary>Before /forgetme is carried out where others are too.</summary>
    public const string ForgetWhatHere = "This deletes what is yours: the subscriptions, watches and settings of our private chat, and our conversation. What this chat follows stays, without your name. It can't be undone.";

    /// <summary>Before a chat's own are deleted.</summary>
    public static string ForgetChatWhat(int count) =>
        $"This deletes what this chat follows, for everybody here: {(count == 1 ? "one subscription or watch" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} subscriptions and watches"))}, and its settings. It can't be undone.";

    /// <summary>Where a person's data are deleted and a chat with others has been asked from.</summary>
    public const string ForgottenHere = "Done: I keep nothing of yours: no subscription, no watch, no setting, nothing of our conversation. What this chat follows stays, without your name.";

    /// <summary>Where a chat's data are deleted.</summary>
    public const string ChatForgotten = "Done: this chat follows nothing any more, its settings are deleted, and nothing is on its way here.";

    /// <summary>To whoever can give a right back, before the name of the chat.</summary>
    public const string NewsPausedIn = "I may not write in";

    /// <summary>A group, where the platform tells no name with it.</summary>
    public const string AGroup = "a group in which you subscribed to something";

    /// <summary>The same, after the name of the chat.</summary>
    public const string NewsPausedUntil = ", so the news that is followed there waits. Give me the right to write there, and it comes in one message. I won't tell you again unless it happens again.";

    /// <summary>Above what gathered while the bot could not write.</summary>
    public const string CaughtUp = "I could not write here for a while. This came meanwhile:";

    /// <summary>Where something is followed in a chat that the bot may not write to by itself.</summary>
    public static string MayNotWriteHere(string right) => $"But I may not write here by myself: I lack the right “{right}”. News for this chat waits, and comes in one message once I have it.";

    /// <summary>Above a chat's subscriptions, where the bot may not write by itself.</summary>
    public static string PausedHere(string right) => $"Paused: I may not write here by myself, because I lack the right “{right}”. News waits, and comes in one message once I have it.";

    /// <summary>Of one update that waits, before the moment.</summary>
    public const string WaitsForRight = "waits, because I may not write here since";

    /// <summary>Where too many messages came to be checked.</summary>
    public const string TooManyClaims = "That is a lot at once: I haven't checked this. Please wait a few seconds, then send it again.";

    /// <summary>Where too many commands came.</summary>
    public const string TooManyCommands = "Those are a lot of commands at once. Please wait a few seconds, then give this one again.";

    /// <summary>To a tap that comes too soon after what was asked and tapped, by whoever taps or by others of the chat.</summary>
    public const string TooManyTaps = "A lot has been asked here just now. Please wait a few seconds, then tap again.";

    /// <summary>Above the next answer, of what came too fast and got none.</summary>
    public static string PassedOver(int count) =>
        count == 1 ? "I passed over one message of yours, because too many came at once; please send it again."
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"I passed over {count} messages of yours, because too many came at once; please send them again.");

    /// <summary>After a watch is made for a chat with others.</summary>
    public static string WatchingHere(string question) => $"I'll tell this chat when the answer changes: {question}";

    /// <summary>After a watch on a question without an answer is made for a chat with others.</summary>
    public static string WatchingUnknownHere(string question) => $"The documents don't say yet. I'll tell this chat when they do: {question}";

    /// <summary>Where a question is watched once more.</summary>
    public static string AlreadyWatched(string question) => $"This is watched here already: {question}";

    /// <summary>Where the same is subscribed to once more.</summary>
    public static string AlreadySubscribed(string label, string when) => $"This is followed here already: {label}, {when}";

    /// <summary>Behind words that may turn out to be the name of an outlet.</summary>
    public const string AsWordsOrOutlet = "in texts, or as the outlet";

    /// <summary>On the button of who meant what was typed, before the words.</summary>
    public const string OnlyWords = "No, the words";

    /// <summary>Under what is to be followed, where no document has its words.</summary>
    public const string NothingOfItYet = "No document has anything to do with it yet.";

    /// <summary>Before several names that were given at once.</summary>
    public const string EachByItself = "Each of these is followed by itself; choose what you want:";

    /// <summary>Under keywords with "and" between them.</summary>
    public const string AllWordsTogether = "All these words must stand in one sentence; with a comma between them, either is enough.";

    /// <summary>What the numbers mean after one of the list has ended.</summary>
    public static string NumberedNow(IEnumerable<string> labels) => "Left, with their numbers now: " + string.Join(" · ", labels.Select((label, i) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1}. {label}")));

    /// <summary>Where there are more subscriptions than buttons.</summary>
    public const string EndTheOthers = "The others end by their number: /unsubscribe 21, or /unwatch 3";
}
