using System.Collections.Frozen;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Knowledge.Answering;

/// <summary>Tells statements that can't be an answer, however near they are: without a time where a day is asked for, without money where a price is, without what is to be explained where the reason is, without both where two people met.</summary>
internal static class WhatIsAsked
{
    private static readonly FrozenSet<string> TimeWords = LanguageData.Words("time-words.txt");
    private static readonly FrozenSet<string> ReasonWords = LanguageData.Words("reason-words.txt");
    private static readonly FrozenSet<string> MotiveWords = LanguageData.Words("motive-words.txt");
    private static readonly FrozenSet<string> AmountWords = LanguageData.Words("amount-words.txt");
    private static readonly FrozenSet<string> PriceStems = LanguageData.Stems("price-words.txt");

    /// <summary>Whether none of the statements has what the question asks for.</summary>
    public static bool IsMissing(Question question, IReadOnlyList<Statement> statements) => question.Expects switch
    {
        AnswerType.Date or AnswerType.Place when IsOfOthers(question, statements) => true,
        AnswerType.Date => !statements.Any(statement => HasTime(question, statement.Fact)),
        AnswerType.Quantity when AsksHowMany(question) => !statements.Any(statement => HasCount(statement.Fact)),
        AnswerType.Quantity when question.Tokens.Any(token => PriceStems.Contains(token.Stem)) => !statements.Any(statement => statement.Fact.Quantities.Any(IsMoneyOrShare)),
        AnswerType.Reason when question.Tokens.Any(token => token.Term == "why") => IsOfNothingAsked(question, statements) || !statements.Any(statement => MayTellWhy(statement.Fact)),
        _ => false,
    };

    /// <summary>"When did Ana Varga meet Olaf Dahl?" beside her meeting with somebody else.</summary>
    private static bool IsOfOthers(Question question, IReadOnlyList<Statement> statements)
    {
        var people = question.Entities.Where(named => named.Kind == EntityKind.Person).Select(named => named.Id).Distinct().ToList();
        return people.Count > 1 && !statements.Any(statement => people.TrueForAll(person => statement.Fact.Entities.Any(named => named.Id == person)));
    }

    /// <summary>"Why did she leave the club?" beside sentences on her and the club that speak of no leaving: it needn't have happened.</summary>
    private static bool IsOfNothingAsked(Question question, IReadOnlyList<Statement> statements)
    {
        var words = question.Terms.Where(term => term.Entity is null).ToList();
        if (words.Count == 0) return false;
        var told = statements.SelectMany(statement => Tokenizer.Tokenize(statement.Fact.Text)).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        return !words.Exists(term => term.IsMetIn(told));
    }

    /// <summary>Whether a sentence has a word that gives a reason, and not only one of what should be.</summary>
    public static bool GivesReason(Statement statement) => Tokenizer.Tokenize(statement.Fact.Text).Exists(token => ReasonWords.Contains(token.Term));

    /// <summary>Whether a sentence has any word by which it may tell a reason: that something is so doesn't say why.</summary>
    private static bool MayTellWhy(Fact fact) => Tokenizer.Tokenize(fact.Text).Exists(token => ReasonWords.Contains(token.Term) || MotiveWords.Contains(token.Term));

    /// <summary>A day, an hour, or a clause that tells when ("since the storm"); a month is no day.</summary>
    private static bool HasTime(Question question, Fact fact)
    {
        if (question.AsksForDay && fact.Dates.Count > 0) return fact.When is not null || fact.Dates.Any(date => date.Precision is DatePrecision.Day or DatePrecision.Days);
        return fact.Dates.Count > 0 || fact.Times.Count > 0 || fact.When is not null || Tokenizer.Tokenize(fact.Text).Exists(token => TimeWords.Contains(token.Term));
    }

    private static bool AsksHowMany(Question question)
    {
        for (var i = 0; i + 1 < question.Tokens.Count; i++)
            if (question.Tokens[i].Term == "how" && question.Tokens[i + 1].Term == "many") return !question.Tokens.Any(token => PriceStems.Contains(token.Stem)) && !(i + 2 < question.Tokens.Count && (question.Tokens.Skip(i + 2).Any(token => SameMeasure.IsMoney(token.Stem)) || question.Tokens[i + 2].Term is "percent" or "procent" or "points"));
        return false;
    }

    /// <summary>Whether a sentence counts anything, or says that there is none: a price or a share counts nothing.</summary>
    private static bool HasCount(Fact fact) =>
        fact.Quantities.Any(quantity => !IsMoneyOrShare(quantity)) || Tokenizer.Tokenize(fact.Text).Exists(token => AmountWords.Contains(token.Term) || token.IsNumber && !IsOfOther(fact, token));

    /// <summary>Whether a number is that of a sum, a share or a day.</summary>
    private static bool IsOfOther(Fact fact, Token number)
    {
        var span = number.Span with { Start = number.Span.Start + fact.Span.Start };
        return fact.Quantities.Any(quantity => quantity.Span.Overlaps(span)) || fact.Dates.Any(date => date.Span.Overlaps(span)) || fact.Times.Any(time => time.Span.Overlaps(span));
    }

    private static bool IsMoneyOrShare(Quantity quantity) => quantity.Unit == "percent" || SameMeasure.IsMoney(quantity);
}
