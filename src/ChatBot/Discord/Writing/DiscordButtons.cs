using ChatBot.Chat;
using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Components;
using ChatBot.Knowledge;
using ChatBot.Questions;

namespace ChatBot.Discord.Writing;

/// <summary>
/// The buttons under a reply: passages, where there are several in rows of their own, a row of what else can be shown, a row of commands, thumbs, and questions to choose from: a button each where they are few
/// and short, else a menu.
/// </summary>
internal static class DiscordButtons
{
    private const int MostButtonQuestions = 4;
    private const int Row = DiscordConfig.MaxButtonsPerRow;

    /// <summary>What a watch is called on this platform as on all; its button stands only where there is such a command.</summary>
    private const string Watch = "watch";

    /// <param name="reply">The reply.</param>
    /// <param name="knowledge">Where the passages stand.</param>
    /// <param name="canShare">Whether only one person sees it, and may show it to all.</param>
    public static IReadOnlyList<MessageComponent> Of(Reply reply, KnowledgeBase knowledge, bool canShare = false)
    {
        var passages = new List<MessageComponent>();
        var shown = new List<MessageComponent>();
        var commands = new List<MessageComponent>();
        var thumbs = new List<MessageComponent>();
        foreach (var action in reply.Buttons)
        {
            switch (action.Kind)
            {
                case ReplyActionKind.Passage when PlaceMark.Of(action, knowledge) is { } place: passages.Add(Button(action.Label, new ButtonData.Place(place))); break;
                case ReplyActionKind.Timeline: shown.Add(Button(action.Label, new ButtonData.Followed("timeline", CommandText.Read(action.Subject)?.Argument ?? action.Subject))); break;
                case ReplyActionKind.Watch when CommandCatalogue.Find(Watch) is not null: shown.Add(Button(action.Label, new ButtonData.Followed(Watch, action.Subject))); break;
                case ReplyActionKind.Command when new ButtonData.Said(action.Subject, action.Owner) is { } said && said.Write().Length <= ButtonData.MostCharacters: (action.ToWatch is not null ? shown : commands).Add(Button(action.Label, said)); break;
                case ReplyActionKind.Helpful or ReplyActionKind.Unhelpful: thumbs.Add(Button(action.Label, new ButtonData.Thumb(action.Kind == ReplyActionKind.Helpful))); break;
            }
        }
        if (passages.Count == 1)
        {
            shown.InsertRange(0, passages);
            passages.Clear();
        }
        if (canShare && reply.Sources.Count > 0) shown.Add(ButtonBuilder.Create("Share", new ButtonData.Share().Write(), ButtonStyle.Primary));
        var rows = new ComponentBuilder();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in passages.Chunk(Row).Concat(shown.Chunk(Row)).Concat(commands.Chunk(Row)).Concat(thumbs.Chunk(Row)).Concat(Questions(reply)).Take(DiscordConfig.MaxActionRows))
        {
            foreach (var component in row)
            {
                // Two buttons that do the same are one.
                if (component.CustomId is { } id && !ids.Add(id)) continue;
                if (component.Type == ComponentType.SelectMenu) rows.WithSelectMenu(component);
                else rows.WithButton(component);
            }
            rows.NewRow();
        }
        return rows.Build();
    }

    private static IEnumerable<MessageComponent[]> Questions(Reply reply)
    {
        var questions = reply.Actions.Where(action => action.Kind == ReplyActionKind.Ask).DistinctBy(action => action.Subject).Take(DiscordConfig.MaxSelectOptions)
            .Select((action, i) => (action.Label, Data: Data(action.Subject, i))).ToList();
        if (questions.Count == 0) return [];
        if (questions.Count <= MostButtonQuestions && questions.TrueForAll(question => question.Label.Length <= ButtonBuilder.MaxLabelLength))
            return questions.Select(question => new[] { Button(question.Label, question.Data) });
        var options = questions.Select(question => new SelectMenuOption(DiscordReplyWriter.Shortened(question.Label, SelectMenuBuilder.MaxOptionTextLength), question.Data.Write())).ToList();
        return [[SelectMenuBuilder.Create(new ButtonData.Menu().Write(), options, "Choose a question")]];

        static ButtonData Data(string question, int index)
        {
            var said = new ButtonData.Said(question);
            return said.Write().Length <= ButtonData.MostCharacters ? said : new ButtonData.Choice(index);
        }
    }

    private static MessageComponent Button(string label, ButtonData data) => ButtonBuilder.Create(DiscordReplyWriter.Shortened(label, ButtonBuilder.MaxLabelLength), data.Write());
}
