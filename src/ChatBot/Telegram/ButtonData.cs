using System.Globalization;
using System.Text;
using ChatBot.Chat;
using ChatBot.Questions;

namespace ChatBot.Telegram;

/// <summary>
/// What a button carries, in at most 64 bytes and without any memory of the server's, so that it works after a restart. It comes back from
/// a person's app and may be old or forged: everything in it is checked. A closed set.
/// </summary>
internal abstract record ButtonData
{
    private const int MostBytes = 64;
    private const string TimelineMark = "t";
    private const string WatchMark = "w";

    private ButtonData()
    {
    }

    /// <summary>Show a place in a document.</summary>
    public sealed record Place(PlaceMark Mark) : ButtonData
    {
        public override string Write() => $"p:{Mark}";
    }

    /// <summary>Show a timeline.</summary>
    /// <param name="About">Of what; null where that didn't fit, and is to be read from the message answered.</param>
    public sealed record Timeline(string? About) : ButtonData
    {
        public override string Write() => About is not null && Fits("t:", About) ? $"{TimelineMark}:{About}" : TimelineMark;
    }

    /// <summary>Tell when the answer changes.</summary>
    /// <param name="Question">Of what; null where that didn't fit, and is to be read from the message answered.</param>
    public sealed record Watch(string? Question) : ButtonData
    {
        public override string Write() => Question is not null && Fits("w:", Question) ? $"{WatchMark}:{Question}" : WatchMark;
    }

    /// <summary>Ask the question that stands on the button.</summary>
    public sealed record Choice(int Index) : ButtonData
    {
        public override string Write() => string.Create(CultureInfo.InvariantCulture, $"c:{Index}");
    }

    /// <summary>Ask this question; another may stand on the button.</summary>
    public sealed record Ask(string Question) : ButtonData
    {
        public override string Write() => $"a:{Question}";
    }

    /// <summary>Give this command ("/unwatch 3"), as if it had been typed.</summary>
    /// <param name="Text">The command.</param>
    /// <param name="Owner">The only person who may; null: everybody who may give it.</param>
    public sealed record Command(string Text, string? Owner = null) : ButtonData
    {
        public override string Write() => Owner is null ? $"x:{Text}" : $"o:{Owner}:{Text}";
    }

    /// <summary>A thumb up or down.</summary>
    public sealed record Thumb(bool Up) : ButtonData
    {
        public override string Write() => Up ? "f:1" : "f:0";
    }

    /// <summary>Whether a button has room for it.</summary>
    public bool Fits() => Encoding.UTF8.GetByteCount(Write()) <= MostBytes;

    /// <summary>What a tap on it takes.</summary>
    public Effort Effort => this switch
    {
        Timeline => Effort.Question,
        // A choice ends a question that was counted; a watch looks at its answer only to say whether there is one.
        Watch or Choice or Ask => Effort.Errand,
        Command command => MessageHandler.EffortOf(command.Text),
        _ => Effort.Errand,
    };

    /// <summary>As callback data.</summary>
    public abstract string Write();

    /// <summary>Reads callback data; null where no button of this version carries such.</summary>
    public static ButtonData? Read(string? data)
    {
        var parts = (data ?? "").Split(':', 2);
        switch (parts)
        {
            case [TimelineMark]: return new Timeline(null);
            case [TimelineMark, { Length: > 0 } about]: return new Timeline(about);
            case [WatchMark]: return new Watch(null);
            case [WatchMark, { Length: > 0 } question]: return new Watch(question);
            case ["a", { Length: > 0 } question]: return new Ask(question);
            case ["x", ['/', _, ..] command] when !CommandCatalogue.IsForOne(command): return new Command(command);
            case ["o", { Length: > 0 } owned]: return owned.Split(':', 2) is [{ Length: > 0 } owner, ['/', _, ..] own] ? new Command(own, owner) : null;
            case ["f", "1" or "0"]: return new Thumb(parts[1] == "1");
            case ["c", _]: return Number(parts[1]) is { } choice ? new Choice(choice) : null;
            case ["p", _]: return PlaceMark.Read(parts[1]) is { } mark ? new Place(mark) : null;
            default: return null;
        }
    }

    private static bool Fits(string mark, string text) => Encoding.UTF8.GetByteCount(mark) + Encoding.UTF8.GetByteCount(text) <= MostBytes;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
