using ChatBot.TelegramClient.Requests;
using ChatBot.TelegramClient.Types.InlineQueryResults;

namespace ChatBot.TelegramClient;

/// <summary>Answering taps and inline queries. What is thrown: <see cref="ITelegramBotClient.SendRequest"/>.</summary>
public static class QueryMethods
{
    public static Task<bool> AnswerCallbackQuery(
        this ITelegramBotClient client, string callbackQueryId, string? text = null, bool? showAlert = null, int? cacheTime = null,
        CancellationToken cancellationToken = default) =>
        client.SendRequest(
            new AnswerCallbackQueryRequest { CallbackQueryId = callbackQueryId, Text = text, ShowAlert = showAlert, CacheTime = cacheTime },
            cancellationToken);

    public static Task<bool> AnswerInlineQuery(
        this ITelegramBotClient client,
        string inlineQueryId,
        IReadOnlyList<InlineQueryResultArticle> results,
        int? cacheTime = null,
        bool? isPersonal = null,
        string? nextOffset = null,
        CancellationToken cancellationToken = default) =>
        client.SendRequest(
            new AnswerInlineQueryRequest
            {
                InlineQueryId = inlineQueryId,
                Results = results,
                CacheTime = cacheTime,
                IsPersonal = isPersonal,
                NextOffset = nextOffset,
            },
            cancellationToken);
}
