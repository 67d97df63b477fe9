using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Questions;
using ChatBot.Updates;

namespace ChatBot.Subscriptions;

/// <summary>Why a chat was not sent something that came in: by what it follows, what it watches, and when it was closed. For one reply.</summary>
/// <param name="known">What is known; watched questions are asked anew, once each.</param>
/// <param name="followed">What the chat follows and watches.</param>
/// <param name="absences">When the chat was closed, the latest first.</param>
/// <param name="clock">The chat's.</param>
internal sealed class WhyNotSent(KnowledgeBase known, IReadOnlyCollection<Subscription> followed, IReadOnlyList<ChatAbsence> absences, ChatClock clock)
{
    private readonly List<(Subscription Watch, Lazy<Answer> Answer)> _watches =
        [.. followed.Where(SubscriptionReplies.IsWatch).Select(watch => (watch, new Lazy<Answer>(() => known.Ask(watch.Following.Subject, Conversation.New))))];

    /// <summary>Why a piece of news was not sent.</summary>
    /// <param name="update">The update with that piece alone.</param>
    /// <param name="isInPart">Whether others of its lines were, so that no subscription is for this.</param>
    /// <param name="wasEnded">Whether something by which it waited has been ended.</param>
    public ReplySpan[] Of(StoredUpdate update, bool isInPart, bool wasEnded)
    {
        if (update.IsSilent) return Words(PhraseCatalogue.FirstRun);
        List<Subscription> concerned = [.. isInPart ? [] : Subscribed(update), .. Watching(update)];
        if (concerned.Count == 0) return Words(wasEnded ? PhraseCatalogue.EndedBefore : PhraseCatalogue.NotFollowed);
        // What was there when a question was first watched is what a change is reckoned from.
        var then = concerned.Where(subscription => SubscriptionReplies.IsWatch(subscription) ? subscription.CreatedAt < update.At : subscription.CreatedAt <= update.At).ToList();
        if (then.Count == 0) return Words(concerned.TrueForAll(SubscriptionReplies.IsWatch) ? PhraseCatalogue.BeforeWatch : PhraseCatalogue.BeforeYou);
        foreach (var absence in absences.Where(absence => absence.Has(update.At))) return Closed(absence, clock);
        return Words(update.Question is null && then.TrueForAll(SubscriptionReplies.IsWatch) ? PhraseCatalogue.AnswerUnmoved : PhraseCatalogue.NotQueued);
    }

    /// <summary>What is said of what came while the chat was closed.</summary>
    public static ReplySpan[] Closed(ChatAbsence absence, ChatClock clock) => absence.To is { } until
        ? [new ReplySpan.Words(PhraseCatalogue.ChatWasClosed + " "), clock.At(absence.From), new ReplySpan.Words(" to "), clock.At(until)]
        : [new ReplySpan.Words(PhraseCatalogue.ChatIsClosed + " "), clock.At(absence.From)];

    private IEnumerable<Subscription> Subscribed(StoredUpdate update)
    {
        var terms = new UpdateTerms(update.Content, update.Question);
        // Of a document's news each has its own followers.
        return followed.Where(subscription => terms.Concern(subscription.Following.Kind, subscription.Following.Subject) && (update.Question is not null || update.IsOf(Interests.Of(subscription.Following))));
    }

    /// <summary>The watches whose answers rest on a document's news: nothing else tells of news from before a watch that they are what it watches.</summary>
    private IEnumerable<Subscription> Watching(StoredUpdate update) => update.Question is not null ? []
        : _watches.Where(one => one.Answer.Value.Statements.Any(statement => update.Content.Lines.Any(line => line.Now is { } now && IsPart(statement, now)))).Select(one => one.Watch);

    private static bool IsPart(Statement statement, UpdateStatement news) => statement.Citation is var citation && citation.Document.Value == news.Document
        && citation.Span.Start < news.Start + news.Text.Length && news.Start < citation.Span.End;

    private static ReplySpan[] Words(string words) => [new ReplySpan.Words(words)];
}
