using System.Globalization;
using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Text;

namespace ChatBot.Questions;

/// <summary>The replies to commands that are not questions: what there is to command, what the bot is, what it keeps, what it rests on.</summary>
internal static class CommandReplies
{
    /// <summary>Characters of the longest number that means a place in a list.</summary>
    private const int LongestNumber = 3;

    private const int MostSuggestions = 3;

    /// <summary>So many sentences show what a document is about.</summary>
    private const int MostOfBeginning = 3;

    /// <summary>For someone who opens the bot for the first time.</summary>
    /// <param name="knowledge">What it answers from.</param>
    /// <param name="how">How it is asked there, given a question to show it by; null where any message asks.</param>
    /// <param name="isLost">Whether a link led there that can't be read.</param>
    public static Reply Start(KnowledgeBase knowledge, Func<string?, string>? how = null, bool isLost = false) => new(
        [
            .. isLost ? [Line(PhraseCatalogue.LinkNotRead)] : Array.Empty<ReplyBlock>(),
            Line(PhraseCatalogue.SmallTalk("greeting", knowledge.Topic.TitleWithin)), .. Suggested(knowledge, how), Line(PhraseCatalogue.SeeHelp),
        ], [], []);

    /// <summary>For a group or server that the bot was just added to: what it does, and how it is asked there.</summary>
    /// <param name="knowledge">What it answers from.</param>
    /// <param name="how">How it is asked, given a question to show it by; null where the topic suggests none.</param>
    public static Reply Added(KnowledgeBase knowledge, Func<string?, string> how) =>
        new([Line(PhraseCatalogue.AddedHere(knowledge.Topic.TitleWithin)), Line($"{how(Example(knowledge))} {PhraseCatalogue.SeeHelp}")], [], []);

    /// <summary>What can be asked and commanded.</summary>
    /// <param name="knowledge">What is answered from.</param>
    /// <param name="further">Commands that this platform alone has.</param>
    /// <param name="how">How questions are asked there, given one to show it by; null where any message asks.</param>
    public static Reply Help(KnowledgeBase knowledge, IEnumerable<SlashCommand> further, Func<string?, string>? how = null)
    {
        var commands = CommandCatalogue.All.Where(command => command.Name != CommandCatalogue.Start).Concat(further).Select(InHelp);
        return new Reply([Line(PhraseCatalogue.Ability(knowledge.Topic.TitleWithin)), Line(string.Join('\n', commands)), .. Suggested(knowledge, how)], [], []);
    }

    /// <summary>How one command is given and what it does; null where there is none of that name.</summary>
    /// <param name="name">Its name, with or without the slash.</param>
    /// <param name="commands">Those there are.</param>
    public static Reply? HelpOn(string name, IEnumerable<SlashCommand> commands) =>
        commands.FirstOrDefault(command => command.Name != CommandCatalogue.Start && command.Name.Equals(name.Trim().TrimStart('/'), StringComparison.OrdinalIgnoreCase)) is { } known ? Reply.Saying(InHelp(known)) : null;

    /// <summary>Help on these commands alone, for where there is no chat: the terminal and the page break lines by themselves, so each command is a line of its own.</summary>
    public static Reply HelpWithoutChat(KnowledgeBase knowledge, IEnumerable<SlashCommand> commands) => new(
        [Line(PhraseCatalogue.Ability(knowledge.Topic.TitleWithin)), .. commands.Select(command => Line(InHelp(command))), Line(PhraseCatalogue.InChatsMore), .. Suggested(knowledge)], [], []);

    public static Reply About(KnowledgeBase knowledge)
    {
        var documents = knowledge.Documents;
        return new Reply(
            [
                Line(PhraseCatalogue.SmallTalk("identity", knowledge.Topic.TitleWithin)),
                Line(PhraseCatalogue.NoModel),
                Line(string.Create(CultureInfo.InvariantCulture, $"{PhraseCatalogue.IHold} {PhraseCatalogue.Counted(documents.Count, "document")}, {PhraseCatalogue.Counted(documents.Sum(document => document.Facts.Count), "fact")}. /sources")),
            ], [], []);
    }

    public static Reply Privacy() => new([.. PhraseCatalogue.Privacy.Select(Line)], [], []);

    /// <summary>How a command is given that lacks what it needs.</summary>
    /// <param name="command">The command.</param>
    /// <param name="message">What it came with; null where no chat stands behind it.</param>
    public static Reply Usage(SlashCommand command, IncomingMessage? message = null) => WithOtherWay(Reply.Saying($"{PhraseCatalogue.LikeThis} {command.Usage}"), command.Name, message);

