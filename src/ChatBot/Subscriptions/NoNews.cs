using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Updates;
using ChatBot.Questions;

namespace ChatBot.Subscriptions;

/// <summary>Why what a document says was no news: it was known, or has nothing to do with the topic. Pure.</summary>
internal static class NoNews
{
    private const int MostShown = 3;

    /// <summary>So many documents, those with the most of its words, are gone through again for where a sentence was known from.</summary>
    private const int MostReadAgain = 60;

    /// <summary>Where no news has the words: the documents that came in lately and have them, with why what they say was no news.</summary>
    /// <param name="known">What is known.</param>
    /// <param name="words">The words, as they were typed.</param>
    /// <param name="wanted">The same, to be met.</param>
    /// <param name="lately">How far back it looks.</param>
    /// <param name="clock">The chat's.</param>
    public static Reply Of(KnowledgeBase known, string words, LookedFor wanted, TimeSpan lately, ChatClock clock)
    {
        var having = Having(known, wanted, lately, clock);
        var most = having.Select(one => one.Met).DefaultIfEmpty(0).Max();
        var shown = having.Where(one => most > 0 && one.Met == most).OrderByDescending(one => one.Document.ReceivedAt).Take(MostShown).ToList();
        if (shown.Count == 0) return Reply.Saying(PhraseCatalogue.NoSuchNews(words));
        return new Reply(
            [
                new ReplyBlock.Line([new ReplySpan.Words(PhraseCatalogue.NoNewsOfIt(words))]),
                .. shown.Select(one => new ReplyBlock.Line(
                [
                    new ReplySpan.Strong($"“{one.Fact.Text}”"), new ReplySpan.Faint($" ({SourceLabel.Of(one.Document.Document.Id, one.Document.Document.Source)})"), new ReplySpan.Words(" – "), new ReplySpan.Words(PhraseCatalogue.CameIn.ToLowerInvariant() + " "),
                    clock.At(one.Document.ReceivedAt ?? clock.Now), new ReplySpan.Words("; " + WhyNoNews(known, one.Document, one.Fact)),
                ])),
            ], [], []);
    }

    /// <summary>How many of the words a sentence of those documents has, at most.</summary>
    /// <param name="known">What is known.</param>
    /// <param name="wanted">The words.</param>
    /// <param name="lately">How far back it looks.</param>
    /// <param name="clock">The chat's.</param>
    public static int Met(KnowledgeBase known, LookedFor wanted, TimeSpan lately, ChatClock clock) => Having(known, wanted, lately, clock).Select(one => one.Met).DefaultIfEmpty(0).Max();

    /// <summary>The documents that came in lately, each with the sentence of it that has the most of the words.</summary>
    private static List<(DocumentFacts Document, Fact Fact, int Met)> Having(KnowledgeBase known, LookedFor wanted, TimeSpan lately, ChatClock clock) =>
    [
        .. known.Documents.Where(document => document.ReceivedAt > clock.Now - lately && document.Facts.Count > 0)
            .Select(document => (Document: document, Best: document.Facts.Select(fact => (Fact: fact, Met: wanted.MetIn(fact.Text, fact.Entities.Select(mention => mention.Id.Value)))).MaxBy(one => one.Met)))
            .Select(one => (one.Document, one.Best.Fact, one.Best.Met)),
    ];

    /// <summary>Reads a document once more against what was known when it came in, as far as that has the words of what is asked about.</summary>
    private static string WhyNoNews(KnowledgeBase known, DocumentFacts document, Fact fact)
    {
        var words = WhyCommand.Stems(fact.Text);
        var before = known.Documents.Where(other => CameBefore(other, document)).Select(other => (Document: other, Met: other.Facts.Max(one => (int?)WhyCommand.Stems(one.Text).Count(words.Contains)) ?? 0))
            .OrderByDescending(one => one.Met).ThenBy(one => one.Document.ReceivedAt).Take(MostReadAgain).Select(one => one.Document).ToList();
        var update = new UpdateReader(known.Only(before)).Read(document);
        var told = update.Facts.FirstOrDefault(news => news.Fact.Id == fact.Id);
        if (told is { Kind: NewsKind.Restated, Known.Count: > 0 } && First(told.Known.Select(statement => statement.Fact.Id.Document)) is { } first) return PhraseCatalogue.KnownAlready(SourceLabel.Of(first.Document.Id, first.Document.Source));
        if (told is not { Kind: not NewsKind.Restated } && First(before.Where(other => other.Facts.Any(one => WhyCommand.Stems(one.Text).SetEquals(words))).Select(other => other.Document.Id).Concat(update.AlsoIn)) is { } same) return PhraseCatalogue.KnownAlready(SourceLabel.Of(same.Document.Id, same.Document.Source));
        return update.Topics.Count == 0 ? PhraseCatalogue.OffTopic : PhraseCatalogue.HeldForNoNews;

        DocumentFacts? First(IEnumerable<DocumentId> documents) => before.Where(other => documents.Contains(other.Document.Id)).MinBy(other => other.ReceivedAt ?? DateTimeOffset.MinValue);
    }

    /// <summary>Whether a document came in before another; of those that came in together, one stands before the other by its id.</summary>
    private static bool CameBefore(DocumentFacts one, DocumentFacts other) => one.Document.Id != other.Document.Id
        && ((one.ReceivedAt ?? default).CompareTo(other.ReceivedAt ?? default) is var order and not 0 ? order < 0 : string.CompareOrdinal(one.Document.Id.Value, other.Document.Id.Value) < 0);
}
