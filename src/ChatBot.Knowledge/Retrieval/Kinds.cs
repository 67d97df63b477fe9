using ChatBot.Knowledge.Indexing;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval;

/// <summary>Which tokens and entities can answer which kind of question.</summary>
internal static class Kinds
{
    private const TokenKinds Figure = TokenKinds.Number | TokenKinds.NumberWord | TokenKinds.Symbol;

    /// <summary>The kinds of token that can be the answer; none where any content word can.</summary>
    public static TokenKinds Answering(AnswerType expects) => expects switch
    {
        AnswerType.Date => TokenKinds.Year | TokenKinds.Calendar,
        AnswerType.Quantity => Figure,
        AnswerType.Person or AnswerType.Place or AnswerType.Organisation => TokenKinds.Name,
        _ => TokenKinds.None,
    };

    /// <summary>Whether an entity of this kind can be the answer.</summary>
    public static bool CanAnswer(this EntityKind kind, AnswerType expects) => expects switch
    {
        AnswerType.Person => kind is EntityKind.Person,
        AnswerType.Place => kind is EntityKind.Place or EntityKind.Country,
        AnswerType.Organisation => kind is EntityKind.Organisation,
        _ => false,
    };
}
