using System.Globalization;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Mentions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Updates;
using ChatBot.Questions;

namespace ChatBot.Updates;

/// <summary>Makes of what a document added what is kept and told of it. Pure.</summary>
internal static class UpdateContents
{
    /// <summary>So many other values are told of one thing, as an answer shows so many.</summary>
    private const int MostSides = 3;

    /// <summary>The news of a document, all of it; null where there is none.</summary>
    public static UpdateContent? Of(DocumentUpdate update, KnowledgeBase known)
    {
        if (!update.SaysSomethingNew) return null;
        UpdateStatement Statement(Statement statement) => UpdateContents.Statement(statement, known.UnnamedSubject(statement, update.Document));
        var listed = known.Topic.Entities.Select(entity => entity.Id).ToHashSet();
        var lines = update.Changes.Select(change => new UpdateLine(
            change.Kind, known.Topic.LabelOf(change.Attribute, change.Entity, change.EntityAsNamed), change.After is { } now ? Statement(now) : null, Before(change.Kind, change.Before),
            [.. Names([change.Entity, .. Of((change.After ?? change.Before[0]).Fact, known.Topic)], listed)],
            [.. Given((change.After ?? change.Before[0]).Fact, known.Topic).Prepend(change.Attribute.Id).Distinct(StringComparer.Ordinal)]) { Further = Further(change.Kind, change.Before), IsLate = change.IsLate, IsDenial = change.IsDenial }).ToList();
        var told = update.Changes.Select(change => change.After?.Fact.Id).ToHashSet();
        var news = update.News.Where(news => !told.Contains(news.Fact.Id)).ToList();
        lines.AddRange(news.Select(fact => new UpdateLine(fact.Kind, null, Statement(Knowledge.Answering.Statement.From(update.Document.Document, fact.Fact)), Before(fact.Kind, fact.Against),
            [.. Names(Of(fact.Fact, known.Topic), listed)], fact.IsAnotherOccasion ? [] : [.. Given(fact.Fact, known.Topic)]) { IsReversal = fact.IsReversal, IsLate = fact.IsLate, IsDenial = fact.IsDenial, Further = Further(fact.Kind, fact.Against) }));
        // What the document says instead, or no more, of an attribute is told by that.
        var withdrawn = update.Withdrawn.Where(old => !lines.Exists(line => line.Before.Any(before => before.Document == old.Fact.Id.Document.Value && before.Text == old.Fact.Text)));
        lines.AddRange(withdrawn.Select(old => new UpdateLine(NewsKind.Corrected, null, null, [Statement(old)], [.. Names(Of(old.Fact, known.Topic), listed)], [.. Given(old.Fact, known.Topic)])));
        if (lines.Count == 0) return null;
        var entities = update.News.SelectMany(fact => Of(fact.Fact, known.Topic)).Concat(update.Withdrawn.SelectMany(old => Of(old.Fact, known.Topic))).OfType<EntityId>()
            .Where(id => listed.Count == 0 || listed.Contains(id)).Concat(update.Changes.Select(change => change.Entity).OfType<EntityId>()).Select(id => id.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var attributes = update.News.Where(fact => !fact.IsAnotherOccasion).SelectMany(fact => Given(fact.Fact, known.Topic)).Concat(update.Withdrawn.SelectMany(old => Given(old.Fact, known.Topic))).Concat(update.Changes.Select(change => change.Attribute.Id))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var document = update.Document.Document;
        var outlet = Outlet(document.Source.Publisher, known.Topic);
        return new UpdateContent(
            SourceLabel.Of(document.Id, document.Source), document.Source.Publisher, lines, [.. outlet is null ? entities : entities.Append(outlet).Distinct(StringComparer.Ordinal)], [.. attributes], Outlet: outlet);

        // What the document itself said, and of what others say as many as are told: of a change the latest, of a disagreement every side.
        IReadOnlyList<UpdateStatement> Before(NewsKind kind, IEnumerable<Statement> others) => [.. others.Where(IsOwn).Take(1).Concat(others.Where(other => !IsOwn(other)).Take(Most(kind))).Select(Statement)];
        int Further(NewsKind kind, IEnumerable<Statement> others) => kind == NewsKind.Changed ? 0 : Math.Max(0, others.Count(other => !IsOwn(other)) - Most(kind));
        bool IsOwn(Statement other) => other.Fact.Id.Document == update.Document.Document.Id;
        static int Most(NewsKind kind) => kind == NewsKind.Changed ? 1 : MostSides;
    }

    /// <summary>The entity of the topic that bears a publisher's name: who follows it wants what it writes, as well as what is written of it.</summary>
    private static string? Outlet(string? publisher, Topic topic) => publisher is null ? null
        : topic.Entities.FirstOrDefault(entity => entity.Aliases.Prepend(entity.Name).Any(name => OutletName.AreSame(name, publisher)))?.Id.Value;

    /// <summary>The news for those who watch a question. What the answer now says leads; where that is not the news itself, the news follows it.</summary>
    /// <param name="news">What is new.</param>
    /// <param name="then">The answer before.</param>
    /// <param name="answer">The answer now.</param>
    /// <param name="update">The document that brings it.</param>
    /// <param name="known">What was known before.</param>
    /// <returns>Null where the answer stays, and what is new is of something else than it is.</returns>
    public static UpdateContent? Of(AnswerNews news, Answer then, Answer answer, DocumentUpdate update, KnowledgeBase known)
    {
        UpdateStatement Statement(Statement statement) => UpdateContents.Statement(statement, known.UnnamedSubject(statement, update.Document)) with { Values = Values(statement.Fact) };
        var document = update.Document.Document;
        var was = Said(then, news.Before);
        if (news.After.Count == 0) return Of([new UpdateLine(news.Kind, null, null, [.. news.Before.Select(Statement)])]);
        var told = news.After[0];
        // Of sides that disagree all are told, first the one that is new.
        var sides = answer is Disputed disputed ? disputed.Sides.Select(side => side.Statements.Any(statement => statement.Fact.Id == told.Fact.Id) ? told : side.Statements[0]).ToList() : [];
        var leading = sides.Count > 0 ? sides.Contains(told) ? null : sides[0] : Leading(answer) is { } first && !SayTheSame(first, told) ? first : null;
        var beside = sides.Where(side => side != (leading ?? told)).ToList();
        // A disagreement that was is told whole, even where one of its sides leads now; of a document that was changed, what it said.
        var said = news.Kind == NewsKind.Corrected ? news.Before.Where(statement => statement.Fact.Id.Document == news.Document && statement.Text != told.Text).ToList() : [];
        // Of more sides than an answer shows, one that was known and stands is not gone.
        if (answer is Disputed { Further: > 0 }) beside.AddRange(was.Where(statement => statement.Fact.Id.Document != news.Document && !sides.Append(told).Any(side => SayTheSame(side, statement))));
        var further = answer is Disputed { Further: var more } ? Math.Max(0, more - (beside.Count - sides.Count(side => side != (leading ?? told)))) : 0;
        var gone = was.Where(statement => sides.Count > 0 ? !answer.Statements.Concat(beside).Any(now => now.Text == statement.Text) : then is Disputed || leading is null || !SayTheSame(statement, leading)).ToList();
        IEnumerable<Statement> before = said.Count == 0 ? gone : sides.Count == 0 && said.Count == news.Before.Count ? said : [.. said, .. gone.Where(statement => said.TrueForAll(own => own.Text != statement.Text))];
        var stays = leading is not null && (Leading(then) is { } led ? SayTheSame(led, leading) : sides.Count > 0 && then is Disputed && gone.Count == 0);
        if (stays && leading is not null && !AnswerNews.AreOfOneSubject(answer.Question, leading, told)) return null;
        // An answer may tell figures that compete without a word that they do.
        if (sides.Count == 0 && answer is Told) beside = [.. answer.Statements.Where(statement => statement != leading && AnswerNews.Competes(told, statement))];
        var replaced = Replaced(told, update).ToList();
        if (leading is null) before = [.. before.Concat(replaced).Where(statement => !beside.Exists(side => side.Text == statement.Text)).DistinctBy(statement => statement.Text)];
        var isOwn = before.All(statement => statement.Fact.Id.Document == news.Document);
        var kind = stays ? NewsKind.Restated : sides.Count > 0 ? news.Kind == NewsKind.Changed ? NewsKind.Contradicting : news.Kind
            : news.Kind == NewsKind.Contradicting && leading is null && isOwn && beside.Count == 0 ? NewsKind.Changed : news.Kind;
        // What a document that doesn't lead said before it was changed stands by what it says now.
        List<Statement> own = leading is null || leading.Fact.Id.Document == news.Document ? [] : [.. before.Where(statement => statement.Fact.Id.Document == news.Document)];
        List<UpdateStatement>? stand = beside.Count > 0 || sides.Count > 0 ? [.. beside.Select(Statement)] : null;
        var lines = new List<UpdateLine> { new(kind, null, Statement(leading ?? told), [.. before.Except(own).Select(Statement)]) { Beside = leading is null || sides.Count > 0 ? stand : null, Further = further, IsLate = leading is null && IsLate(told, update) } };
        if (leading is not null) lines.Add(new UpdateLine(NewsKind.New, null, Statement(told), [.. own.Concat(replaced).DistinctBy(statement => statement.Text).Select(Statement)]) { Beside = sides.Count > 0 ? null : stand });
        return Of(lines);

        UpdateContent Of(List<UpdateLine> lines) => new(SourceLabel.Of(document.Id, document.Source), document.Source.Publisher, lines, [], []) { Then = [.. Competing(then, was).Select(Statement)] };
    }

    private static bool IsLate(Statement told, DocumentUpdate update) => update.News.Any(news => news.IsLate && news.Fact.Id == told.Fact.Id) || update.Changes.Any(change => change.IsLate && change.After?.Fact.Id == told.Fact.Id);

    /// <summary>What a document said before it was changed to say this.</summary>
    private static IEnumerable<Statement> Replaced(Statement told, DocumentUpdate update) =>
        update.Changes.Where(change => change.After?.Text == told.Text).SelectMany(change => change.Before).Concat(update.News.Where(news => news.Fact.Text == told.Text).SelectMany(news => news.Known))
            .Where(statement => statement.Fact.Id.Document == update.Document.Document.Id && !update.Document.Document.Text.Contains(statement.Text, StringComparison.Ordinal));

    /// <summary>
    /// What those are told who were given another answer: what the question, asked anew, is answered with, all sides of it; null where they were told that last.
    /// </summary>
    /// <param name="news">The news for those who watch the question.</param>
    /// <param name="said">What they were answered.</param>
    /// <param name="last">What they were told of it last.</param>
    /// <param name="answer">The answer now.</param>
    /// <param name="document">The document that brings it.</param>
    public static UpdateContent? Correction(UpdateContent news, IReadOnlyList<UpdateStatement> said, IReadOnlyList<UpdateStatement> last, Answer answer, DocumentId document)
    {
        IReadOnlyList<IReadOnlyList<Statement>> sides = answer switch
        {
            Disputed disputed => [.. disputed.Sides.Select(side => side.Statements)],
            Changed changed => [changed.Steps[^1].Statements],
            Told told => [[told.Found[0]]],
            _ => [],
        };
        bool IsSaidBy(IReadOnlyList<UpdateStatement> told) =>
            sides.All(side => side.Any(statement => told.Any(one => one.Text == statement.Text))) && told.All(one => answer.Statements.Any(statement => one.Text == statement.Text));
        if (said.Count == 0 || IsSaidBy(last) || sides.Count == 0 && !answer.Abstained) return null;
        var now = sides.Select(side => side.FirstOrDefault(statement => news.Lines.Any(line => line.Now is { } fresh && fresh.Document == statement.Citation.Document.Value && fresh.Start == statement.Citation.Span.Start)) ?? side[0])
            .Select(statement => news.Lines.SelectMany(line => line.Says).FirstOrDefault(told => told.Document == statement.Citation.Document.Value && told.Start == statement.Citation.Span.Start) ?? Statement(statement)).OrderBy(statement => last.Any(told => told.Text == statement.Text)).ToList();
        // Of more sides than an answer shows, one that was told and stands is not gone; what its document says no more is left out before it is sent.
        var further = answer is Disputed { Further: var more } ? more : 0;
        List<UpdateStatement> standing = further == 0 ? [] : [.. last.Where(told => told.Document != document.Value && !answer.Statements.Any(statement => statement.Text == told.Text) && !now.Exists(told.SaysAs)).Take(further)];
        now.AddRange(standing);
        // What stands besides what was said then was no part of that.
        var isBack = sides.Count > 0 && IsSaidBy(said) && standing.TrueForAll(told => said.Any(told.SaysAs));
        var line = new UpdateLine(isBack ? NewsKind.Restated : NewsKind.Changed, null, now.FirstOrDefault(), isBack ? [.. last.Where(told => !answer.Statements.Any(statement => statement.Text == told.Text))] : said) 
        {
            Beside = now.Count > 1 ? now[1..] : null,
            Further = further - standing.Count,
            Between = isBack || last.Where(told => !said.Concat(now).Any(one => one.Text == told.Text)).ToList() is not { Count: > 0 } between ? null : between,
        };
        return news with { IsCorrection = true, Lines = [line], Then = last };
    }

    /// <summary>What an answer said, with the figures that competed with it without a word that they did.</summary>
    private static IEnumerable<Statement> Competing(Answer answer, IReadOnlyList<Statement> said) => answer is Told && said is [var first] ? said.Concat(answer.Statements.Where(statement => AnswerNews.Competes(first, statement))) : said;

    /// <summary>What an answer says where it says one thing: of sides that disagree each in the words shown, of what changed the latest, else what leads it.</summary>
    public static IReadOnlyList<Statement> Said(Answer answer) => Said(answer, []);

    /// <summary>The same; of an answer that says several things side by side, the one that is concerned.</summary>
    private static IReadOnlyList<Statement> Said(Answer answer, IReadOnlyList<Statement> concerned) => answer switch
    {
        Disputed disputed => [.. disputed.Sides.Select(side => side.Statements[0])],
        Changed changed => [changed.Steps[^1].Statements[0]],
        Told told => [told.Found.FirstOrDefault(found => concerned.Any(statement => statement.Fact.Id == found.Fact.Id)) ?? told.Found[0]],
        _ => [],
    };

    /// <summary>What an answer says first; null where it says several things at once, or none.</summary>
    private static Statement? Leading(Answer answer) => answer switch
    {
        Told told => told.Found[0],
        Changed changed => changed.Steps[^1].Statements[0],
        _ => null,
    };

    private static bool SayTheSame(Statement one, Statement other) => one.Fact.Id == other.Fact.Id && one.Fact.Text == other.Fact.Text || one.Text == other.Text
        || one.Fact.Attributes.Any(value => other.Fact.Attributes.Any(same => value.Attribute == same.Attribute && value.Entity == same.Entity
            && Typed(value) is { } typed && typed == Typed(same)));

    private static (DateRange?, double?, string?, EntityId?, bool?)? Typed(AttributeValue value) =>
        value is { Dates: null, Number: null, Named: null, Yes: null } ? null : (value.Dates, value.Number?.Value, value.Number?.Unit, value.Named, value.Yes);

    /// <summary>What a fact gives the topic's attributes, for comparing answers whose words differ; null where that is nothing. Of an attribute with several values nobody can tell which is meant.</summary>
    private static IReadOnlyDictionary<string, string>? Values(Fact fact)
    {
        var values = fact.Attributes.Where(value => Typed(value) is not null).GroupBy(value => $"{value.Attribute} {value.Entity?.Value}").Where(same => same.Select(Typed).Distinct().Count() == 1)
            .ToDictionary(same => same.Key, same => Written(same.First()), StringComparer.Ordinal);
        return values.Count == 0 ? null : values;
    }

    private static string Written(AttributeValue value) => string.Create(
        CultureInfo.InvariantCulture, $"{value.Dates?.From:O} {value.Dates?.To:O} {value.Number?.Value:R} {value.Number?.Unit} {value.Named?.Value} {value.Yes}");

    /// <summary>What a sentence names; a thing of several words by all of them, in whatever order and number: "a target for spending" names the spending target.</summary>
    private static IEnumerable<EntityId?> Of(Fact fact, Topic topic)
    {
        var said = Stems(fact);
        return fact.Entities.Select(mention => (EntityId?)mention.Id)
            .Concat(topic.Entities.Where(entity => entity.Kind == EntityKind.Thing && entity.Aliases.Prepend(entity.Name).Any(name => IsNamedIn(name, said))).Select(entity => (EntityId?)entity.Id)).Distinct();
    }

    private static HashSet<string> Stems(Fact fact) => Tokenizer.Tokenize(fact.Text).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Given(Fact fact, Topic topic)
    {
        var said = Stems(fact);
        return fact.SpokenOf.Select(value => value.Attribute).Concat(topic.Attributes.Where(attribute => IsNamedIn(attribute.Label, said)).Select(attribute => attribute.Id))
            .Concat(topic.Attributes.Where(attribute => attribute is { Value: AttributeValueKind.Dates, Entity: { } happening } && CallingOff.IsSpokenOf(fact, happening)).Select(attribute => attribute.Id)).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Whether a sentence has all words of a name or label: who follows what is called so wants to hear of that, whether or not a value can be read from it.</summary>
    private static bool IsNamedIn(string label, HashSet<string> said)
    {
        var words = Tokenizer.Tokenize(label).Where(token => !token.IsStopWord).Select(token => token.Stem).ToList();
        return words.Count > 1 && words.TrueForAll(said.Contains);
    }

    private static IEnumerable<string> Names(IEnumerable<EntityId?> entities, HashSet<EntityId> listed) =>
        entities.OfType<EntityId>().Where(id => listed.Count == 0 || listed.Contains(id)).Select(id => id.Value).Distinct(StringComparer.Ordinal);

    /// <summary>A statement as it is kept and told.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="who">Whom it is about, where its words don't tell.</param>
    public static UpdateStatement Statement(Statement statement, string? who = null) => new(
        statement.Citation.Document.Value, statement.Citation.Span.Start, statement.Text, SourceLabel.Of(statement.Citation), statement.Citation.Source.Url?.AbsoluteUri) { Who = who };
}
