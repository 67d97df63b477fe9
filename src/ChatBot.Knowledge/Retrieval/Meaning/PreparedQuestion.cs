using System.Collections.Frozen;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Retrieval.Meaning;

/// <summary>What all facts are weighed against: the question, prepared once.</summary>
internal sealed record PreparedQuestion(
    Question Question, UnitMatches Units, LikeStems.Reading Likeness, double TotalImportance, UnitMatches Carried, bool HasUnknownName,
    IReadOnlyList<(int? Group, EntityId? Place)> Offices, Func<EntityId, EntityId?> Represents, IReadOnlyDictionary<EntityId, double> EntityImportance)
{
    private static readonly FrozenSet<string> JudgingWords = LanguageData.Words("judging-words.txt");
    private static readonly FrozenSet<string> QualifyingWords = LanguageData.Words("qualifying-words.txt");
    private static readonly HashSet<string> OtherWords = new(StringComparer.Ordinal) { "next", "previous", "previously", "former", "formerly", "predecessor", "successor", "before", "other", "another" };

    /// <summary>Words of the question that ask for a judgement ("should", "best").</summary>
    public IReadOnlyList<string> Judgements { get; } = [.. Question.Tokens.Select(token => token.Term).Where(JudgingWords.Contains)];

    /// <summary>Words of the question that ask for another one than is spoken of ("next").</summary>
    public IReadOnlyList<string> Others { get; } = [.. Question.Tokens.Where((token, i) => OtherWords.Contains(token.Term) || IsAfterThisOne(Question.Tokens, i)).Select(token => token.Term)];

    /// <summary>Words that turn the question's meaning ("before", "next", "already").</summary>
    public IReadOnlyList<string> Qualifiers { get; } = [.. Question.Tokens.Select(token => token.Term).Where(QualifyingWords.Contains)];

    /// <summary>Those the question names, as an array: quicker to go through.</summary>
    public EntityMention[] Named { get; } = [.. Question.Entities];

    /// <summary>The attributes asked for, each with how surely.</summary>
    public (string Attribute, double Share)[] AttributesAsked { get; } = [.. Question.AttributesAsked.Select(asked => (asked.Key, asked.Value))];

    /// <summary>The figures that the question gives, those of dates and names left out.</summary>
    public IReadOnlyList<string> Figures { get; } = [.. Question.Tokens.Where(token => token.IsNumber && !Question.Dates.Any(date => date.Span.Overlaps(token.Span)) && !Question.Entities.Any(mention => mention.Span.Overlaps(token.Span))).Select(token => token.Term)];

    /// <summary>Who is asked to do what.</summary>
    public Doing? Doing { get; } = Doing.Of(Question);

    /// <summary>Whether the photographer of a picture is wanted.</summary>
    public bool AsksForPhotographer { get; } = PhotoCredit.IsAsked(Question);

    /// <summary>The units that stand behind "about".</summary>
    public IReadOnlyList<int> About { get; } = BehindAbout(Question, Units.Units);

    /// <summary>"The one after this one"; "after" alone only tells a time.</summary>
    private static bool IsAfterThisOne(IReadOnlyList<Token> tokens, int i) => tokens[i].Term == "after" && i + 2 < tokens.Count && tokens[i + 1].Term is "this" or "that" && tokens[i + 2].Term == "one";

    private static List<int> BehindAbout(Question question, IReadOnlyList<QuestionUnit> units)
    {
        var from = int.MaxValue;
        foreach (var token in question.Tokens)
            if (token.Term is "about" or "regarding" or "concerning") from = Math.Min(from, token.Span.End);
        return from == int.MaxValue ? [] : [.. Enumerable.Range(0, units.Count).Where(u => Stands(question, units[u], from))];
    }

    private static bool Stands(Question question, QuestionUnit unit, int from)
    {
        foreach (var mention in question.Entities)
            if (mention.Id == unit.Entity) return mention.Span.Start >= from;
        foreach (var token in question.Tokens)
            if (token.Stem == unit.Term.Stem) return token.Span.Start >= from;
        return false;
    }
}
