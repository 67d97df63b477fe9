using System.Globalization;
using ChatBot.Chat;
using ChatBot.Knowledge.Updates;
using ChatBot.Questions;

namespace ChatBot.Updates;

/// <summary>Turns updates into replies: one in full, several as one message. Pure.</summary>
internal static class UpdateReplies
{
    private const int MostLines = 12;
    private const int MostUpdates = 8;
    private const int LongestLabel = 40;

    /// <summary>Characters that fit into one message on every platform, with room for what it writes around them.</summary>
    public const int OneMessage = 3_600;

    /// <summary>The message of a delivery.</summary>
    /// <param name="updates">What it is about, in order.</param>
    /// <param name="command">The command of its button, with the button's words; null for none.</param>
    /// <param name="cameAt">When an update came, to stand beside its heading; null where people see that anyhow.</param>
    /// <param name="nameOf">The name of an entity, by which news are headed; null for headings by their source.</param>
    /// <param name="rest">The command that shows what is only counted.</param>
    /// <param name="isAll">Whether all of them are shown, however many.</param>
    public static Reply Of(
        IReadOnlyList<StoredUpdate> updates, (string Label, string Command)? command = null, Func<StoredUpdate, ReplySpan.Moment>? cameAt = null, Func<string, string?>? nameOf = null, string? rest = null, bool isAll = false)
    {
        var shown = Shown(updates, isAll);
        var sources = new Sources();
        var blocks = new List<ReplyBlock>();
        var actions = new List<ReplyAction>();
        if (updates.Count == 1) Whole(updates[0], 0, blocks, sources, actions, cameAt, nameOf);
        else
        {
            // Of one publisher's several documents each button names its own.
            var ofSame = updates.Where((_, i) => shown[i] > 0).GroupBy(update => update.Content.Publisher).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet();
            var above = updates.Where(update => update.Question is not null).SelectMany(update => update.Content.Lines).SelectMany(line => line.Says).ToList();
            string? under = null;
            foreach (var (update, lines) in updates.Zip(shown).Where(one => one.Second > 0)) under = Short(update, under, lines, ofSame.Contains(update.Content.Publisher) ? TitleOf(update) : update.Content.Publisher ?? update.Content.Source, above, blocks, sources, actions, cameAt, nameOf);
            if (shown.Count(lines => lines == 0) is > 0 and var counted)
            {
                blocks.Add(Line(new ReplySpan.Faint(PhraseCatalogue.MoreUpdates(counted))));
                if (rest is not null) actions.Add(new ReplyAction(ReplyActionKind.Command, PhraseCatalogue.TheOthers(counted), rest));
            }
        }
        actions.InsertRange(0, PassageActions.Of(sources.Lines));
        if (command is { } button) actions.Add(new ReplyAction(ReplyActionKind.Command, button.Label, button.Command));
        return new Reply(blocks, sources.Lines, actions);
    }

    /// <summary>How many lines of each update its message shows, the first of them; 0 of one that it only counts. Answers and corrections are never only counted.</summary>
    public static IReadOnlyList<int> Shown(IReadOnlyList<StoredUpdate> updates, bool isAll = false)
    {
        var most = updates.Count <= 1 ? MostLines : Math.Max(2, MostLines / updates.Count);
        return [.. updates.Select((update, i) => isAll || i < MostUpdates || update.Question is not null ? Math.Min(most, update.Content.Lines.Count) : 0)];
    }

    /// <summary>About how many characters a platform makes of a reply.</summary>
    public static int LengthOf(Reply reply) => PlainReplyWriter.WriteText(reply).Length + reply.Blocks.Count + reply.Sources.Sum(source => source.Label.Length + 6);

    /// <summary>An update's news from a line on, counted from 1, as many as one message takes.</summary>
    public static Reply From(StoredUpdate update, int first, Func<StoredUpdate, ReplySpan.Moment> cameAt, Func<string, string?> nameOf)
    {
        var sources = new Sources();
        var blocks = new List<ReplyBlock>();
        var actions = new List<ReplyAction>();
        Whole(update, first - 1, blocks, sources, actions, cameAt, nameOf);
        return new Reply(blocks, sources.Lines, [.. PassageActions.Of(sources.Lines), .. actions]);
    }

