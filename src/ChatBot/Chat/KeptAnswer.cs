namespace ChatBot.Chat;

/// <summary>How a message was answered, as it is kept so that edits and replies find it after a restart.</summary>
/// <param name="Chat">Where.</param>
/// <param name="Question">The id of the message, or of what else was answered.</param>
/// <param name="Person">Whose words <paramref name="Turns"/> are; null where there are none.</param>
/// <param name="Replies">The ids of the bot's messages that answer it, in order; none where they were taken back.</param>
/// <param name="Turns">What that person had asked by then, as typed, the latest last.</param>
/// <param name="IsTurn">Whether the last of these is what was asked by this very message, which else added nothing to the conversation.</param>
internal sealed record KeptAnswer(ChatAddress Chat, string Question, PersonId? Person, IReadOnlyList<string> Replies, IReadOnlyList<string> Turns, bool IsTurn)
{
    /// <summary>What these messages showed, as it is written down; null where they showed nothing, or it was not kept.</summary>
    public string? Shown { get; init; }

    private const string OfDelivery = "news ";

    /// <summary>The key of the delivery that brought it; null where it answers somebody.</summary>
    public string? News => Question.StartsWith(OfDelivery, StringComparison.Ordinal) ? Question[OfDelivery.Length..] : null;

    /// <summary>What a message showed that answers nobody: news.</summary>
    /// <param name="chat">Where.</param>
    /// <param name="key">The delivery's key.</param>
    /// <param name="messages">The ids of its messages.</param>
    /// <param name="shown">What they showed.</param>
    public static KeptAnswer OfNews(ChatAddress chat, string key, IReadOnlyList<string> messages, string shown) => new(chat, OfDelivery + key, null, messages, [], false) { Shown = shown };
}
