using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval.Meaning;

/// <summary>Whether a sentence holds a thing of the kind that a question asks for: a day, a place, somebody, a figure of what is counted.</summary>
internal static class KindFit
{
    private static readonly string[] Times = ["year", "month", "week", "day", "hour", "minut", "second", "decad", "centuri"];
    private static readonly string[] Lengths = ["metr", "meter", "kilometr", "kilomet", "km", "mile", "feet", "foot", "inch", "centimetr", "yard"];

    private static readonly Dictionary<string, string[]> Measures = new(StringComparer.Ordinal)
    {
        ["old"] = Times, ["long"] = [.. Times, .. Lengths], ["far"] = Lengths, ["tall"] = Lengths, ["high"] = [.. Lengths, "percent"], ["deep"] = Lengths, ["wide"] = Lengths,
        ["often"] = Times, ["fast"] = Lengths, ["heavy"] = ["kilogram", "kg", "ton", "tonn", "pound", "kilo"], ["hot"] = ["degre"], ["cold"] = ["degre"],
    };

    private static readonly FrozenSet<string> ReasonWords = LanguageData.Words("reason-words.txt");

    /// <summary>1: the sentence holds a thing of the kind asked for; -1: it doesn't; 0: the question asks for no kind.</summary>
    public static int Of(PreparedQuestion asked, FactView view)
    {
        var fact = view.Fact;
        var question = asked.Question;
        return question.Expects switch
        {
            AnswerType.Date when fact.Times.Count > 0 => question.AsksForDay && view.DatesFor(question).Count == 0 ? 0 : 1,
            AnswerType.Date when question.AsksForTime => fact.Dates.Count > 0 ? 0 : -1,
            AnswerType.Date => view.DatesFor(question).Count > 0 ? 1 : fact.When is not null ? 0 : -1,
            AnswerType.Person when asked.AsksForPhotographer => PhotoCredit.In(view) is null ? -1 : 1,
            AnswerType.Person when asked.Offices.Any(o => o.Group is not null && o.Place is not null) && !MatchesOffice(asked, view) => -1,
            // Whose words the sentence passes on is mostly not who is asked for.
            AnswerType.Person when fact.Attribution.Speaker is { } speaker && !HasOther(asked, view, EntityKind.Person, speaker) && HasOther(asked, view, EntityKind.Person) => 0,
            AnswerType.Person => HasOther(asked, view, EntityKind.Person) ? 1 : HasOther(asked, view, EntityKind.Organisation) || HasOther(asked, view, EntityKind.Country) ? 0 : -1,
            // "Which band plays?": a band without a name is one, too.
            AnswerType.Organisation => fact.Attribution.Sources.Count > 0 || HasOther(asked, view, EntityKind.Organisation) ? 1 : question.Focus is { } group && view.Stems.Contains(group) ? 0 : -1,
            AnswerType.Place when question.WantsCountries => HasOther(asked, view, EntityKind.Country) ? 1 : -1,
            AnswerType.Place when Missing.Origin(question, view) => -1,
            AnswerType.Place => fact.Entities.Any(m => question.WantsPlace(m.Kind) && !question.Entities.Any(q => q.Id == m.Id) && PlaceReading.IsLocation(view.Tokens, fact.Entities, m)) ? 1 : HasOther(asked, view, EntityKind.Place) ? 0 : -1,
            AnswerType.Quantity => fact.Quantities.Any(q => CountsWhatIsAsked(question, q, view)) ? 1 : -1,
            AnswerType.Role => question.Entities.Any(m => fact.Roles.Any(r => r.Person == m.Id)) ? 1 : question.Entities.Any(m => m.Kind == EntityKind.Person && view.Entities.Contains(m.Id)) ? 0 : -1,
            AnswerType.Statement => fact.Attribution.Speaker is not null ? 1 : -1,
            AnswerType.Reason => view.Tokens.Exists(t => ReasonWords.Contains(t.Term)) ? 1 : 0,
            _ => 0,
        };
    }

