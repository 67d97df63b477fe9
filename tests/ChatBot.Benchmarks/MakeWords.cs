using System.Text;
using System.Text.Json;
using ChatBot.Knowledge.Text;

namespace ChatBot.Benchmarks;

/// <summary>
/// Makes the vocabulary of general English, <c>Text/Data/words.txt</c>, again: the words of paragraphs and of messages with how common they are, and the list by hand in
/// <c>Words/common-words.txt</c> with its regular forms. <c>-- make-words --documents newwiki.documents.jsonl --messages hwu64.train.jsonl --out words.txt</c>.
/// </summary>
internal static class MakeWords
{
    private const int RareInMessages = 3; // Typed in haste: what fewer have is as likely a misspelling.
    private const int RareIfShort = 12;
    private const int CommonClass = 6;    // A word of the list by hand is at least as common as one that occurs 32 times.

    public static int Run(string[] args)
    {
        if (Value(args, "--documents") is not { } documents || Value(args, "--messages") is not { } messages || Value(args, "--out") is not { } output)
        {
            Console.Error.WriteLine("Usage: -- make-words --documents FILE --messages FILE --out FILE");
            return 2;
        }
        var classes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, (lower, capital)) in Count(documents))
        {
            // Seen only with a capital it is a name: once is not enough to call it a word.
            // Short rare ones are mostly pieces of other languages, and would hide slips such as "si".
            if ((lower > 0 || capital > 1) && (word.Length > 3 || lower + capital >= RareIfShort)) Raise(classes, word, ClassOf(lower + capital));
        }
        foreach (var (word, (lower, capital)) in Count(messages))
            if (lower + capital >= (word.Length > 3 ? RareInMessages : RareIfShort)) Raise(classes, word, ClassOf(lower + capital));
        foreach (var word in ByHand()) Raise(classes, word, CommonClass);

        using var writer = new StreamWriter(output, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine("# Words of general English by how common they are: \"class: words\"; class n occurs 2^(n-1) to 2^n times. Made by `-- make-words` of the benchmarks.");
        writer.WriteLine("# Counted in paragraphs of Wikipedia (CC BY-SA) and in messages to a home assistant (CC BY 4.0); single words and counts only.");
        foreach (var group in classes.GroupBy(pair => pair.Value, pair => pair.Key).OrderByDescending(group => group.Key))
            foreach (var line in group.Chunk(20)) writer.WriteLine($"{group.Key}: {string.Join(' ', line)}");
        Console.WriteLine($"{classes.Count} words in {output}.");
        return 0;
    }

    private static int ClassOf(int count) => (int)Math.Log2(count) + 1;

    private static void Raise(SortedDictionary<string, int> classes, string word, int to)
    {
        if (word.Length > 1 || word is "a" or "i") classes[word] = Math.Max(classes.GetValueOrDefault(word), to);
    }

    private static Dictionary<string, (int Lower, int Capital)> Count(string file)
    {
        var counts = new Dictionary<string, (int Lower, int Capital)>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            foreach (var token in Tokenizer.Tokenize(json.RootElement.GetProperty("text").GetString() ?? ""))
            {
                if (token.IsNumber || !token.Term.All(c => char.IsAsciiLetterLower(c) || c == '\'')) continue;
                var (lower, capital) = counts.GetValueOrDefault(token.Term);
                counts[token.Term] = token.IsCapitalised || token.Traits.HasFlag(TokenTraits.AllCapitals) ? (lower, capital + 1) : (lower + 1, capital);
            }
        }
        return counts;
    }

    private static IEnumerable<string> ByHand()
    {
        var section = "";
        foreach (var line in File.ReadLines(Repository.Benchmarks("Words", "common-words.txt")))
        {
            if (line.StartsWith('#')) continue;
            if (line.StartsWith('[')) section = line.Trim('[', ']');
            else
            {
                foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    foreach (var form in Forms(word, section)) yield return form;
            }
        }
    }

    private static IEnumerable<string> Forms(string word, string section) => section switch
    {
        "verbs" => [word, Plural(word), WithEnding(word, "ed"), WithEnding(word, "ing")],
        "nouns" when word.Length > 2 => [word, Plural(word)],
        "adjectives" when word.Length > 3 => [word, Adverb(word)],
        _ => [word],
    };

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static string Plural(string word) =>
        word.EndsWith('y') && !IsVowel(word[^2]) ? word[..^1] + "ies"
        : word.EndsWith('s') || word.EndsWith('x') || word.EndsWith('z') || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) ? word + "es"
        : word + "s";

    private static string Adverb(string word) =>
        word.EndsWith('y') && !IsVowel(word[^2]) ? word[..^1] + "ily"
        : word.EndsWith("le", StringComparison.Ordinal) && !IsVowel(word[^3]) ? word[..^1] + "y"
        : word.EndsWith("ic", StringComparison.Ordinal) ? word + "ally"
        : word + "ly";

    private static string WithEnding(string word, string ending)
    {
        if (word.EndsWith("ie", StringComparison.Ordinal) && ending == "ing") return word[..^2] + "ying";
        if (word.EndsWith('e')) return (ending == "ed" || word.EndsWith("ee", StringComparison.Ordinal) ? word[..^(ending == "ed" ? 1 : 0)] : word[..^1]) + ending;
        if (word.EndsWith('y') && !IsVowel(word[^2]) && ending == "ed") return word[..^1] + "ied";
        var vowels = word.Count(IsVowel);
        var doubles = vowels == 1 && word.Length > 2 && IsVowel(word[^2]) && !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or 'y')
            || word is "admit" or "permit" or "commit" or "submit" or "refer" or "defer" or "occur" or "regret" or "control" or "cancel" or "travel" or "transfer" or "label" or "deter" or "omit" or "transmit" or "fulfil";
        return doubles ? word + word[^1] + ending : word + ending;
    }

    private static string? Value(string[] args, string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