    private static void Whole(
        StoredUpdate update, int skipped, List<ReplyBlock> blocks, Sources sources, List<ReplyAction> actions, Func<StoredUpdate, ReplySpan.Moment>? cameAt, Func<string, string?>? nameOf)
    {
        if (update.Question is { } question)
            blocks.Add(Line(new ReplySpan.Words(Heading(update) + ": "), new ReplySpan.Strong(UpdateTitle.Asked(question))));
        var plain = false;
        var shown = ReadingOrder.Of([.. update.Content.Lines.Skip(skipped).Take(MostLines)], []);
        foreach (var line in shown)
        {
            if (update.Question is null && line.About is { } about) blocks.Add(Line(new ReplySpan.Strong($"{UpdateTitle.Heading(line)} {about}")));
            else if (update.Question is null && line.Now is not null && !plain)
            {
                plain = true;
                blocks.Add(Line(new ReplySpan.Strong(Plain(update, shown, nameOf))));
            }
            Told(line, blocks, sources, update, isFirst: line == shown[0], isAmongNew: !shown.Where(IsPlain).All(other => other.Kind == NewsKind.Corrected));
        }
        More(update, skipped, shown.Count, PhraseCatalogue.AllOfIt, blocks, actions);
        if (cameAt is not null) blocks.Add(Line(new ReplySpan.Faint(PhraseCatalogue.CameIn + " "), cameAt(update)));
    }

    /// <returns>The document whose heading stands above what comes next; null: no document's own.</returns>
    private static string? Short(
        StoredUpdate update, string? under, int most, string name, IReadOnlyList<UpdateStatement> above, List<ReplyBlock> blocks, Sources sources, List<ReplyAction> actions, Func<StoredUpdate, ReplySpan.Moment>? cameAt, Func<string, string?>? nameOf)
    {
        var (isFirst, plain) = (true, false);
        var shown = ReadingOrder.Of([.. update.Content.Lines.Take(most)], above);
        foreach (var line in shown)
        {
            var heading = update.Question is { } question ? isFirst ? $"{Heading(update)}: {UpdateTitle.Asked(question)}" : null
                : line.About is { } about ? $"{UpdateTitle.Heading(line)} {about}"
                : line.Now is null ? isFirst ? update.Content.Source : null : plain ? null : Plain(update, shown, nameOf);
            plain |= line is { About: null, Now: not null };
            var isOfDocument = update.Question is null && line.About is null;
            if (heading is not null && !(isOfDocument && under == update.Document && cameAt is null)) blocks.Add(Line([new ReplySpan.Strong(heading), .. isFirst ? When(update, cameAt) : []]));
            under = isOfDocument ? update.Document : null;
            Told(line, blocks, sources, update, isFirst, isAmongNew: !shown.Where(IsPlain).All(other => other.Kind == NewsKind.Corrected));
            isFirst = false;
        }
        More(update, 0, shown.Count, PhraseCatalogue.AllOf(Cut(name)), blocks, actions);
        return under;
    }

    /// <summary>A document's line without its publisher, which others share.</summary>
    private static string TitleOf(StoredUpdate update) =>
        update.Content is { Publisher: { Length: > 0 } publisher, Source: var source } && source.StartsWith(publisher, StringComparison.Ordinal) && source[publisher.Length..].TrimStart(' ', ',', '·', ':', '–', '-') is { Length: > 0 } rest ? rest : update.Content.Source;

    /// <summary>What stands above news that change no attribute: what they were chosen for, else whom they name, else their source.</summary>
    private static string Plain(StoredUpdate update, List<UpdateLine> shown, Func<string, string?>? nameOf)
    {
        if (shown.Where(IsPlain).All(line => line.Kind == NewsKind.Corrected)) return $"{PhraseCatalogue.TakenBack}: {update.Content.Source}";
        if (update.ChosenFor is { } chosen) return PhraseCatalogue.NewOn(chosen, update.Content.Source);
        var names = nameOf is null ? [] : shown.Where(line => line.About is null).SelectMany(line => line.Entities ?? []).GroupBy(id => id).OrderByDescending(mentions => mentions.Count())
            .Select(mentions => nameOf(mentions.Key)).OfType<string>().Take(3).ToList();
        return names.Count > 0 ? PhraseCatalogue.NewOn(string.Join(", ", names), update.Content.Publisher ?? update.Content.Source) : $"{PhraseCatalogue.NewFrom}: {update.Content.Source}";
    }

