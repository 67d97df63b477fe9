using ChatBot.Chat;
using ChatBot.Knowledge.Updates;
using ChatBot.Questions;

namespace ChatBot.Updates;

/// <summary>Turns updates into replies: one in full, several as one message. Pure.</summary>
internal static class UpdateReplies
{
    private const int MostLines = 12;
    private const int MostUpdates = 8;

    /// <summary>The message of a delivery.</summary>
    /// <param name="updates">What it is about, in order.</param>
    /// <param name="command">The command of its button, with the button's words; null for none.</param>
    /// <param name="cameAt">When an update came, to stand beside its heading; null where people see that anyhow.</param>
    public static Reply Of(IReadOnlyList<StoredUpdate> updates, (string Label, string Command)? command = null, Func<StoredUpdate, ReplySpan.Moment>? cameAt = null)
    {
        var sources = new Sources();
        var blocks = new List<ReplyBlock>();
        if (updates.Count == 1) Whole(updates[0], blocks, sources, cameAt);
        else
        {
            var most = Math.Max(2, MostLines / updates.Count);
            foreach (var update in updates.Take(MostUpdates)) Short(update, most, blocks, sources, cameAt);
            if (updates.Count > MostUpdates) blocks.Add(Line(new ReplySpan.Faint($"{updates.Count - MostUpdates} {PhraseCatalogue.MoreUpdates}")));
        }
        var actions = new List<ReplyAction>();
        if (updates.Count == 1 && sources.Places.Count > 0) actions.Add(new ReplyAction(ReplyActionKind.Passage, "Passage", sources.Places[0]));
        if (command is { } button) actions.Add(new ReplyAction(ReplyActionKind.Command, button.Label, button.Command));
        return new Reply(blocks, sources.Lines, actions);
    }

    private static void Whole(StoredUpdate update, List<ReplyBlock> blocks, Sources sources, Func<StoredUpdate, ReplySpan.Moment>? cameAt)
    {
        if (update.Question is { } question)
            blocks.Add(Line(new ReplySpan.Words(Heading(update) + ": "), new ReplySpan.Strong(question)));
        var plain = false;
        foreach (var line in update.Content.Lines.Take(MostLines))
        {
            if (update.Question is null && line.About is { } about) blocks.Add(Line(new ReplySpan.Strong($"{Heading(line.Kind)} {about}")));
            else if (update.Question is null && line.Now is not null && !plain)
            {
                plain = true;
                blocks.Add(Line(new ReplySpan.Strong($"{PhraseCatalogue.NewFrom}: {update.Content.Source}")));
            }
            Told(line, blocks, sources, withBefore: true, update.Content.IsCorrection);
        }
        More(update.Content.Lines.Count - MostLines, blocks);
        if (cameAt is not null) blocks.Add(Line(new ReplySpan.Faint(PhraseCatalogue.CameIn + " "), cameAt(update)));
        if (update.Content.AlsoIn.Count > 0) blocks.Add(Line(new ReplySpan.Faint($"{PhraseCatalogue.AlsoIn} {string.Join(" · ", update.Content.AlsoIn)}")));
    }

    private static void Short(StoredUpdate update, int most, List<ReplyBlock> blocks, Sources sources, Func<StoredUpdate, ReplySpan.Moment>? cameAt)
    {
        var (isFirst, plain) = (true, false);
        foreach (var line in update.Content.Lines.Take(most))
        {
            var heading = update.Question is { } question ? isFirst ? $"{Heading(update)}: {question}" : null
                : line.About is { } about ? $"{Heading(line.Kind)} {about}" : plain ? null : $"{PhraseCatalogue.NewFrom}: {update.Content.Source}";
            plain |= line.About is null;
            if (heading is not null) blocks.Add(Line([new ReplySpan.Strong(heading), .. isFirst ? When(update, cameAt) : []]));
            Told(line, blocks, sources, withBefore: line.About is not null || update.Question is not null, update.Content.IsCorrection);
            isFirst = false;
        }
        More(update.Content.Lines.Count - most, blocks);
    }

    private static void More(int count, List<ReplyBlock> blocks)
    {
        if (count > 0) blocks.Add(Line(new ReplySpan.Faint(PhraseCatalogue.MoreInDocument(count))));
    }

    private static void Told(UpdateLine line, List<ReplyBlock> blocks, Sources sources, bool withBefore, bool isCorrection)
    {
        if (line.Now is { } now) blocks.Add(new ReplyBlock.Statement([new ReplySpan.Words(now.Text + " "), new ReplySpan.SourceMark(sources.Of(now))]));
        if (!withBefore) return;
        foreach (var before in line.Before.Take(1))
            blocks.Add(new ReplyBlock.Statement([new ReplySpan.Faint((isCorrection ? PhraseCatalogue.ToldBefore : line.Now is null ? PhraseCatalogue.NoLongerSays : PhraseCatalogue.Before) + ": "), new ReplySpan.Words(before.Text + " "), new ReplySpan.SourceMark(sources.Of(before))]));
    }

    private static string Heading(StoredUpdate answer) => answer.Content.IsCorrection ? PhraseCatalogue.Correction
        : answer.Content.Lines[0].Kind == NewsKind.New ? PhraseCatalogue.NowAnswered : PhraseCatalogue.AnswerChanged;
    private static ReplySpan[] When(StoredUpdate update, Func<StoredUpdate, ReplySpan.Moment>? cameAt) => cameAt is null ? [] : [new ReplySpan.Words(" · "), cameAt(update)];

    private static string Heading(NewsKind kind) => kind switch
    {
        NewsKind.Contradicting => PhraseCatalogue.NowDisputed,
        NewsKind.Corrected => PhraseCatalogue.TakenBack + ":",
        _ => PhraseCatalogue.NowDifferent + ":",
    };

    private static ReplyBlock.Line Line(params ReplySpan[] spans) => new(spans);

    private sealed class Sources
    {
        private readonly List<UpdateStatement> _statements = [];

        public IReadOnlyList<ReplySource> Lines => [.. _statements.Select(s => new ReplySource(s.Document, s.Source, $"{s.Start}-{s.Start + s.Text.Length}", s.Url is null ? null : new Uri(s.Url)))];

        public IReadOnlyList<string> Places => [.. _statements.Select(s => $"{s.Document} {s.Start}-{s.Start + s.Text.Length}")];

        public int Of(UpdateStatement statement)
        {
            var at = _statements.FindIndex(known => known.Document == statement.Document && known.Source == statement.Source);
            if (at >= 0) return at + 1;
            _statements.Add(statement);
            return _statements.Count;
        }
    }
}
