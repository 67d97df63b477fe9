using System.Security.Cryptography;
using System.Text;
using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Questions;
using ChatBot.TelegramClient.Types;
using ChatBot.TelegramClient.Types.Enums;
using ChatBot.TelegramClient.Types.InlineQueryResults;
using ChatBot.TelegramClient.Types.ReplyMarkups;

namespace ChatBot.Telegram;

/// <summary>
/// What inline mode offers for the words somebody types behind the bot's name: the cited answer, ready to be sent into any chat under the question that
/// it answers; where they can be read in several ways an answer to each; to no words the topic's suggestions, and to words of another language these
/// behind a word in it that says so. The same to everybody.
/// </summary>
/// <param name="username">The bot's name, for links to it.</param>
internal sealed class InlineArticles(string? username)
{
    private const int LongestTitle = 80;
    private const int LongestDescription = 120;
    private const int MostArticles = 10;

    /// <summary>The articles, in order; none where nothing can be said.</summary>
    public IReadOnlyList<InlineQueryResultArticle> Of(string words, KnowledgeBase knowledge)
    {
        var question = words.Trim();
        if (question.Length == 0) return Suggested(knowledge);
        if (question.Length > MessageHandler.LongestQuestion) return [];
        var handled = QuestionHandler.Handle(question, Conversation.New, knowledge);
        return handled.Answer switch
        {
            SmallTalk { Phrase: var phrase } when PhraseCatalogue.IsOfLanguage(phrase) && Article(null, question, handled.Reply) is { } english => [english, .. Suggested(knowledge)],
            SmallTalk => Suggested(knowledge),
            Ambiguous ambiguous => [.. ambiguous.Choices.Take(MostArticles).Select(choice => Article(choice, choice, QuestionHandler.Handle(choice, Conversation.New, knowledge).Reply)).OfType<InlineQueryResultArticle>()],
            _ => Article(null, question, handled.Reply) is { } article ? [article] : [],
        };
    }

    private InlineQueryResultArticle[] Suggested(KnowledgeBase knowledge) =>
    [
        .. knowledge.Topic.Suggestions.Take(MostArticles)
            .Select(suggestion => (suggestion, Handled: QuestionHandler.Handle(suggestion, Conversation.New, knowledge)))
            .Where(suggested => !suggested.Handled.Answer.Abstained)
            .Select(suggested => Article(suggested.suggestion, suggested.suggestion, suggested.Handled.Reply))
            .OfType<InlineQueryResultArticle>(),
    ];

    /// <param name="title">What the list shows first; null for the answer itself.</param>
    /// <param name="question">What is answered.</param>
    /// <param name="reply">The answer.</param>
    private InlineQueryResultArticle? Article(string? title, string question, Reply reply)
    {
        var lines = reply.Blocks.Select(block => (Text: TextOf(PlainReplyWriter.Spans(block)), IsStatement: block is ReplyBlock.Statement)).Where(line => line.Text.Length > 0).ToList();
        if (lines.Count == 0) return null;
        // What else stands there – how it was read, what else there is – is no part of the answer.
        var first = lines.Find(line => line.IsStatement) is { Text: { } said } ? said : lines[0].Text;
        var description = title is not null || lines[0].Text != first ? first : reply.Sources.Count > 0 ? reply.Sources[0].Label : null;
        var asked = reply with { Blocks = [new ReplyBlock.Line([new ReplySpan.Faint(question)]), .. reply.Blocks] };
        var text = TelegramReplyWriter.Write(asked)[0];
        return new InlineQueryResultArticle(IdOf(question, text.Html), Cut(title ?? lines[0].Text, LongestTitle), new InputTextMessageContent(text.Html) { ParseMode = ParseMode.Html, LinkPreviewOptions = LinkPreviewOptions.Off })
        {
            Description = description is null ? null : Cut(description, LongestDescription),
            ReplyMarkup = LinkTo(question),
        };
    }

    /// <summary>Buttons of an inline message can't tell what it answers to, so the one there is leads to the bot, with the question.</summary>
    private InlineKeyboardMarkup? LinkTo(string question) =>
        username is not null && DeepLink.ToQuestion(question) is { } payload
            ? InlineKeyboardMarkup.Row(InlineKeyboardButton.WithUrl(PhraseCatalogue.AskMe, DeepLink.Address(username, payload).AbsoluteUri))
            : null;

    private static string TextOf(IReadOnlyList<ReplySpan> spans) => string.Concat(spans.Select(span => span switch
    {
        ReplySpan.Words words => words.Text,
        ReplySpan.Strong strong => strong.Text,
        // It stands before numbers of sources, which have no place here.
        ReplySpan.Faint faint when faint.Text.Trim() != PhraseCatalogue.Likewise => faint.Text,
        ReplySpan.Moment moment => moment.InWords,
        _ => "",
    })).Trim();

    private static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var space = text.LastIndexOf(' ', most - 2);
        var cut = space > most / 2 ? space : char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..cut] + "…";
    }

    private static string IdOf(string question, string html) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{question}\n{html}")))[..32];
}
