using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Answering;

/// <summary>Which day a word of a dated document means: "tomorrow", "on Wednesday".</summary>
internal static class ReckonedDays
{
    /// <summary>
    /// The day that a statement's value means by the document's own date; null where the value is no such word, or where it isn't sure: "the Saturday" may be
    /// the event's, "until Friday" any, and "will meet on Wednesday" the next of that name or, of an event whose days are known, another.
    /// </summary>
    public static DateOnly? Of(Statement statement)
    {
        if (statement.Value is not { } value || statement.Citation.Source.Published is not { } published) return null;
        if (statement.Fact.Dates.FirstOrDefault(date => value.Contains(date.Span)) is not { Relative: true, Precision: DatePrecision.Day, IsUnsure: false } mention) return null;
        var (day, tokens) = (mention.Value.From, Tokenizer.Tokenize(statement.Text));
        var at = tokens.FindIndex(token => token.Span.Start == mention.Span.Start - statement.Citation.Span.Start);
        if (at < 0) return null;
        if (Calendar.Weekday(tokens[at].Term) is null) return day;
        return at > 0 && tokens[at - 1].Term is "on" or "last" && WeekdayTenses.Of(tokens, at) == WeekdayTense.Past ? day : null;
    }
}