    /// <summary>Whether it is news that changes no attribute.</summary>
    private static bool IsPlain(UpdateLine line) => line is { About: null, Now: not null };

    /// <summary>What is not shown is counted, with a button that shows it.</summary>
    private static void More(StoredUpdate update, int skipped, int shown, string label, List<ReplyBlock> blocks, List<ReplyAction> actions)
    {
        var further = update.Content.Lines.Count - skipped - shown;
        var leftOut = update.Besides == 0 ? update.Content.LeftOut : 0;
        if (further + leftOut > 0) blocks.Add(Line(new ReplySpan.Faint(PhraseCatalogue.MoreInDocument(further + leftOut))));
        if (update.Besides > 0) blocks.Add(Line(new ReplySpan.Faint(PhraseCatalogue.Besides(update.Besides))));
        // What answers a watched question is for those who watch it, and is never longer than is shown.
        if (update.Question is not null || further + update.Besides == 0) return;
        var isInOrder = update.Content.Lines.Select((line, i) => line.Number == i).All(same => same);
        var from = update.Besides == 0 && isInOrder ? skipped + shown + 1 : 1;
        actions.Add(new ReplyAction(
            ReplyActionKind.Command, from == 1 ? label : PhraseCatalogue.Further(label, skipped > 0), string.Create(CultureInfo.InvariantCulture, $"/changes id:{update.Id}{(from == 1 ? "" : $" {from}")}")));
    }

    /// <param name="line">The line.</param>
    /// <param name="blocks">What is written so far.</param>
    /// <param name="sources">The sources so far.</param>
    /// <param name="update">The line's update.</param>
    /// <param name="isFirst">Whether it leads.</param>
    /// <param name="isAmongNew">Whether the heading above it says that things are new, so that a correction must say that it is one.</param>
    private static void Told(UpdateLine line, List<ReplyBlock> blocks, Sources sources, StoredUpdate update, bool isFirst, bool isAmongNew)
    {
        // Under what the answer still says, or says now, stands the news that doesn't lead it.
        ReplySpan[] label = update.Question is not null && !isFirst ? [new ReplySpan.Faint(PhraseCatalogue.NewFrom + ": ")]
            : update.Question is null && line.Now is { IsPast: true, IsReworded: false } ? [new ReplySpan.Faint(PhraseCatalogue.SaidNoMore + ": ")]
            : update.Question is null && isAmongNew && IsPlain(line) && line is { Kind: NewsKind.Corrected, SaysItCorrects: false } ? [new ReplySpan.Faint(PhraseCatalogue.TakenBack + ": ")] : [];
        if (line.Now is { } now) blocks.Add(new ReplyBlock.Statement([.. label, .. Words(now, sources)]));
        foreach (var other in line.Beside ?? []) blocks.Add(Labelled(Otherwise(line), other, sources));
        if (update.Question is not null) Further(line, blocks);
        // Before a watched question's news stood an answer, perhaps of several sides; before a document's, what it said itself, and what others say otherwise, of a change the latest.
        var isChange = update.Question is null && line.Kind == NewsKind.Changed;
        IReadOnlyList<UpdateStatement> told = isChange ? [.. line.Before.Take(1), .. line.Before.Skip(1).SkipWhile(line.IsOwn).Take(line.Before.Take(1).Count(line.IsOwn))] : line.Before;
        for (var i = 0; i < told.Count; i++)
            blocks.Add(Labelled(Earlier(update, line, told, i), told[i], sources));
        if (update.Question is null && !isChange) Further(line, blocks);
        foreach (var between in line.Between ?? []) blocks.Add(Labelled(PhraseCatalogue.ToldBetween, between, sources));
        if (line.Since is { } since) blocks.Add(Labelled(PhraseCatalogue.SaidSince, since, sources));
    }

    private static void Further(UpdateLine line, List<ReplyBlock> blocks)
    {
        if (line.Further > 0) blocks.Add(Line(new ReplySpan.Faint(PhraseCatalogue.Further(line.Further))));
    }

