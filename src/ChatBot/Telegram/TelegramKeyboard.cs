using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Questions;
using ChatBot.TelegramClient.Types.ReplyMarkups;

namespace ChatBot.Telegram;

/// <summary>The buttons under a reply: passages, where there are several in rows of their own, a row of what else can be shown, commands two a row, choices one a row, and a row of thumbs.</summary>
internal static class TelegramKeyboard
{
    private const int CommandsInRow = 2;

    /// <summary>More would be cut off on a narrow screen.</summary>
    private const int PassagesInRow = 4;

    /// <summary>The buttons; null for none.</summary>
    public static InlineKeyboardMarkup? Of(Reply reply, KnowledgeBase knowledge)
    {
        var passages = new List<InlineKeyboardButton>();
        var shown = new List<InlineKeyboardButton>();
        var commands = new List<InlineKeyboardButton>();
        var choices = new List<InlineKeyboardButton>();
        var thumbs = new List<InlineKeyboardButton>();
        foreach (var action in reply.Buttons)
        {
            switch (action.Kind)
            {
                case ReplyActionKind.Passage when PlaceMark.Of(action, knowledge) is { } place: passages.Add(Button(action, new ButtonData.Place(place))); break;
                case ReplyActionKind.Timeline: shown.Add(Button(action, new ButtonData.Timeline(Subject(action)))); break;
                case ReplyActionKind.Watch when CommandCatalogue.Find(TelegramMapping.WatchCommand) is not null: shown.Add(Button(action, new ButtonData.Watch(Subject(action)))); break;
                case ReplyActionKind.Command when new ButtonData.Command(action.Subject, action.Owner) is var command && command.Fits(): (action.ToWatch is not null ? shown : commands).Add(Button(action, command)); break;
                case ReplyActionKind.Ask: choices.Add(Button(action, ChoiceOf(action, choices.Count))); break;
                case ReplyActionKind.Helpful or ReplyActionKind.Unhelpful: thumbs.Add(Button(action, new ButtonData.Thumb(action.Kind == ReplyActionKind.Helpful))); break;
            }
        }
        if (passages.Count == 1)
        {
            shown.InsertRange(0, passages);
            passages.Clear();
        }
        IReadOnlyList<InlineKeyboardButton>[] rows = [.. passages.Chunk(PassagesInRow), shown, .. commands.Chunk(CommandsInRow), .. choices.Select(choice => (InlineKeyboardButton[])[choice]), thumbs];
        rows = [.. rows.Where(row => row.Count > 0)];
        return rows.Length == 0 ? null : new InlineKeyboardMarkup(rows);
    }

    /// <summary>The question itself goes along where the button says another and has room; else what stands on the button is asked.</summary>
    private static ButtonData ChoiceOf(ReplyAction action, int index) =>
        action.Subject.Length > 0 && action.Subject != action.Label && new ButtonData.Ask(action.Subject) is var ask && ask.Fits() ? ask : new ButtonData.Choice(index);

    private static string? Subject(ReplyAction action) => action.Subject.Length > 0 ? action.Subject : null;

    private static InlineKeyboardButton Button(ReplyAction action, ButtonData data) => InlineKeyboardButton.WithCallbackData(action.Label, data.Write());
}
