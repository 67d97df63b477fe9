using ChatBot.Deliveries;

namespace ChatBot.Subscriptions;

/// <summary>What words of timing say together.</summary>
/// <param name="Rhythm">How often.</param>
/// <param name="Hour">The hour; null where none is named.</param>
/// <param name="Weekday">The weekday, 1 is Monday; null where none is named.</param>
internal readonly record struct TimingRead(Rhythm Rhythm, int? Hour, int? Weekday);

/// <summary>Reads words of timing, whatever their order: "daily at 9", "at 9 daily", "Mondays at 1", "7am". Pure.</summary>
internal static class TimingWords
{
    private static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>What is gathered, with whether something besides a lone number or day marks it as timing.</summary>
    private sealed class Gathered
    {
        public Rhythm? Rhythm { get; set; }

        public int? Hour { get; set; }

        public int? Weekday { get; set; }

        public bool IsMarkedHour { get; set; }

        public bool IsMarkedDay { get; set; }
    }

    /// <summary>The name of a weekday, 1 is Monday.</summary>
    public static string DayName(int weekday) => char.ToUpperInvariant(Days[weekday - 1][0]) + Days[weekday - 1][1..];

    /// <summary>A weekday by its name, short or of many; null where it is none.</summary>
    public static int? Day(string word) => Array.FindIndex(Days, day => day == word || day[..3] == word || day + "s" == word) is >= 0 and var at ? at + 1 : null;

    /// <summary>"Mondays": each of them.</summary>
    public static bool IsPlural(string word) => Day(word) is not null && word.EndsWith("days", StringComparison.Ordinal);

    /// <summary>"Evening", which is no hour.</summary>
    public static bool IsPartOfDay(string word) => word is "morning" or "mornings" or "afternoon" or "afternoons" or "evening" or "evenings" or "night" or "nights";

    /// <summary>What two runs of words, at the beginning and at the end, say together; null where a word of theirs is none of timing, or they don't say how often.</summary>
    /// <param name="before">Those at the beginning.</param>
    /// <param name="behind">Those at the end.</param>
    /// <param name="isWhole">Whether nothing stands between them.</param>
    public static TimingRead? Read(string[] before, string[] behind, bool isWhole)
    {
        var gathered = new Gathered();
        if (!(isWhole ? Gather([.. before, .. behind], gathered) : Gather(before, gathered) && Gather(behind, gathered))) return null;
        Rhythm? rhythm = gathered switch
        {
            { Rhythm: { } said } => said,
            { Weekday: not null } when gathered.IsMarkedDay || gathered.Hour is not null => Rhythm.Weekly,
            { Weekday: null, Hour: not null, IsMarkedHour: true } => Rhythm.Daily,
            _ => null,
        };
        return rhythm is { } read ? new TimingRead(read, gathered.Hour, gathered.Weekday) : null;
    }

    private static bool Gather(string[] words, Gathered gathered)
    {
        for (var i = 0; i < words.Length;)
        {
            var taken = Rhythmic(words[i..], gathered) is > 0 and var rhythmic ? rhythmic : Weekday(words[i..], gathered) is > 0 and var weekday ? weekday : HourOfDay(words[i..], gathered, isAlone: i == 0);
            if (taken == 0) return false;
            i += taken;
        }
        return true;
    }

    /// <summary>How many words name a rhythm, which is noted; 0 where they don't, or there is one.</summary>
    private static int Rhythmic(string[] words, Gathered gathered)
    {
        var (rhythm, taken) = words switch
        {
            ["instant" or "instantly" or "immediately", ..] => (Rhythm.Instant, 1),
            ["at", "once", ..] => (Rhythm.Instant, 2),
            ["daily", ..] => (Rhythm.Daily, 1),
            ["weekly", ..] => (Rhythm.Weekly, 1),
            ["every" or "each", "day", ..] => (Rhythm.Daily, 2),
            ["every" or "each", "week", ..] => (Rhythm.Weekly, 2),
            ["every" or "each", var day, ..] when Day(day) is not null => (Rhythm.Weekly, 1),
            _ => (default(Rhythm?), 0),
        };
        if (taken == 0 || gathered.Rhythm is not null) return 0;
        gathered.Rhythm = rhythm;
        return taken;
    }

    private static int Weekday(string[] words, Gathered gathered)
    {
        var at = words is ["on", _, ..] ? 1 : 0;
        if (gathered.Weekday is not null || at >= words.Length || Day(words[at]) is not { } day) return 0;
        gathered.Weekday = day;
        gathered.IsMarkedDay |= at > 0 || IsPlural(words[at]);
        return at + 1;
    }

    /// <summary>An hour; a number by itself is one only behind other words of timing.</summary>
    private static int HourOfDay(string[] words, Gathered gathered, bool isAlone)
    {
        var at = words is ["at", _, ..] ? 1 : 0;
        if (gathered.Hour is not null || at >= words.Length) return 0;
        var isHalf = at + 1 < words.Length && words[at + 1] is "am" or "pm";
        var word = isHalf ? words[at] + words[at + 1] : words[at];
        if (TimetableReader.Hour(word) is not { } hour) return 0;
        var isMarked = at > 0 || word.EndsWith("am", StringComparison.Ordinal) || word.EndsWith("pm", StringComparison.Ordinal);
        if (!isMarked && isAlone) return 0;
        gathered.Hour = hour;
        gathered.IsMarkedHour |= isMarked;
        at += isHalf ? 2 : 1;
        return at < words.Length && words[at] == "o'clock" ? at + 1 : at;
    }
}
