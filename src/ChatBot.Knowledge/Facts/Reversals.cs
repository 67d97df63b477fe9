using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Facts;

/// <summary>How one of two statements denies the other.</summary>
/// <param name="IsChange">Whether both may have been so, one after the other ("no longer wants"), rather than that they compete.</param>
/// <param name="IsDenialFirst">Whether it is the first of the two that denies.</param>
internal readonly record struct Reversal(bool IsChange, bool IsDenialFirst);

/// <summary>
/// Tells of two sentences of different documents, whatever attributes a topic has, that one denies what the other says: the same doer, the same deed, of one time,
/// and one says that it is not so. In doubt it says nothing: a disagreement that is none does more harm than one that is missed.
/// </summary>
internal static class Reversals
{
    /// <summary>Days between which two sentences on something done may be about one occasion; without a date of their own they are of the time they were written.</summary>
    private const int SameOccasion = 60;

    /// <summary>The same for what is to come: the next year's is another.</summary>
    private const int SameEvent = 150;

    /// <summary>A sentence with what is needed of it.</summary>
    /// <param name="Fact">The fact.</param>
    /// <param name="Tokens">Its tokens, which point into the document's text.</param>
    /// <param name="Written">When it was written; null where nobody knows.</param>
    /// <param name="MayDeny">Whether it has a word that could deny something.</param>
    public readonly record struct Sentence(Fact Fact, IReadOnlyList<Token> Tokens, WrittenAt? Written, bool MayDeny)
    {
        /// <summary>A fact by itself.</summary>
        public static Sentence Of(Fact fact, WrittenAt? written)
        {
            var tokens = Tokenizer.Tokenize(fact.Text);
            for (var i = 0; i < tokens.Count; i++) tokens[i] = tokens[i] with { Span = tokens[i].Span with { Start = tokens[i].Span.Start + fact.Span.Start } };
            return new Sentence(fact, tokens, written, DeedReader.MayDeny(tokens));
        }
    }

    /// <summary>Whether one of the two denies the other, and how; null where neither does.</summary>
    public static Reversal? Between(Sentence one, Sentence other)
    {
        if (one.MayDeny && Denies(one, other) is { } isChange) return new Reversal(isChange, IsDenialFirst: true);
        if (other.MayDeny && Denies(other, one) is { } isChanged) return new Reversal(isChanged, IsDenialFirst: false);
        return null;
    }

    private static bool? Denies(Sentence denial, Sentence stated)
    {
        if (DenialOfAnother.Is(denial.Fact, stated.Fact)) return null;
        DeedReader? reader = null;
        foreach (var denied in new DeedReader(denial.Fact, denial.Tokens).Denied())
            foreach (var deed in (reader ??= new DeedReader(stated.Fact, stated.Tokens)).Of(denied.Verb))
                if (!deed.IsDenied && IsOfOneDoer(denied, deed) && IsOfOneThing(denied, deed) && IsOfOneOccasion(denied, denial, deed, stated) && IsChange(denied, denial, deed, stated) is { } isChange) return isChange;
        return null;
    }

    private static bool IsOfOneDoer(Deed denied, Deed stated)
    {
        if (denied.IsPassive && stated.IsPassive) return denied.Doer is null || stated.Doer is not null && stated.Doer.SetEquals(denied.Doer);
        if (denied.Doer is null) return true;
        if (stated.Doer is null) return false;
        // "Mayor Ana Varga" and "Ana Varga" are one.
        return stated.Doer.SetEquals(denied.Doer) || denied.Person is { } person && person == stated.Person && !denied.IsPassive && !stated.IsPassive;
    }

    /// <summary>
    /// Whether all that is denied is what is stated, and what is stated besides only tells how, where or when: who didn't adopt the plan for the bridge may have
    /// adopted a plan, but who didn't adopt the plan didn't adopt it by ten votes.
    /// </summary>
    private static bool IsOfOneThing(Deed denied, Deed stated)
    {
        var (wanted, given) = (Keys(denied), Keys(stated));
        if (!wanted.IsSubsetOf(given) && !denied.Object.All(word => given.Contains(word.Key) || !wanted.Contains(word.Key) || word.IsBeside && IsWithinName(word))) return false;
        if (denied.IsOwnDenial && wanted.Count > 0) return true;
        // What stands beside the deed in one is the thing itself in the other: another sentence.
        // Who sends no drones doesn't send two hundred.
        var things = stated.Object.Where(word => !word.IsBeside && !word.IsNumber && !(stated.IsPassive != denied.IsPassive && IsDoerOf(denied, word))).Select(word => word.Key);
        return things.All(wanted.Contains);

        // "The fair in Sundby" is the "Sundby Fair".
        bool IsWithinName(DeedWord word) => word.Name is { } place && stated.Object.Any(other => other.Name is { } name && wanted.Contains(other.Key) && place.All(name.Contains));

        HashSet<string> Keys(Deed deed) => deed.Object.Where(word => !(stated.IsPassive != denied.IsPassive && (IsDoerOf(denied, word) || IsDoerOf(stated, word)))).Select(word => word.Key).ToHashSet(StringComparer.Ordinal);
    }

    private static bool IsDoerOf(Deed deed, DeedWord word) => deed.Doer?.Contains(word.Key) == true;

    private static bool IsOfOneOccasion(Deed denied, Sentence denial, Deed deed, Sentence stated)
    {
        if (denied.Days.Count > 0 && deed.Days.Count > 0) return denied.Days.All(day => deed.Days.Any(other => other.Overlaps(day)));
        // "Did not adopt it on Monday" denies what was written on that day or the next.
        if (denied.Days.Count > 0) return denied.Time == DeedTime.Past && stated.Written is { } then && denied.Days.All(day => day.From <= then.Day && then.Day <= day.To.AddDays(1));
        if (denied.Time == DeedTime.Present && deed.Time == DeedTime.Present || denied.IsEnd) return true;
        if (Days(deed, stated) is not { } own || Days(denied, denial) is not { } others) return true;
        var apart = Math.Max(own.From.DayNumber - others.To.DayNumber, others.From.DayNumber - own.To.DayNumber);
        return apart <= (deed.Time == DeedTime.Past && denied.Time == DeedTime.Past ? SameOccasion : SameEvent);
    }

    private static DateRange? Days(Deed deed, Sentence sentence) => deed.Days.Count > 0 ? deed.Days[0] : sentence.Written is { } written ? new DateRange(written.Day, written.Day) : null;

    /// <summary>Whether both may have been so in turn; null where they are, by their tenses, of different times and don't deny each other.</summary>
    private static bool? IsChange(Deed denied, Sentence denial, Deed stated, Sentence other)
    {
        var isLater = other.Written < denial.Written;
        var isEarlier = denial.Written < other.Written;
        return (stated.Time, denied.Time) switch
        {
            // "Wants", "no longer wants", "wants again".
            _ when denied.IsEnd => stated.Time == DeedTime.Past ? isLater ? true : null : isLater || isEarlier,
            (DeedTime.Past, DeedTime.Past) or (DeedTime.Present, DeedTime.Present) or (DeedTime.Ahead, DeedTime.Ahead) or (DeedTime.Present, DeedTime.Ahead) => false,
            // "Will come", and then "didn't come"; "will not come", and then "came".
            (DeedTime.Ahead, DeedTime.Past) => isLater ? true : null,
            (DeedTime.Past, DeedTime.Ahead) => isEarlier ? true : null,
            (DeedTime.Ahead, DeedTime.Present) when denied is { IsPassive: false, Verb: not DeedReader.Being } => false,
            _ => null,
        };
    }
}
