using System.Globalization;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Mentions;

/// <summary>
/// Finds dates in English text: "24–25 June 2025", "June 24-26", "from 24 June to 26 June", "Tuesday, May 27, 2025", "2025-05-27", "May 2025",
/// "in 2022", and, where a day to reckon from is known, "on Wednesday", "yesterday", "last month". A day without a year takes the year that
/// brings it nearest to that day; without one it is left out, except where the text itself gives the year elsewhere in the same range. What was moved
/// "from 14 May to 11 June" has two dates and no range (<see cref="Moves"/>).
/// </summary>
public static class DateFinder
{
    /// <summary>The dates of <paramref name="text"/>, in order, not overlapping.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens (<see cref="Tokenizer.Tokenize"/>).</param>
    /// <param name="reference">The day the text was written; null: not known.</param>
    /// <param name="around">Where that isn't known, a day near to it: gives days their year, but no weekday its day; null: not known either.</param>
    public static IReadOnlyList<DateMention> Find(string text, IReadOnlyList<Token> tokens, DateOnly? reference, DateOnly? around = null)
    {
        List<DateMention>? found = null;
        var moves = Moves.In(tokens);
        for (var i = 0; i < tokens.Count;)
        {
            var (mention, next) = moves.Find(move => move.IsJoined && move.First <= i && i <= move.End + 1 && i != move.End) is { End: > 0 } move
                ? i < move.End ? ReadLeft(text, tokens, i, move, reference, reference ?? around) : ReadTaken(text, tokens, move, reference, reference ?? around)
                : Read(text, tokens, i, reference, reference ?? around);
            if (mention is { } date) (found ??= []).Add(date);
            i = Math.Max(next, i + 1);
        }
        return found ?? (IReadOnlyList<DateMention>)[];
    }

    /// <summary>What stands ahead of the "to" of a move: "14 May" of "from 14 May to 11 June 2027", "14" of "from 14 to 21 May". It takes month and year from the date behind.</summary>
    private static (DateMention? Mention, int Next) ReadLeft(string text, IReadOnlyList<Token> tokens, int i, Moves.Move move, DateOnly? reference, DateOnly? around)
    {
        if (ReadTaken(text, tokens, move, reference, around).Mention is not { Precision: DatePrecision.Day or DatePrecision.Days } taken) return Read(text, [.. tokens.Take(move.End)], i, reference, around);
        var near = taken.Value.From;
        if (i == move.First && i + 1 == move.End && Day(tokens[i]) is { } day) return (Build(tokens, i, i + 1, (null, near.Month, day), (null, near.Month, day), near), i + 1);
        return Read(text, [.. tokens.Take(move.End)], i, reference, taken.Relative ? around : near);
    }

    /// <summary>What stands behind the "to" of a move; of "from May 14 to 21, 2027" in the month named before.</summary>
    private static (DateMention? Mention, int Next) ReadTaken(string text, IReadOnlyList<Token> tokens, Moves.Move move, DateOnly? reference, DateOnly? around)
    {
        var at = move.End + 1;
        if (at >= tokens.Count) return (null, at);
        var read = Read(text, tokens, at, reference, around);
        if (read.Mention is not null || Day(tokens[at]) is not { } day || at + 1 < tokens.Count && tokens[at + 1].IsNumber && Year(tokens[at + 1]) is null) return read;
        if (tokens.Skip(move.First).Take(move.End - move.First).Where(token => token.IsCapitalised).Select(token => Calendar.Month(token.Term)).FirstOrDefault(month => month is not null) is not { } month) return read;
        var next = at + 1;
        var year = YearAt(tokens, ref next, reference);
        return (Build(tokens, at, next, (year, month, day), (year, month, day), around), next);
    }

    /// <summary>What stands at <paramref name="i"/>: the date, if it could be reckoned, and the token behind it; <c>next == i</c> where no date begins.</summary>
    private static (DateMention? Mention, int Next) Read(string text, IReadOnlyList<Token> tokens, int i, DateOnly? reference, DateOnly? around)
    {
        var token = tokens[i];
        if (Calendar.Weekday(token.Term) is { } weekday && (token.Term.Length > 4 || token.IsCapitalised))
        {
            // "Tuesday, May 27, 2025": the weekday belongs to the date behind it.
            if (i + 1 < tokens.Count && ReadAbsolute(text, tokens, i + 1, around) is var (dated, behind) && behind > i + 1 && Near(tokens, i, i + 1))
                return (dated is { } d ? d with { Span = TextSpan.FromBounds(token.Span.Start, d.Span.End) } : null, behind);
            var (named, behindDay) = Reckon(tokens, i, 1, reference, day => OnWeekday(tokens, i, day, weekday));
            return (named is { } reckoned ? reckoned with { IsUnsure = IsUnsureWeek(tokens, i) } : null, behindDay);
        }
        var absolute = ReadAbsolute(text, tokens, i, around);
        return absolute.Next > i ? absolute : ReadRelative(tokens, i, reference);
    }

