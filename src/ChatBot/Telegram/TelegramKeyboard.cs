using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Questions;
using ChatBot.TelegramClient.Types.ReplyMarkups;

namespace ChatBot.Telegram;

/// <summary>The buttons under a reply: a row of what can be shown, a row of thumbs, and choices one a row.</summary>
internal static class TelegramKeyboard
{
    /// <summary>The buttons; null for none.</summary>
    public static InlineKeyboardMarkup? Of(Reply reply, KnowledgeBase knowledge)
    {
        var shown = new List<InlineKeyboardButton>();
        var thumbs = new List<InlineKeyboardButton>();
        var rows = new List<IReadOnlyList<InlineKeyboardButton>> { shown, thumbs };
        foreach (var action in reply.Actions)
        {
            switch (action.Kind)
            {
                case ReplyActionKind.Passage when PassageOf(action.Subject, knowledge) is { } passage: shown.Add(Button(action, ButtonData.Place.Of(passage))); break;
                case ReplyActionKind.Timeline: shown.Add(Button(action, new ButtonData.Timeline(action.Subject.Length > 0 ? action.Subject : null))); break;
                case ReplyActionKind.Helpful or ReplyActionKind.Unhelpful: thumbs.Add(Button(action, new ButtonData.Thumb(action.Kind == ReplyActionKind.Helpful))); break;
                case ReplyActionKind.Ask: rows.Add([Button(action, new ButtonData.Choice(rows.Count))]); break;
            }
        }
        rows.RemoveAll(row => row.Count == 0);
        return rows.Count == 0 ? null : new InlineKeyboardMarkup(rows);
    }

    private static InlineKeyboardButton Button(ReplyAction action, ButtonData data) => InlineKeyboardButton.WithCallbackData(action.Label, data.Write());

    private static Passage? PassageOf(string subject, KnowledgeBase knowledge) =>
        subject.Split(' ') is [var document, var place] ? Passage.Find(knowledge, document, place) : null;
}