    private static ReplyBlock.Statement Labelled(string label, UpdateStatement statement, Sources sources) => new([new ReplySpan.Faint(label + ": "), .. Words(statement, sources)]);

    private static ReplySpan[] Words(UpdateStatement statement, Sources sources) =>
        [.. statement.Who is { } who ? [new ReplySpan.Faint(who + ": ")] : Array.Empty<ReplySpan>(), new ReplySpan.Words(statement.Text + " "), new ReplySpan.SourceMark(sources.Of(statement))];

    private static string Earlier(StoredUpdate update, UpdateLine line, IReadOnlyList<UpdateStatement> told, int at)
    {
        var isCorrection = update.Content.IsCorrection;
        if (at == 0 && update.Question is null && line.IsJudgement) return PhraseCatalogue.SaidOf;
        if (!isCorrection && line.IsOwn(told[at])) return at > 0 && line.IsOwn(told[at - 1]) ? PhraseCatalogue.OtherSide : PhraseCatalogue.BeforeItChanged;
        if (line.IsDenial) return PhraseCatalogue.WhatIsDenied;
        if (line.Now is null || !isCorrection && update.Question is not null && told[at] is { IsPast: true } gone && gone.Document == update.Document) return PhraseCatalogue.NoLongerSays;
        if (isCorrection && line.Kind == NewsKind.Restated) return at == 0 ? PhraseCatalogue.ToldBetween : PhraseCatalogue.OtherSide;
        if (!isCorrection && (line.Kind is NewsKind.Contradicting or NewsKind.Restated && line.Beside is null || update.Question is null && at > 0)) return Otherwise(line);
        return at > 0 && (isCorrection || !line.IsOwn(told[at - 1])) ? PhraseCatalogue.OtherSide
            : told.Count == 1 ? isCorrection ? PhraseCatalogue.ToldBefore : PhraseCatalogue.Before : isCorrection ? PhraseCatalogue.ToldSides : PhraseCatalogue.SidesBefore;
    }

    /// <summary>What others say otherwise, of a document that arrived late, they have said since.</summary>
    private static string Otherwise(UpdateLine line) => line.IsLate ? PhraseCatalogue.SaidSince : PhraseCatalogue.OtherwiseSaid;

    private static string Heading(StoredUpdate answer) => answer.Content.IsCorrection ? answer.Content.Lines[0].Kind == NewsKind.Restated ? PhraseCatalogue.CorrectionBack : PhraseCatalogue.Correction : answer.Content.Lines[0].Kind switch
    {
        _ when answer.Content.Lines[0].Now is null => PhraseCatalogue.AnswerGone,
        NewsKind.New => PhraseCatalogue.NowAnswered,
        NewsKind.Restated => PhraseCatalogue.AnswerStands,
        NewsKind.Contradicting => answer.Content.Then is { Count: > 1 } ? PhraseCatalogue.StillDisputed : PhraseCatalogue.AnswerDisputed,
        _ => PhraseCatalogue.AnswerChanged,
    };

    private static ReplySpan[] When(StoredUpdate update, Func<StoredUpdate, ReplySpan.Moment>? cameAt) => cameAt is null ? [] : [new ReplySpan.Words(" · "), cameAt(update)];

    private static string Cut(string name) => name.Length <= LongestLabel ? name : name[..(LongestLabel - (char.IsHighSurrogate(name[LongestLabel - 1]) ? 1 : 0))] + "…";

    private static ReplyBlock.Line Line(params ReplySpan[] spans) => new(spans);

    private sealed class Sources
    {
        private readonly List<UpdateStatement> _statements = [];

        public IReadOnlyList<ReplySource> Lines => [.. _statements.Select(s => new ReplySource(s.Document, s.IsPast ? s.Source + PhraseCatalogue.EarlierVersion : s.Source, $"{s.Start}-{s.Start + s.Text.Length}", s.Url is null ? null : new Uri(s.Url)) { Words = s.Text })];

        public int Of(UpdateStatement statement)
        {
            var at = _statements.FindIndex(known => known.Document == statement.Document && known.Source == statement.Source && (known.IsPast ? known.Text == statement.Text : !statement.IsPast));
            if (at >= 0) return at + 1;
            _statements.Add(statement);
            return _statements.Count;
        }
    }
}