    /// <summary>Where in the sentence things of the kind asked for stand.</summary>
    public static IEnumerable<TextSpan> ThingsOfKind(Question question, FactView view) => question.Expects switch
    {
        AnswerType.Date => question.AsksForTime ? view.Fact.Times.Select(t => t.Span) : view.DatesFor(question).Select(d => d.Span).Concat(view.Fact.Times.Select(t => t.Span)),
        AnswerType.Quantity => view.Fact.Quantities.Select(q => q.Span),
        AnswerType.Person => view.Fact.Entities.Where(m => m.Kind == EntityKind.Person && !question.Entities.Any(q => q.Id == m.Id)).Select(m => m.Span),
        AnswerType.Place when question.WantsCountries => view.Fact.Entities.Where(m => m.Kind == EntityKind.Country && !question.Entities.Any(q => q.Id == m.Id)).Select(m => m.Span),
        AnswerType.Place => view.Fact.Entities.Where(m => m.Kind == EntityKind.Place && !question.Entities.Any(q => q.Id == m.Id)).Select(m => m.Span),
        AnswerType.Organisation => view.Fact.Entities.Where(m => m.Kind == EntityKind.Organisation && !question.Entities.Any(q => q.Id == m.Id)).Select(m => m.Span),
        _ => [],
    };

    /// <summary>"How old" wants years, "how far" a distance; "how many" and "how much" take any figure here.</summary>
    public static bool IsMeasureAsked(Question question, Fact fact)
    {
        for (var i = 0; i + 1 < question.Tokens.Count; i++)
        {
            if (question.Tokens[i].Term != "how" || !Measures.TryGetValue(question.Tokens[i + 1].Term, out var units)) continue;
            return fact.Quantities.Any(q => Array.IndexOf(units, q.Unit) >= 0);
        }
        return true;
    }

    /// <summary>Whether the sentence speaks of the office asked for, or tells the office of the person asked about.</summary>
    public static bool MatchesOffice(PreparedQuestion asked, FactView view)
    {
        foreach (var (group, place) in asked.Offices)
            foreach (var (role, groups) in view.Offices)
                if (group is { } office ? groups.Contains(office) && (place is null || IsOf(asked, role, place)) : place is not null && IsOf(asked, role, place) && groups.Any(Offices.IsTop)) return true;
        if (asked.Question.Expects != AnswerType.Role) return false;
        foreach (var mention in asked.Question.Entities)
            foreach (var role in view.Fact.Roles)
                if (role.Person == mention.Id) return true;
        return false;
    }

    /// <summary>"NATO's secretary general" may be one name as a whole: then it is the office of what its holder stands for.</summary>
    private static bool IsOf(PreparedQuestion asked, RoleMention role, EntityId? place) => (role.Place ?? asked.Represents(role.Person)) == place;

    private static bool HasOther(PreparedQuestion question, FactView view, EntityKind kind, EntityId? but = null)
    {
        foreach (var mention in view.Mentions)
        {
            if (mention.Kind != kind || mention.Id == but) continue;
            var asked = false;
            foreach (var named in question.Named) asked |= named.Id == mention.Id;
            if (!asked) return true;
        }
        return false;
    }

    /// <summary>"How many soldiers" wants soldiers counted, or at least named beside the figure.</summary>
    private static bool CountsWhatIsAsked(Question question, Quantity quantity, FactView view)
    {
        if (question.Focus is not { } focus) return true;
        if (quantity.Unit == focus || quantity.Of == focus || view.Tokens.Exists(t => t.Stem == focus && quantity.Span.Contains(t.Span))) return true;
        if (focus is "percentag" or "share" or "proport" or "rate" or "portion" or "percent" or "split" or "breakdown") return quantity.Unit == "percent";
        if (focus is "money" or "dollar" or "cost" or "amount" or "price" or "budget") return quantity.Unit is "dollar" or "euro" or "pound" or "percent";
        foreach (var term in question.Terms)
            if (term.Stem == focus)
                foreach (var alternative in term.Alternatives)
                    if (quantity.Unit == alternative.Stem || view.Tokens.Exists(t => t.Stem == alternative.Stem && quantity.Span.Contains(t.Span))) return true;
        return !AsksHowMany(question) && quantity.Unit is "dollar" or "euro" or "pound" or "percent" && view.Stems.Contains(focus);
    }

    /// <summary>"How many" counts; money and shares are "how much".</summary>
    private static bool AsksHowMany(Question question)
    {
        for (var i = 0; i + 1 < question.Tokens.Count; i++)
            if (question.Tokens[i].Term == "how" && question.Tokens[i + 1].Term == "many") return true;
        return false;
    }
}
