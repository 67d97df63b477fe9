using ChatBot.Knowledge.Text;
using ChatBot.Updates;

namespace ChatBot.Subscriptions;

/// <summary>What an update can be looked up by, and whether it is for a subscription. For use by one thread.</summary>
internal sealed class UpdateTerms
{
    /// <summary>The anchor of keywords any of which will do: each update is compared with them.</summary>
    private const string AnyKeywords = "";

    private readonly HashSet<string> _entities;
    private readonly HashSet<string> _attributes;
    private readonly string? _publisher;
    private readonly string? _question;
    private readonly List<List<string>> _statements;
    private readonly HashSet<string> _asWritten;
    private readonly Dictionary<string, bool> _compared = new(StringComparer.Ordinal);

    public UpdateTerms(UpdateContent content, string? question)
    {
        _entities = [.. content.Entities];
        _attributes = [.. content.Attributes];
        _publisher = content.Publisher;
        _question = question;
        var texts = content.Lines.SelectMany(line => line.Texts).Select(Tokenizer.Tokenize).ToList();
        _asWritten = [.. texts.SelectMany(tokens => tokens).Select(token => token.Stem)];
        _statements = [.. texts.Select(Keywords.StemsOf)];
    }

    /// <summary>The kinds and anchors of the subscriptions that may be concerned; every one that is has one of these.</summary>
    public IEnumerable<(SubscriptionKind Kind, string Anchor)> Anchors()
    {
        if (_question is not null)
        {
            yield return (SubscriptionKind.Question, AnchorOf(SubscriptionKind.Question, _question));
            yield break;
        }
        yield return (SubscriptionKind.Everything, "");
        foreach (var entity in _entities) yield return (SubscriptionKind.Entity, entity);
        foreach (var attribute in _attributes) yield return (SubscriptionKind.Attribute, attribute);
        if (_publisher is not null)
            foreach (var name in Written(_publisher)) yield return (SubscriptionKind.Source, name);
        yield return (SubscriptionKind.Keywords, AnyKeywords);
        // What was followed before spellings were compared as one is kept by the word as it was typed.
        foreach (var stem in _statements.SelectMany(stems => stems).Concat(_asWritten).Concat(Keywords.StemsOf(_publisher ?? "")).Select(Keywords.StemOf).Distinct(StringComparer.Ordinal)) yield return (SubscriptionKind.Keywords, stem);
    }

    /// <summary>Whether the update is for those who follow this.</summary>
    public bool Concern(SubscriptionKind kind, string subject) => kind switch
    {
        _ when _question is not null => kind == SubscriptionKind.Question && subject == _question,
        SubscriptionKind.Everything => true,
        SubscriptionKind.Entity => _entities.Contains(subject),
        SubscriptionKind.Attribute => _attributes.Contains(subject),
        SubscriptionKind.Source => _publisher is not null && OutletName.AreSame(subject, _publisher),
        SubscriptionKind.Keywords => Have(subject),
        _ => false,
    };

    /// <summary>An outlet's name as it is compared; what was followed before an article and a remark in brackets counted for nothing is kept as it was written.</summary>
    private static IEnumerable<string> Written(string publisher) => new[] { OutletName.Plain(publisher), "the " + OutletName.Plain(publisher), Folding.Fold(publisher) }.Distinct(StringComparer.Ordinal);

    /// <summary>Many follow the same words; they are compared once.</summary>
    private bool Have(string keywords)
    {
        if (!_compared.TryGetValue(keywords, out var have)) _compared[keywords] = have = Keywords.Read(keywords) is { } words && (words.Name(_publisher) || _statements.Exists(words.StandIn));
        return have;
    }

    /// <summary>What a subscription is looked up by.</summary>
    public static string AnchorOf(SubscriptionKind kind, string subject) => kind switch
    {
        SubscriptionKind.Source => OutletName.Plain(subject),
        SubscriptionKind.Keywords => Keywords.Read(subject)?.Anchor ?? "",
        SubscriptionKind.Everything => "",
        _ => subject,
    };
}
