using System.Collections.Frozen;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Text.Spelling;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Mentions;

/// <summary>
/// Discovers names that no topic lists: runs of capitalised words within a sentence. A capitalised word that only begins a sentence counts where
/// the document writes it with a capital elsewhere too.
/// </summary>
internal sealed class NameFinder
{
    private static readonly FrozenSet<string> Particles = LanguageData.Words("name-particles.txt");
    private static readonly FrozenSet<string> OrganisationWords = LanguageData.Words("organisation-words.txt");
    private static readonly FrozenSet<string> PlaceWords = LanguageData.Words("place-words.txt");
    private static readonly FrozenSet<string> FirstNames = LanguageData.Words("first-names.txt");
    private static readonly FrozenSet<string> Honorifics = LanguageData.Words("honorifics.txt");

    /// <summary>Forms of address that are no part of anybody's name, as "Saint" may be.</summary>
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal) { "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame" };

    /// <summary>Words from one that moves to the place where to.</summary>
    private const int MostWordsOfMove = 6;

    private static readonly FrozenSet<string> MovingStems = MovingWords.OfDays.Where(words => words.Length == 1).Select(words => words[0]).ToFrozenSet(StringComparer.Ordinal);

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _notOnlyOwners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (EntityId Id, EntityKind Kind)> _bySurname = new(StringComparer.Ordinal);

    /// <summary>Reads a whole document's tokens once, to learn which words it writes with capitals in the middle of sentences.</summary>
    /// <param name="sentences">The tokens of each sentence of running text; titles and headings, where every word has a capital, are left out by the caller.</param>
    public NameFinder(IEnumerable<IReadOnlyList<Token>> sentences)
    {
        foreach (var sentence in sentences)
            for (var i = 0; i < sentence.Count; i++)
            {
                if (i > 0 && IsNameWord(sentence, i)) _names.Add(sentence[i].Term);
                if (IsNameWord(sentence[i]) && !MayOwn(sentence, i)) _notOnlyOwners.Add(sentence[i].Term);
            }
    }

    /// <summary>"Tanner's Wharf": a possessive before the noun of a place.</summary>
    private static bool MayOwn(IReadOnlyList<Token> tokens, int i) => (tokens[i].Traits & TokenTraits.Possessive) != 0 && i + 1 < tokens.Count && tokens[i + 1].IsCapitalised && PlaceWords.Contains(tokens[i + 1].Term);

    /// <summary>Whether a possessive is a part of a place's name, because the document names nobody and nothing else by that word.</summary>
    private bool IsPartOfPlace(IReadOnlyList<Token> tokens, int i) => MayOwn(tokens, i) && !_notOnlyOwners.Contains(tokens[i].Term) && (i == 0 || !IsNameWord(tokens, i - 1));

    /// <summary>The names among the tokens of one sentence that lie outside <paramref name="taken"/> spans.</summary>
    public List<EntityMention> Find(string text, IReadOnlyList<Token> tokens, IReadOnlyList<EntityMention> taken)
    {
        var found = new List<EntityMention>();
        var offices = Offices.Mark(tokens);
        for (var i = 0; i < tokens.Count;)
        {
            if (!IsNameWord(tokens, i) || Covered(tokens[i].Span, taken) || offices[i])
            {
                i++;
                continue;
            }
            var end = i + 1;
            while (end < tokens.Count && !Covered(tokens[end].Span, taken) && Adjoins(text, tokens, end))
            {
                if (IsNameWord(tokens, end) && !offices[end]) end++;
                else if (IsJoinedByFor(tokens, end) && IsNameWord(tokens[end + 1]) && Adjoins(text, tokens, end + 1)) end += 2;
                else if (Particles.Contains(tokens[end].Term) && end + 1 < tokens.Count && IsNameWord(tokens[end + 1]) && Adjoins(text, tokens, end + 1)) end += 2;
                else break;
            }
            var start = i;
            // "Tech billionaire", "Speaking": the first word of a sentence is a name only where the document says so elsewhere.
            if (start == 0 && !_names.Contains(tokens[0].Term) && (tokens[0].Traits & TokenTraits.AllCapitals) == 0 && (end - start == 1 || EnglishWord(tokens[0]))) start++;
            else if (end - start == 1 && OpensQuotation(text, tokens[start].Span)) start++;
            while (start + 1 < end && Titles.Contains(tokens[start].Term)) start++;
            if (start < end) found.Add(Mention(text, tokens, start, end));
            i = end;
        }
        return found;
    }

    /// <summary>"The sign read: 'Closed because open'": the English word that begins what is quoted has its capital from there; quoted alone it is a title.</summary>
    private static bool OpensQuotation(string text, TextSpan word) =>
        word.Start > 0 && text[word.Start - 1] is '"' or '“' or '‘' or '\'' && word.End < text.Length && text[word.End] is ' ' or ',' && SpellingCorrector.English.Knows(Folding.Fold(word.Of(text)));

    private EntityMention Mention(string text, IReadOnlyList<Token> tokens, int start, int end)
    {
        // "Vance-Lindqvist": the surname is all that hyphens join.
        var surname = end - 1;
        while (surname > start && text[tokens[surname - 1].Span.End] == '-') surname--;
        var span = TextSpan.FromBounds(tokens[start].Span.Start, tokens[end - 1].Span.End);
        var terms = tokens.Skip(start).Take(end - start).Select(token => token.Term).ToArray();
        if (surname == start && _bySurname.TryGetValue(string.Join('-', terms), out var known)) return new EntityMention(span, known.Id, known.Kind, false);
        var kind = Kind(tokens, start, end, terms);
        var id = new EntityId(string.Join('-', terms).Replace("'", "", StringComparison.Ordinal));
        if (kind == EntityKind.Person && surname > start) _bySurname.TryAdd(string.Join('-', terms.Skip(surname - start)), (id, kind));
        return new EntityMention(span, id, kind, false);
    }

    private static EntityKind Kind(IReadOnlyList<Token> tokens, int start, int end, string[] terms)
    {
        if (terms.Any(OrganisationWords.Contains)) return EntityKind.Organisation;
        if (terms.Any(PlaceWords.Contains)) return EntityKind.Place;
        if (start > 0 && (Offices.IsOfficeWord(tokens[start - 1].Term) || Honorifics.Contains(tokens[start - 1].Term))) return EntityKind.Person;
        if (terms.Length == 1 && (tokens[start].Traits & TokenTraits.AllCapitals) != 0) return EntityKind.Organisation;
        // "Took over from Colin Speight".
        if (start > 0 && tokens[start - 1].Term is "in" or "at" or "near" or "from" && terms.Length <= 2 && !IsPersonal(terms)) return EntityKind.Place;
        if (terms.Length <= 2 && !IsPersonal(terms) && IsWhereTo(tokens, start)) return EntityKind.Place;
        return (terms.Length is 2 or 3 or 4 || start > 0 && Titles.Contains(tokens[start - 1].Term)) && !tokens.Skip(start).Take(end - start).Any(token => (token.Traits & TokenTraits.AllCapitals) != 0) ? EntityKind.Person : EntityKind.Thing;
    }

    /// <summary>"Moved to Delft", "relocated from The Hague to Delft": where something takes place instead.</summary>
    private static bool IsWhereTo(IReadOnlyList<Token> tokens, int start)
    {
        if (start < 2 || tokens[start - 1].Term != "to") return false;
        for (var i = start - 2; i >= Math.Max(0, start - MostWordsOfMove); i--)
            if (MovingStems.Contains(tokens[i].Stem)) return true;
        return false;
    }

    /// <summary>Whether a name of several words begins with somebody's first name and has no place's word.</summary>
    public static bool IsPersonal(IReadOnlyList<string> terms) => terms.Count == 2 && FirstNames.Contains(terms[0]) && !terms.Any(PlaceWords.Contains);

    /// <summary>"Institute for Hazard Studies", "Office for Statistics": behind an organisation's word "for" goes on with its name.</summary>
    private static bool IsJoinedByFor(IReadOnlyList<Token> tokens, int at) => tokens[at].Term == "for" && at + 1 < tokens.Count && OrganisationWords.Contains(tokens[at - 1].Term);

    /// <summary>"Jan Merk" is somebody; "in Jan Merk said" hardly anybody writes, "in May Rutte said" everybody.</summary>
    private static bool IsNameWord(IReadOnlyList<Token> tokens, int i) =>
        IsNameWord(tokens[i]) || tokens[i] is { IsCapitalised: true, IsStopWord: false } && FirstNames.Contains(tokens[i].Term) && i + 1 < tokens.Count && IsNameWord(tokens[i + 1]) && (i == 0 || !tokens[i - 1].IsNumber && tokens[i - 1].Term is not ("in" or "of" or "since" or "until" or "by" or "last" or "next"));

    private static bool IsNameWord(Token token) =>
        token.IsCapitalised && !token.IsStopWord && (token.Term.Length > 1) && Calendar.Month(token.Term) is null && Calendar.Weekday(token.Term) is null;

    /// <summary>Words of a run are parted by one space or a hyphen; anything else ends the name.</summary>
    private bool Adjoins(string text, IReadOnlyList<Token> tokens, int i)
    {
        if ((tokens[i - 1].Traits & TokenTraits.Possessive) != 0) return IsPartOfPlace(tokens, i - 1);
        var gap = tokens[i].Span.Start - tokens[i - 1].Span.End;
        return gap == 1 && text[tokens[i - 1].Span.End] is ' ' or '-' or '\u00A0';
    }

    /// <summary>"Speaking Ada Lorne", "Neighbours Ada and Ulf": a form of an English word begins the sentence, not the name. "Dagny" is none.</summary>
    private static bool EnglishWord(Token token) =>
        (token.Stem != token.Term || token.Term.EndsWith("ing", StringComparison.Ordinal)) && !FirstNames.Contains(token.Term) && SpellingCorrector.English.Knows(token.Term);

    private static bool Covered(TextSpan span, IReadOnlyList<EntityMention> taken)
    {
        foreach (var mention in taken)
            if (mention.Span.Overlaps(span)) return true;
        return false;
    }
}
