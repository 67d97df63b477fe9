using System.Globalization;
using ChatBot.Chat;

namespace ChatBot.Questions;

/// <summary>The buttons that show the passages behind a reply, one for each source that it cites.</summary>
internal static class PassageActions
{
    /// <summary>So many sources have a button; a platform fits them into two rows.</summary>
    private const int Most = 8;

    /// <summary>What is said under a reply that has more passages than buttons for them; null where it hasn't.</summary>
    public static string? LeftOut(Reply reply) =>
        reply.Actions.Count(action => action.Kind == ReplyActionKind.Passage) is > 0 and var shown && shown < reply.Sources.Count ? PhraseCatalogue.PassagesLeftOut(shown, reply.Sources.Count) : null;

    /// <summary>"Passage" where there is one, else "Passage 1", "Passage 2" …, numbered as the sources are.</summary>
    public static IEnumerable<ReplyAction> Of(IReadOnlyList<ReplySource> sources) => sources.Take(Most).Select((source, i) => new ReplyAction(
        ReplyActionKind.Passage, sources.Count == 1 ? "Passage" : string.Create(CultureInfo.InvariantCulture, $"Passage {i + 1}"), $"{source.Document} {source.Place}") { Words = source.Words });
}
