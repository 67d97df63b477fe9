using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;

namespace ChatBot.Questions;

/// <summary>"Source?": which documents the last answer rests on, under the numbers that they had there, without telling it again.</summary>
internal static class SourcesReply
{
    /// <summary>The sources of what was shown; null where it showed none.</summary>
    /// <param name="shown">The reply whose sources are asked for.</param>
    public static Reply? Of(Reply shown) =>
        shown.Sources.Count == 0 ? null : new Reply([new ReplyBlock.Line([new ReplySpan.Words(PhraseCatalogue.RestsOn)])], shown.Sources, [.. PassageActions.Of(shown.Sources)]);

    /// <summary>What a turn that was no check showed.</summary>
    public static Reply Shown(Turn turn, KnowledgeBase knowledge) => ReplyComposer.Compose(turn.Answer, knowledge, turn.Message ?? "");
}
