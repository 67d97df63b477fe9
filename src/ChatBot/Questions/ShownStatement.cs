using System.Globalization;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Text;

namespace ChatBot.Questions;

/// <summary>A statement as a message of the bot's showed it: by which number, and where it stands.</summary>
/// <param name="Number">The number of its source in that message.</param>
/// <param name="Place">Its place. It may begin nowhere, where its document was not known yet: its words tell it then.</param>
internal sealed record ShownStatement(int Number, PlaceMark Place)
{
    /// <summary>Which of several values it was shown for; null where the message showed no sides, or was kept before they were.</summary>
    public ShownSide? Side { get; init; }

    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is nothing of the kind.</summary>
    public static ShownStatement? Read(string text) =>
        text.Split('=', 3) is [var number, var place, .. var side] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && PlaceMark.Read(place) is { } mark
            ? new ShownStatement(parsed, mark) { Side = side is [var written] ? ShownSide.Read(written) : null } : null;

    /// <summary>The statement as the documents have it now; null where none says it any more.</summary>
    public Statement? Find(KnowledgeBase knowledge)
    {
        if (knowledge.Documents.FirstOrDefault(known => Place.IsOf(known.Document.Id.Value)) is not { } document) return null;
        if (Place.In(document.Document) is { } passage && document.Facts.FirstOrDefault(fact => fact.Span.Contains(passage.Cited)) is { } there)
            return Statement.From(document.Document, there, excerpt: passage.Cited);
        // It may stand elsewhere in a document that was changed, or was not known when it was told.
        return document.Facts.FirstOrDefault(fact => Place.IsOfWords(fact.Text)) is { } moved ? Statement.From(document.Document, moved) : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}={Place}{(Side is { } side ? $"={side}" : "")}");
}
