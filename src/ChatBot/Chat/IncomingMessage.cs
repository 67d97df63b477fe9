namespace ChatBot.Chat;

/// <summary>A message that is meant for the bot, from any platform.</summary>
/// <param name="Chat">Where it stands, and where the reply goes.</param>
/// <param name="Person">Who wrote it.</param>
/// <param name="Id">Its id within the chat.</param>
/// <param name="Text">As typed, without what merely addresses it to the bot.</param>
/// <param name="IsPrivate">Whether nobody else reads along.</param>
/// <param name="IsEdit">Whether an earlier message of that id is replaced.</param>
/// <param name="RepliesTo">The id of the bot's message that it answers to; null where it answers to none.</param>
internal sealed record IncomingMessage(ChatAddress Chat, PersonId Person, string Id, string Text, bool IsPrivate, bool IsEdit = false, string? RepliesTo = null)
{
    /// <summary>The message that it answers to, whoever wrote that; null where it answers to none, or the platform doesn't show it.</summary>
    public MessageAbove? Above { get; init; }

    /// <summary>The news of the bot's own that it answers to, by the key of their delivery; null where it answers to none.</summary>
    public string? AboveNews { get; init; }

    /// <summary>It has nothing to do with what was said before, as where somebody follows a link.</summary>
    public bool BeginsAnew { get; init; }

    /// <summary>It asks to have an answer of the bot's own checked.</summary>
    public bool ChecksOwnAnswer { get; init; }

    /// <summary>Whether what it brings is shown to nobody else, though the chat has others.</summary>
    public bool IsForOneAlone { get; init; }

    /// <summary>What the bot lacks to write there unasked, as the platform calls it; null where it lacks nothing, and where its very answer shows that.</summary>
    public string? MissingRight { get; init; }

    /// <summary>Commands that only this platform has, and only in its menu.</summary>
    public IReadOnlyList<SlashCommand> MenuCommands { get; init; } = [];

    /// <summary>How else than by its words a message can be given to be checked on this platform, in a sentence; null where it can't.</summary>
    public string? OtherWayToCheck { get; init; }

    /// <summary>How the bot is asked there, in a sentence, given a question to show it by (null: none); null where every message is meant for it, or it is always shown how.</summary>
    public Func<string?, string>? HowToAsk { get; init; }

    /// <summary>Asks the platform whether the person may manage the chat; in private everybody may.</summary>
    public Func<CancellationToken, ValueTask<bool>> MayManage { get; init; } = _ => ValueTask.FromResult(IsPrivate);
}

/// <summary>A message to which another answers.</summary>
/// <param name="Id">Its id within the chat.</param>
/// <param name="Words">As typed, without what merely addresses it to the bot; only what was picked out of it, where something was.</param>
internal sealed record MessageAbove(string Id, string Words);
