using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatBot.Chat;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Text;

namespace ChatBot.Questions;

/// <summary>
/// A place in a document as a button carries it, in at most 40 ASCII characters: hashes of the document's id and of the words there, so that changed documents are noticed. It comes
/// back from a person's app and may be old or forged.
/// </summary>
internal sealed record PlaceMark(string Document, int Start, int Length, string Words)
{
    private const int HashLength = 8;

    /// <summary>The mark of what a passage cites.</summary>
    public static PlaceMark Of(Passage passage) => new(Hash(passage.Document.Id.Value), passage.Cited.Start, passage.Cited.Length, Hash(passage.Document.At(passage.Cited)));

    /// <summary>The mark of words that stand in a document from a character on.</summary>
    public static PlaceMark Of(string document, int start, string words) => new(Hash(document), start, words.Length, Hash(words));

    /// <summary>The mark of what a passage's button shows; null where that is nowhere.</summary>
    public static PlaceMark? Of(ReplyAction action, KnowledgeBase knowledge)
    {
        // News are told as soon as they are stored, perhaps before they are known here.
        if (action is { Words: { } words } && action.Subject.Split(' ') is [var document, var place] && Number(place.Split('-')[0]) is { } start) return Of(document, start, words);
        return Passage.Find(knowledge, action.Subject) is { } passage ? Of(passage) : null;
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is nothing of the kind.</summary>
    public static PlaceMark? Read(string text) =>
        text.Split(':') is [var document, var start, var length, var words] && Number(start) is { } from && Number(length) is { } count ? new PlaceMark(document, from, count, words) : null;

    /// <summary>The place, if the documents still have these words there.</summary>
    public Passage? Find(KnowledgeBase knowledge) => knowledge.Documents.FirstOrDefault(known => IsOf(known.Document.Id.Value)) is { } known ? In(known.Document) : null;

    /// <summary>Whether it is a place in the document of that id.</summary>
    public bool IsOf(string id) => Hash(id) == Document;

    /// <summary>The place, if this version of its document has these words there.</summary>
    public Passage? In(Document document)
    {
        var span = new TextSpan(Start, Length);
        return Length > 0 && Start <= document.Text.Length - Length && Hash(document.At(span)) == Words ? new Passage(document, span) : null;
    }

    /// <summary>Whether these are the words there.</summary>
    public bool IsOfWords(string words) => words.Length == Length && Hash(words) == Words;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Document}:{Start}:{Length}:{Words}");

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text)))[..HashLength];
}
