using System.Security.Cryptography;
using System.Text;
using ChatBot.Knowledge.Documents;
using ChatBot.Store;

namespace ChatBot.Sources.Feeds;

/// <summary>What an entry is, held against what its feed has brought before.</summary>
internal enum EntryNews
{
    /// <summary>Nothing about it has changed.</summary>
    Same,

    /// <summary>It has not been there before.</summary>
    New,

    /// <summary>It says something else than before.</summary>
    Changed,

    /// <summary>Under another id it says what an entry has said before.</summary>
    Repeated,

    /// <summary>It has gone back to an earlier text, and hasn't stayed there long enough to be believed.</summary>
    WentBack,
}

/// <summary>One entry judged.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="News">What it is.</param>
/// <param name="Remembered">What is to be remembered of it.</param>
internal sealed record JudgedEntry(FeedEntry Entry, EntryNews News, RememberedEntry Remembered);

/// <summary>
/// Tells what is new in a feed, so that nobody is flooded: an entry counts by what it says and not by its id alone, so a feed that repeats its history with
/// new ids brings nothing; one that swings between two texts (two servers that disagree, a test of headlines) is believed only once it has gone back to an
/// earlier text for <see cref="LooksToBelieve"/> looks in a row.
/// </summary>
internal static class FeedMemory
{
    /// <summary>How many looks in a row an entry must show an earlier text to be taken back to it.</summary>
    public const int LooksToBelieve = 3;

    private const int MostEarlier = 10;

    /// <summary>Judges a feed's entries.</summary>
    /// <param name="source">The source's name.</param>
    /// <param name="entries">The feed's entries; of two with one id the first counts.</param>
    /// <param name="known">What is remembered of the source.</param>
    /// <param name="now">When it was asked.</param>
    /// <param name="fromPages">Whether what is read is the linked pages: then an entry says that its page has changed by when it was last changed.</param>
    public static IReadOnlyList<JudgedEntry> Judge(string source, IReadOnlyList<FeedEntry> entries, IReadOnlyList<RememberedEntry> known, DateTimeOffset now, bool fromPages = false)
    {
        // What all have in common is when the feed was made.
        var moments = fromPages ? entries.Select(entry => entry.Updated).OfType<string>().CountBy(moment => moment).Where(moment => moment.Value == 1).Select(moment => moment.Key).ToHashSet(StringComparer.Ordinal) : [];
        var byKey = known.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        var byContent = new Dictionary<string, DocumentId>(StringComparer.Ordinal);
        foreach (var entry in known)
            foreach (var content in (ReadOnlySpan<string>)[entry.Content, .. entry.Earlier]) byContent.TryAdd(content, entry.Document);
        var here = entries.Select(Key).ToHashSet(StringComparer.Ordinal);
        // Documents whose entries are still there are theirs: another entry with the same link is another document.
        var owned = known.Where(entry => here.Contains(entry.Key)).Select(entry => entry.Document).ToHashSet();
        var judged = new List<JudgedEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var (key, content) = (Key(entry), ContentOf(entry, entry.Updated is { } moment && moments.Contains(moment) ? moment : null));
            if (!seen.Add(key)) continue;
            var (news, remembered) = byKey.TryGetValue(key, out var before) ? Again(before, content, now)
                : byContent.TryGetValue(content, out var same) ? (EntryNews.Repeated, new RememberedEntry(key, same, content, [], null, 0, now))
                : (EntryNews.New, new RememberedEntry(key, NewId(source, entry, key, owned), content, [], null, 0, now));
            byContent.TryAdd(content, remembered.Document);
            owned.Add(remembered.Document);
            judged.Add(new JudgedEntry(entry, news, remembered));
        }
        return judged;
    }

    private static (EntryNews, RememberedEntry) Again(RememberedEntry before, string content, DateTimeOffset now)
    {
        if (content == before.Content) return (EntryNews.Same, before with { Waiting = null, WaitingFor = 0, SeenAt = now });
        var changed = before with { Content = content, Earlier = [before.Content, .. before.Earlier.Where(text => text != content).Take(MostEarlier - 1)], Waiting = null, WaitingFor = 0, SeenAt = now };
        if (!before.Earlier.Contains(content)) return (EntryNews.Changed, changed);
        var looks = before.Waiting == content ? before.WaitingFor + 1 : 1;
        return looks >= LooksToBelieve ? (EntryNews.Changed, changed) : (EntryNews.WentBack, before with { Waiting = content, WaitingFor = looks, SeenAt = now });
    }

    private static DocumentId NewId(string source, FeedEntry entry, string key, HashSet<DocumentId> owned) =>
        entry.Link is { } link && DocumentAddress.IdOf(link) is var id && !owned.Contains(id) ? id : DocumentAddress.Named($"{source} {entry.Title}", $"{source}\n{key}");

    private static string Key(FeedEntry entry) => Digest(entry.Id ?? entry.Link?.AbsoluteUri ?? ContentOf(entry));

    /// <summary>Of what a reader sees: markup (and with it the pixels that count readers), dates and links don't make another text.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="changed">When its page was last changed; null where that doesn't count.</param>
    private static string ContentOf(FeedEntry entry, string? changed = null) => Digest($"{entry.Title}\n{(entry.IsHtml ? FeedReader.PlainText(entry.Content) : string.Join(' ', entry.Content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))}{(changed is null ? "" : "\n" + changed)}");

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16]);
}
