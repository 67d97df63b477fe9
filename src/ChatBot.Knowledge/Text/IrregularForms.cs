using System.Collections.Frozen;

namespace ChatBot.Knowledge.Text;

/// <summary>Forms of English words that no rule of endings joins with their base ("broke", "break").</summary>
internal static class IrregularForms
{
    private static readonly FrozenDictionary<string, string> Bases = LanguageData.Lines("irregular-forms.txt").Select(line => line.Split(' '))
        .SelectMany(forms => forms.Skip(1).Select(form => KeyValuePair.Create(form, forms[0]))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The base form of <paramref name="term"/>; the term itself where it is no irregular form.</summary>
    public static string BaseOf(string term) => Bases.GetValueOrDefault(term, term);

    private static readonly FrozenSet<string> PastAlone = LanguageData.Lines("irregular-forms.txt").Select(line => line.Split(' ')).Where(forms => forms.Length > 2 && forms[1] != forms[0]).Select(forms => forms[1]).Append("came").Append("became").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether <paramref name="term"/> tells what somebody did, and can't tell what was done to somebody: "spoke", beside "spoken".</summary>
    public static bool IsPastAlone(string term) => PastAlone.Contains(term);

    /// <summary>Whether <paramref name="term"/> is such a form.</summary>
    public static bool IsPast(string term) => Bases.ContainsKey(term);
}