    private static (DateMention? Mention, int Next) ReadAbsolute(string text, IReadOnlyList<Token> tokens, int i, DateOnly? reference)
    {
        var token = tokens[i];
        if (token.IsNumber)
        {
            if (ReadIso(text, tokens, i) is { } iso) return (iso, i + 3);
            if (Day(token) is { } day) return ReadDayFirst(text, tokens, i, day, reference);
            if (Year(token) is { } year && IsYearHere(tokens, i))
                return (new DateMention(token.Span, WholeYear(year), DatePrecision.Year, false), i + 1);
            return (null, i);
        }
        return Calendar.Month(token.Term) is { } month && IsMonthHere(tokens, i) ? ReadMonthFirst(text, tokens, i, month, reference) : (null, i);
    }

    /// <summary>"24 June 2025", "24–25 June", "24 and 25 June", "24 June to 26 June 2025", "27th of May".</summary>
    private static (DateMention? Mention, int Next) ReadDayFirst(string text, IReadOnlyList<Token> tokens, int i, int day, DateOnly? reference)
    {
        var k = i + 1;
        int? lastDay = null;
        if (RangeMark(text, tokens, k - 1, ref k) && k < tokens.Count && Day(tokens[k]) is { } second)
        {
            lastDay = second;
            k++;
        }
        else k = i + 1;
        if (k < tokens.Count && tokens[k].Term == "of") k++;
        if (k >= tokens.Count || Calendar.Month(tokens[k].Term) is not { } month || !Near(tokens, k - 1, k)) return (null, i);
        k++;
        var year = YearAt(tokens, ref k, reference);
        if (lastDay is null)
        {
            // "24 June to 26 June 2025"
            var after = k;
            if (RangeMark(text, tokens, k - 1, ref after) && after + 1 < tokens.Count && Day(tokens[after]) is { } endDay && Calendar.Month(tokens[after + 1].Term) is { } endMonth)
            {
                after += 2;
                var endYear = YearAt(tokens, ref after, reference);
                return (Build(tokens, i, after, (year ?? endYear, month, day), (endYear ?? year, endMonth, endDay), reference), after);
            }
        }
        return (Build(tokens, i, k, (year, month, day), (year, month, lastDay ?? day), reference), k);
    }

    /// <summary>"June 24-25, 2025", "June 24 to June 26", "May 27", "June 2025", "in June".</summary>
    private static (DateMention? Mention, int Next) ReadMonthFirst(string text, IReadOnlyList<Token> tokens, int i, int month, DateOnly? reference)
    {
        var k = i + 1;
        if (k < tokens.Count && Day(tokens[k]) is { } day && Near(tokens, i, k))
        {
            k++;
            var after = k;
            (int Month, int Day)? last = null;
            if (RangeMark(text, tokens, k - 1, ref after) && after < tokens.Count)
            {
                if (Day(tokens[after]) is { } second && !(after + 1 < tokens.Count && Calendar.Month(tokens[after + 1].Term) is not null && tokens[after + 1].IsCapitalised))
                {
                    last = (month, second);
                    k = after + 1;
                }
                else if (after + 1 < tokens.Count && Calendar.Month(tokens[after].Term) is { } endMonth && Day(tokens[after + 1]) is { } endDay)
                {
                    last = (endMonth, endDay);
                    k = after + 2;
                }
            }
            var year = YearAt(tokens, ref k, reference);
            return (Build(tokens, i, k, (year, month, day), (year, last?.Month ?? month, last?.Day ?? day), reference), k);
        }
        k = i + 1;
        if (k < tokens.Count && tokens[k].Term == "of") k++;
        var alone = YearAt(tokens, ref k, reference);
        if (alone is null) k = i + 1;
        var relative = alone is null;
        var inYear = alone ?? NearestYear(reference, month, 15);
        if (inYear is not { } y) return (null, k);
        var first = new DateOnly(y, month, 1);
        return (new DateMention(Spanning(tokens, i, k), new DateRange(first, first.AddMonths(1).AddDays(-1)), DatePrecision.Month, relative), k);
    }

