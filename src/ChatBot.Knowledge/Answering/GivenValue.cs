using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Answering;

/// <summary>The date, figure or name that stands somewhere in a fact, in the form in which values are compared.</summary>
internal static class GivenValue
{
    /// <summary>The date or figure there; null where there is neither.</summary>
    public static AttributeValue? At(TextSpan span, Fact fact)
    {
        foreach (var date in fact.Dates)
            if (date.Span == span) return new AttributeValue("", null, span, Dates: date.Value);
        foreach (var quantity in fact.Quantities)
            if (quantity.Span == span) return new AttributeValue("", null, span, Number: quantity);
        return null;
    }

    /// <summary>Whether two statements show one value, be it written otherwise ("10 August" and "August 10"); of those that show none nobody can tell.</summary>
    public static bool IsOfBoth(Statement one, Statement other)
    {
        if (one.Value is not { } value || other.Value is not { } another) return false;
        if (string.Equals(one.ValueText, other.ValueText, StringComparison.OrdinalIgnoreCase)) return true;
        if (At(value, one.Fact) is { } given && At(another, other.Fact) is { } second) return given.Dates == second.Dates && given.Number?.Value == second.Number?.Value && given.Number?.Unit == second.Number?.Unit;
        return one.Fact.Entities.Any(mention => mention.Span == value && other.Fact.Entities.Any(same => same.Span == another && same.Id == mention.Id));
    }
}
