using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>Tells an appeal ("Share this now!", "Please subscribe.", "Don't miss it!") from a claim (<c>appeal-words.txt</c>). What has a verb with a subject says something, and is none.</summary>
internal static class Appeal
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = LanguageData.LabelledWords("appeal-words.txt");

    /// <summary>Whether a sentence only asks its readers to do something.</summary>
    public static bool IsOne(string sentence)
    {
        var tokens = Tokenizer.Tokenize(sentence);
        var verb = tokens.FindIndex(token => !Lists["leading"].Contains(token.Term));
        if (verb < 0 || ClauseVerbs.Within(tokens, verb, tokens.Count) >= 0 || tokens.Exists(token => ReportingVerbs.StanceOf(token.Term) is not null)) return false;
        if (Lists["urging"].Contains(tokens[verb].Term) || tokens[verb].Term == "do" && verb + 1 < tokens.Count && tokens[verb + 1].Term == "not") return true;
        if (!Lists["verbs"].Contains(tokens[verb].Term)) return false;
        if (verb + 1 == tokens.Count) return true;
        var next = tokens[verb + 1].Term;
        return Lists["behind"].Contains(next) || Lists["articles"].Contains(next) && tokens.Skip(verb + 2).All(token => !token.IsNumber && !token.IsCapitalised);
    }
}