    private static DateMention? ReadIso(string text, IReadOnlyList<Token> tokens, int i)
    {
        if (i + 2 >= tokens.Count || Year(tokens[i]) is null || !tokens[i + 1].IsNumber || !tokens[i + 2].IsNumber) return null;
        var span = Spanning(tokens, i, i + 3);
        return span.Length == 10 && DateOnly.TryParseExact(span.Of(text), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateMention(span, new DateRange(day, day), DatePrecision.Day, false)
            : null;
    }

    private static DateMention? Build(IReadOnlyList<Token> tokens, int from, int to, (int? Year, int Month, int Day) first, (int? Year, int Month, int Day) last, DateOnly? reference)
    {
        var year = first.Year ?? NearestYear(reference, first.Month, first.Day);
        var lastYear = last.Year ?? (year is { } y ? (last.Month < first.Month ? y + 1 : y) : null);
        if (year is not { } a || lastYear is not { } b || !Exists(a, first.Month, first.Day) || !Exists(b, last.Month, last.Day)) return null;
        var range = new DateRange(new DateOnly(a, first.Month, first.Day), new DateOnly(b, last.Month, last.Day));
        if (range.To < range.From) return null;
        return new DateMention(Spanning(tokens, from, to), range, range.From == range.To ? DatePrecision.Day : DatePrecision.Days, first.Year is null && last.Year is null);
    }

    /// <summary>"yesterday", "last month", "this year", "next week".</summary>
    private static (DateMention? Mention, int Next) ReadRelative(IReadOnlyList<Token> tokens, int i, DateOnly? reference) => tokens[i].Term switch
    {
        "yesterday" => Reckon(tokens, i, 1, reference, day => OneDay(day.AddDays(-1))),
        "today" or "tonight" => Reckon(tokens, i, 1, reference, OneDay),
        "tomorrow" => Reckon(tokens, i, 1, reference, day => OneDay(day.AddDays(1))),
        "last" or "this" or "next" when i + 1 < tokens.Count && Near(tokens, i, i + 1) => tokens[i + 1].Term switch
        {
            "year" => Reckon(tokens, i, 2, reference, day => WholeYear(day.Year + Step(tokens[i])), DatePrecision.Year),
            "month" => Reckon(tokens, i, 2, reference, day => WholeMonth(day.AddMonths(Step(tokens[i]))), DatePrecision.Month),
            "week" => Reckon(tokens, i, 2, reference, day => WholeWeek(day.AddDays(7 * Step(tokens[i]))), DatePrecision.Days),
            "summer" => Reckon(tokens, i, 2, reference, day => new DateRange(new DateOnly(day.Year + Step(tokens[i]), 6, 1), new DateOnly(day.Year + Step(tokens[i]), 8, 31)), DatePrecision.Year),
            _ => (null, i),
        },
        _ => (null, i),
    };

    private static (DateMention? Mention, int Next) Reckon(
        IReadOnlyList<Token> tokens, int i, int length, DateOnly? reference, Func<DateOnly, DateRange> reckon, DatePrecision precision = DatePrecision.Day) =>
        (reference is { } day ? new DateMention(Spanning(tokens, i, i + length), reckon(day), precision, true) : null, i + length);

    /// <summary>A weekday is the latest one up to the day of writing; what is still to come ("next Friday", "it will begin on Friday") the first one from then on.</summary>
    private static DateRange OnWeekday(IReadOnlyList<Token> tokens, int i, DateOnly written, DayOfWeek weekday)
    {
        var ahead = i > 0 && tokens[i - 1].Term is "next" or "coming";
        var day = written;
        if (ahead)
            do day = day.AddDays(1); while (day.DayOfWeek != weekday);
        else
        {
            var step = WeekdayTenses.Of(tokens, i) == WeekdayTense.Ahead ? 1 : -1;
            while (day.DayOfWeek != weekday) day = day.AddDays(step);
        }
        return OneDay(day);
    }

    /// <summary>Whether a weekday may be that of another week than the one that it was reckoned to be of.</summary>
    private static bool IsUnsureWeek(IReadOnlyList<Token> tokens, int i) =>
        !(i > 0 && tokens[i - 1].Term is "next" or "coming" or "last") && (WeekdayTenses.IsOfWeekSpokenOf(tokens, i) || WeekdayTenses.Of(tokens, i) == WeekdayTense.Unknown);

    private static DateRange OneDay(DateOnly day) => new(day, day);

    private static DateRange WholeYear(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    private static DateRange WholeMonth(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new DateRange(first, first.AddMonths(1).AddDays(-1));
    }

    private static DateRange WholeWeek(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new DateRange(monday, monday.AddDays(6));
    }

    private static int Step(Token token) => token.Term switch { "last" => -1, "next" => 1, _ => 0 };

    private static TextSpan Spanning(IReadOnlyList<Token> tokens, int from, int to) => TextSpan.FromBounds(tokens[from].Span.Start, tokens[to - 1].Span.End);

    private static int? Day(Token token) =>
        token.IsNumber && token.Term.Length <= 2 && int.TryParse(token.Term, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;

    private static int? Year(Token token) =>
        token.IsNumber && token.Span.Length == 4 && token.Term.Length == 4 && int.TryParse(token.Term, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 1000 and <= 2199 ? year : null;

    /// <summary>"2025", "next year": the year behind a day or month.</summary>
    private static int? YearAt(IReadOnlyList<Token> tokens, ref int k, DateOnly? reference)
    {
        if (k >= tokens.Count || !Near(tokens, k - 1, k)) return null;
        var isReckoned = reference is not null && tokens[k].Term is "last" or "this" or "next" && k + 1 < tokens.Count && tokens[k + 1].Term == "year";
        if ((isReckoned ? reference?.Year + Step(tokens[k]) : Year(tokens[k])) is not { } year) return null;
        k += isReckoned ? 2 : 1;
        return year;
    }

    /// <summary>A four-digit number is a year unless it counts something ("1500 troops") or is money.</summary>
    private static bool IsYearHere(IReadOnlyList<Token> tokens, int i)
    {
        var year = Year(tokens[i]);
        if (year is < 1500) return i > 0 && tokens[i - 1].Term is "in" or "year" or "since" or "until" or "by" && Near(tokens, i - 1, i);
        if (i > 0 && (tokens[i - 1].Traits & TokenTraits.Symbol) != 0 && Near(tokens, i - 1, i)) return false;
        if (i + 1 >= tokens.Count || !Near(tokens, i, i + 1)) return true;
        if (i > 0 && tokens[i - 1].IsStopWord && Near(tokens, i - 1, i)) return true;
        var next = tokens[i + 1];
        return next.IsCapitalised || next.IsStopWord || !(next.Term.EndsWith('s') || next.Term is "people" or "percent" or "million" or "billion" or "troops");
    }

    /// <summary>"May" and "March" are also verbs, "Sun" and "Mar" other words: as months they are capitalised or stand by a number or preposition.</summary>
    private static bool IsMonthHere(IReadOnlyList<Token> tokens, int i)
    {
        var token = tokens[i];
        var byNumber = i + 1 < tokens.Count && tokens[i + 1].IsNumber && Near(tokens, i, i + 1) || i > 0 && tokens[i - 1].IsNumber && Near(tokens, i - 1, i);
        if (byNumber) return true;
        if (token.Term is "may" or "march" or "mar" or "jan" or "dec")
            return token.IsCapitalised && i > 0 && tokens[i - 1].Term is "in" or "of" or "last" or "next" or "since" or "until" or "by" or "early" or "late" or "mid" or "before" or "after" or "between" or "and";
        return true;
    }

    /// <summary>Whether a dash, "to", "until", "through" or "and" (after "between", or between two days) joins what stands at k-1 and what follows.</summary>
    private static bool RangeMark(string text, IReadOnlyList<Token> tokens, int before, ref int k)
    {
        if (k >= tokens.Count) return false;
        if (tokens[k].Term is "to" or "until" or "till" or "through" or "and" or "thru")
        {
            k++;
            return true;
        }
        var gap = text.AsSpan(tokens[before].Span.End, tokens[k].Span.Start - tokens[before].Span.End).Trim();
        return gap.Length == 1 && gap[0] is '-' or '/' or (>= '‐' and <= '―') or '−';
    }

    /// <summary>Whether two neighbouring tokens stand together: a space, a comma, a full stop of a shortened month between them at most.</summary>
    private static bool Near(IReadOnlyList<Token> tokens, int a, int b) => tokens[b].Span.Start - tokens[a].Span.End <= 2;

    private static bool Exists(int year, int month, int day) => day <= DateTime.DaysInMonth(year, month);

    private static int? NearestYear(DateOnly? reference, int month, int day)
    {
        if (reference is not { } near) return null;
        int? best = null;
        var bestDistance = int.MaxValue;
        for (var year = near.Year - 1; year <= near.Year + 1; year++)
        {
            if (!Exists(year, month, day)) continue;
            var distance = Math.Abs(new DateOnly(year, month, day).DayNumber - near.DayNumber);
            if (distance >= bestDistance) continue;
            best = year;
            bestDistance = distance;
        }
        return best;
    }
}