    /// <summary>A word on a command, with how else the platform lets it be given.</summary>
    public static Reply WithOtherWay(Reply reply, string command, IncomingMessage? message) =>
        command == CommandCatalogue.Check && message?.OtherWayToCheck is { } other ? reply with { Blocks = [.. reply.Blocks, Line(other)] } : reply;

    public static Reply Unknown(string name)
    {
        var nearest = SpokenCommand.Read(name)?.Command ?? NearestName.Of(name, CommandCatalogue.All.Select(command => command.Name));
        return Reply.Saying(nearest is null ? PhraseCatalogue.UnknownCommand : $"{PhraseCatalogue.UnknownCommand} {PhraseCatalogue.Perhaps} /{nearest}?");
    }

    /// <summary>The documents, the newest first, or the one whose number, id, title or publisher is asked for.</summary>
    public static Reply Sources(KnowledgeBase knowledge, string argument)
    {
        var documents = knowledge.Documents.OrderByDescending(d => d.Document.Source.Published ?? DateOnly.MinValue).ThenBy(d => d.Document.Id.Value, StringComparer.Ordinal).ToList();
        if (documents.Count == 0) return Reply.Saying(PhraseCatalogue.NoDocuments);
        if (argument.Length == 0)
        {
            var lines = documents.Select(d => Source(d.Document, $", {PhraseCatalogue.Counted(d.Facts.Count, "fact")}"));
            return new Reply([Line($"{PhraseCatalogue.IHold} {PhraseCatalogue.Counted(documents.Count, "document")}:")], [.. lines], []);
        }
        // A number of few digits is one of the list; a year may stand in a name.
        var found = argument.Length <= LongestNumber && int.TryParse(argument, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? documents.ElementAtOrDefault(number - 1)
            : documents.Find(d => Named(d.Document, argument));
        if (found is null) return Reply.Saying(PhraseCatalogue.NoSuchDocument);
        var source = found.Document.Source;
        string?[] known = [source.Publisher, source.Author, source.Published?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? source.PublishedNote];
        var blocks = new List<ReplyBlock>
        {
            new ReplyBlock.Line([new ReplySpan.Strong(SourceLabel.NameOf(found.Document.Id, source))]),
            Line(string.Join(" · ", known.OfType<string>())),
            Line($"{PhraseCatalogue.Counted(found.Facts.Count, "fact")}, {PhraseCatalogue.Counted(found.Document.Paragraphs.Count, "paragraph")}{(found.Document.Kind == DocumentKind.Brief ? $" ({PhraseCatalogue.OurBrief})" : "")}"),
        };
        var sources = new ReplyComposer.SourceNumbers();
        var beginning = found.Facts.Where(fact => !fact.IsCaption && fact.Locator.Kind is not (ParagraphKind.Title or ParagraphKind.Heading or ParagraphKind.Byline)).Take(MostOfBeginning).ToList();
        if (beginning.Count > 0) blocks.Add(Line(PhraseCatalogue.Begins));
        blocks.AddRange(beginning.Select(fact => ReplyComposer.Stated(Statement.From(found.Document, fact), knowledge, sources)));
        return new Reply(blocks, sources.Lines, [.. PassageActions.Of(sources.Lines)]);
    }

    private static bool Named(Document document, string words) =>
        new[] { document.Id.Value, document.Source.Title, document.Source.Publisher }.Any(name => name?.Contains(words, StringComparison.OrdinalIgnoreCase) == true);

    private static ReplySource Source(Document document, string more) => new(
        document.Id.Value, SourceLabel.Of(document.Id, document.Source) + more,
        string.Create(CultureInfo.InvariantCulture, $"0-{document.Paragraphs.Select(paragraph => paragraph.Span.End).FirstOrDefault()}"), document.Source.Url);

    /// <summary>Questions to begin with; where not every message asks, how one is asked.</summary>
    private static IEnumerable<ReplyBlock> Suggested(KnowledgeBase knowledge, Func<string?, string>? how = null) =>
        how is not null ? [Line(how(Example(knowledge)))]
        : knowledge.Topic.Suggestions.Count == 0 ? [] : [Line($"{PhraseCatalogue.ForInstance} {string.Join(" · ", knowledge.Topic.Suggestions.Take(MostSuggestions))}")];

    private static string? Example(KnowledgeBase knowledge) => knowledge.Topic.Suggestions is [var first, ..] ? first : null;

    private static string InHelp(SlashCommand command) => $"{command.Usage} – {command.Description}";

    private static ReplyBlock.Line Line(string words) => new([new ReplySpan.Words(words)]);
}
