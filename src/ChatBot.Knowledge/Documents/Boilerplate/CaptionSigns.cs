using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Documents.Boilerplate;

/// <summary>Recognises the caption of a picture by its words: an agency's credit, "Photo:", "pose for a picture".</summary>
internal static partial class CaptionSigns
{
    private static readonly FrozenSet<string> Agencies = LanguageData.Lines("agencies.txt").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether <paramref name="text"/> is a caption.</summary>
    public static bool Mark(string text)
    {
        if (text.Length > 1500) return false;
        if (Opening().IsMatch(text) || HasBracketedCredit(text)) return true;
        if (EndingCredit().Match(text) is { Success: true } ending && IsAgency(ending.Groups[1].Value)) return true;
        return Posing().IsMatch(text) && !text.Contains('"') && !text.Contains('“');
    }

    /// <summary>Whether <paramref name="text"/> is nothing but who took the picture: "(AP Photo/…)", "AFP/…".</summary>
    public static bool IsCreditOnly(string text) =>
        text is ['(', .., ')'] or ['[', .., ']'] && HasBracketedCredit(text) || EndingCredit().Match(text) is { Success: true, Index: 0 } ending && IsAgency(ending.Groups[1].Value);

    /// <summary>A bracket at the end that names an agency or a photographer.</summary>
    private static bool HasBracketedCredit(string text)
    {
        if (BracketAtEnd().Match(text) is not { Success: true } bracket) return false;
        var credit = bracket.Groups[1].Value;
        return CreditWord().IsMatch(credit) || credit.Split('/', '|', ',', ';').Any(IsAgency);
    }

    private static bool IsAgency(string name) => Agencies.Contains(Folding.Fold(name.AsSpan().Trim()));

    [GeneratedRegex(@"^(?:photo(?:graph)?|picture|image|illustration|caption|file photo|foto)\s*(?:by\b|credit\b|courtesy\b|for\b|:|\(|–|—|-)", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"[\(\[]([^()\[\]]{2,120})[\)\]]\.?$")]
    private static partial Regex BracketAtEnd();

    [GeneratedRegex(@"\b(?:photo|photograph|picture|image|images|credit|courtesy)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CreditWord();

    [GeneratedRegex(@"(?:^|[.!?”""’'\)]\s+|\s[-–—|]\s)(?:(?:photo|image|picture|credit)s?\s*(?:by|:)\s*)?([\p{Lu}][\p{L} -]{1,25})\s*/\s*[\p{Lu}][\p{L}\p{M}'’. -]{2,40}$")]
    private static partial Regex EndingCredit();

    [GeneratedRegex(@"\b(?:poses?|posed|posing) for (?:a|an|the)\b.{0,30}\b(?:photo|picture|photograph|portrait|selfie)\b|\bpictured\b.{0,40}$", RegexOptions.IgnoreCase)]
    private static partial Regex Posing();
}
