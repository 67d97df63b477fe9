using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Retrieval.Meaning;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Claims;

/// <summary>A claim of the one form "A beat B by 41 seconds", however it is turned ("B finished 41 seconds behind A", <c>margin-words.txt</c>), which a sentence on both decides.</summary>
/// <param name="Winner">Who was ahead.</param>
/// <param name="Loser">Of whom.</param>
/// <param name="Margin">By how much; null: not said.</param>
internal sealed record MarginClaim(EntityId Winner, EntityId Loser, Quantity? Margin)
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LanguageData.LabelledWords("margin-words.txt");

    /// <summary>Who stands ahead of the word that tells so, and who behind.</summary>
    private readonly record struct Order(EntityId Before, EntityId Behind, bool IsTurned)
    {
        public EntityId Winner => IsTurned ? Behind : Before;

        public EntityId Loser => IsTurned ? Before : Behind;
    }

    /// <summary>Reads a claim of that form; null where it says anything more, or something else.</summary>
    public static MarginClaim? Read(ClaimReading claim)
    {
        if (claim.Fact.Dates.Count > 0 || claim.Negators.Count > 0 || claim.Amounts.Count > 1 || claim.Fact.Attribution.Speaker is not null) return null;
        var text = claim.Fact.Text;
        if (Among(text, claim.Tokens, claim.Fact.Entities) is not var (order, at)) return null;
        var margin = claim.Amounts is [var amount] ? amount.Figure : (Quantity?)null;
        for (var i = 0; i < claim.Tokens.Count; i++)
            if (i != at && !IsBeside(claim.Tokens[i]) && !claim.Fact.Entities.Any(mention => mention.Span.Contains(claim.Tokens[i].Span)) && margin?.Span.Contains(claim.Tokens[i].Span) != true) return null;
        return new MarginClaim(order.Winner, order.Loser, margin);
    }

    private static bool IsBeside(Token token) => token.IsStopWord && token.Term is not ("not" or "no") || Lists["beside"].Contains(token.Term);

    /// <summary>How a sentence stands to the claim: true, false, or null where it tells nothing of both, or of another time; and the words that decide.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="isPerson">Whether an entity is a person.</param>
    public (bool? Agrees, TextSpan? Where) Compare(FactView view, Func<EntityId, bool> isPerson)
    {
        if (view.Fact.Dates.Any(date => date.Value.To.Year < (view.WrittenOn?.Year ?? 0))) return (null, null);
        if (Facts.Negation.Among(view.Document.Text, view.Tokens).Count > 0 || Among(view.Document.Text, view.Tokens, WithPronoun(view, isPerson)) is not var (order, at)) return (null, null);
        if (order.Winner == Loser && order.Loser == Winner) return (false, view.Tokens[at].Span);
        if (order.Winner != Winner || order.Loser != Loser) return (null, null);
        if (Margin is not { } margin) return (true, view.Tokens[at].Span);
        var given = view.Fact.Quantities.Where(quantity => quantity.Unit == margin.Unit).ToList();
        return given is [var only] ? (only.Value.Equals(margin.Value), only.Span) : (null, null);
    }

    /// <summary>"His boat crossed the line": the one person whom the sentence before it names and it doesn't.</summary>
    private static List<EntityMention> WithPronoun(FactView view, Func<EntityId, bool> isPerson)
    {
        List<EntityMention> mentions = [.. view.Fact.Entities];
        if (view.Tokens is [{ Term: "his" or "her" or "he" or "she" } pronoun, ..] && !mentions.Exists(mention => mention.Span == pronoun.Span) && view.PointsBackTo.Entities.Where(id => isPerson(id) && !view.Entities.Contains(id)).ToList() is [var meant])
            mentions.Add(new EntityMention(pronoun.Span, meant, EntityKind.Person, true));
        return mentions;
    }

    /// <summary>Who a sentence says was ahead of whom, and the word that tells so; null where none does.</summary>
    private static (Order Order, int At)? Among(string text, IReadOnlyList<Token> tokens, IReadOnlyList<EntityMention> mentions)
    {
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            if (IsTurned(tokens, i) is not { } isTurned) continue;
            var before = mentions.Where(IsRacer).Where(mention => mention.Span.End <= tokens[i].Span.Start).OrderBy(mention => mention.Span.Start).Select(mention => (EntityMention?)mention).LastOrDefault();
            var behind = mentions.Where(IsRacer).Where(mention => mention.Span.Start >= tokens[i].Span.End).OrderBy(mention => mention.Span.Start).Select(mention => (EntityMention?)mention).FirstOrDefault();
            if (before is { } one && behind is { } other && one.Id != other.Id && IsJoined(text, tokens[i], other, tokens)) return (new Order(one.Id, other.Id, isTurned), i);
        }
        return null;
    }

    private static bool IsRacer(EntityMention mention) => mention is { Kind: EntityKind.Person, Span.Length: > 0 };

    /// <summary>Whether who stands before the word was behind; null where the word tells nothing of the kind.</summary>
    private static bool? IsTurned(IReadOnlyList<Token> tokens, int i)
    {
        if (Lists["won"].Contains(tokens[i].Term)) return Passive.IsBehindBe(tokens, i);
        if (Lists["ahead"].Contains(tokens[i].Term) && tokens[i + 1].Term == "of" || tokens[i].Term == "front" && tokens[i - 1].Term == "in" && tokens[i + 1].Term == "of") return false;
        if (Lists["behind"].Contains(tokens[i].Term)) return true;
        return Lists["lost"].Contains(tokens[i].Term) && tokens[i + 1].Term == "to" ? true : null;
    }

    /// <summary>"Ahead of Berg", "ahead of the <i>Heron</i>, with Berg at the helm": nothing else ends the clause between.</summary>
    private static bool IsJoined(string text, Token told, EntityMention other, IReadOnlyList<Token> tokens)
    {
        var start = text.Length > other.Span.Start ? told.Span.End : 0;
        var between = tokens.Where(token => token.Span.Start >= start && token.Span.End <= other.Span.Start).ToList();
        var hasMark = text.AsSpan(start, other.Span.Start - start).IndexOfAny(",;:–—.") >= 0;
        return !hasMark || between.Exists(token => token.Term == "with") && !between.Exists(token => token.Term is "and" or "but" or "while" or "who");
    }
}
