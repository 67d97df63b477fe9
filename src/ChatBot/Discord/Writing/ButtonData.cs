using System.Globalization;
using ChatBot.Chat;
using ChatBot.Discord.State;
using ChatBot.Questions;

namespace ChatBot.Discord.Writing;

/// <summary>
/// What a button or a menu's choice carries, in at most 100 characters and without any memory of the server's, so that it works after a restart.
/// It comes back from a person's app and may be old or forged: everything in it is checked. A closed set.
/// </summary>
internal abstract record ButtonData
{
    /// <summary>Characters of the longest text that a button can carry.</summary>
    public const int MostCharacters = 100;

    private ButtonData()
    {
    }

    /// <summary>Show a place in a document.</summary>
    public sealed record Place(PlaceMark Mark) : ButtonData
    {
        public override string Write() => $"p:{Mark}";
    }

    /// <summary>Give a command about what was asked.</summary>
    /// <param name="Name">The command's name.</param>
    /// <param name="Subject">About what, "" for nothing; null where that didn't fit, and is to be read from the message.</param>
    public sealed record Followed(string Name, string? Subject) : ButtonData
    {
        public override string Write() => Subject is not null && Subject.Length + Name.Length + 3 <= MostCharacters ? $"a:{Name}:{Subject}" : $"a:{Name}";
    }

    /// <summary>Give a command as if it were typed, or ask a question.</summary>
    /// <param name="Text">The command or question.</param>
    /// <param name="Owner">The only person who may; null: everybody who may give it.</param>
    public sealed record Said(string Text, string? Owner = null) : ButtonData
    {
        public override string Write() => Owner is null ? $"s:{Text}" : $"o:{Owner}:{Text}";
    }

    /// <summary>Choose the question that stands so far down among the choices, where it is too long to be carried.</summary>
    public sealed record Choice(int Index) : ButtonData
    {
        public override string Write() => string.Create(CultureInfo.InvariantCulture, $"c:{Index}");
    }

    /// <summary>A thumb up or down.</summary>
    public sealed record Thumb(bool Up) : ButtonData
    {
        public override string Write() => Up ? "f:1" : "f:0";
    }

    /// <summary>Show to all what only one sees.</summary>
    public sealed record Share : ButtonData
    {
        public override string Write() => "share";
    }

    /// <summary>Change a setting of the server.</summary>
    public sealed record Setting(ServerChange Change) : ButtonData
    {
        public override string Write() => string.Create(CultureInfo.InvariantCulture, $"g:{(int)Change}");
    }

    /// <summary>A menu, whose choices carry the data.</summary>
    public sealed record Menu : ButtonData
    {
        public override string Write() => "menu";
    }

    /// <summary>What a tap on it takes.</summary>
    public Effort Effort => this switch
    {
        // A choice ends a question that was counted; a watch looks at its answer only to say whether there is one.
        Choice or Followed { Name: CommandCatalogue.Watch } => Effort.Errand,
        Followed followed => MessageHandler.EffortOf($"/{followed.Name} {followed.Subject ?? "?"}"),
        Said said when CommandText.Read(said.Text) is null => Effort.Errand,
        Said said => MessageHandler.EffortOf(said.Text),
        _ => Effort.Errand,
    };

    /// <summary>As a custom id, or as a choice's value.</summary>
    public abstract string Write();

    /// <summary>Reads a custom id; null where no button of this version carries such.</summary>
    public static ButtonData? Read(string data)
    {
        var parts = data.Split(':', 2);
        switch (parts)
        {
            case ["share"]: return new Share();
            case ["menu"]: return new Menu();
            case ["f", "1" or "0"]: return new Thumb(parts[1] == "1");
            case ["g", _]: return Number(parts[1]) is { } change && Enum.IsDefined((ServerChange)change) ? new Setting((ServerChange)change) : null;
            case ["c", _]: return Number(parts[1]) is { } choice ? new Choice(choice) : null;
            case ["s", { Length: > 0 } text] when !CommandCatalogue.IsForOne(text): return new Said(text);
            case ["o", { Length: > 0 } owned]: return owned.Split(':', 2) is [{ Length: > 0 } owner, { Length: > 0 } own] ? new Said(own, owner) : null;
            case ["a", { Length: > 0 } about]: return about.Split(':', 2) is [var name, var subject] ? new Followed(name, subject) : new Followed(about, null);
            case ["p", _]: return PlaceMark.Read(parts[1]) is { } mark ? new Place(mark) : null;
            default: return null;
        }
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
