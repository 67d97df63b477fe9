using ChatBot.Knowledge.Claims;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Updates;

/// <summary>Tells whether a document that no longer has a sentence still says what that said.</summary>
public static class Rewording
{
    /// <summary>Whether what is known of <paramref name="document"/> says so, and nothing in it says otherwise.</summary>
    /// <param name="known">What is known now.</param>
    /// <param name="document">The document.</param>
    /// <param name="sentence">What stood in it.</param>
    public static bool Keeps(KnowledgeBase known, DocumentId document, string sentence)
    {
        var compared = known.CompareWith(WithoutReport(sentence)).Where(near => near.View.Document.Id == document).ToList();
        return compared.Exists(near => near.Relation == Relation.Says) && !compared.Exists(near => near.Relation == Relation.SaysOtherwise);
    }

    /// <summary>"…, his office said" names nobody: that his spokesman says it now takes nothing back. Who is named stays, because another's word is another's.</summary>
    internal static string WithoutReport(string sentence)
    {
        var comma = sentence.LastIndexOf(',');
        if (comma <= 0) return sentence;
        var behind = Tokenizer.Tokenize(sentence[comma..]);
        return behind.Exists(token => ReportingVerbs.StanceOf(token.Term) is Stance.Stated or Stance.Announced or Stance.Confirmed) && !behind.Exists(token => token.IsCapitalised || token.IsNumber) ? sentence[..comma] : sentence;
    }
}
