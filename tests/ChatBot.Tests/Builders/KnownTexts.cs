using System.Text;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;
using Xunit;

namespace ChatBot.Tests.Builders;

/// <summary>What is known from texts that stand in a test, read as files are.</summary>
internal static class KnownTexts
{
    /// <summary>Texts, known without any topic.</summary>
    public static KnowledgeBase Of(params ReadOnlySpan<(string Name, string Text)> texts) => Of(Topic.None, texts);

    /// <summary>Texts, known to a topic.</summary>
    public static KnowledgeBase Of(Topic topic, params ReadOnlySpan<(string Name, string Text)> texts)
    {
        var extractor = new FactExtractor(topic);
        var facts = new List<DocumentFacts>();
        foreach (var (name, text) in texts)
        {
            var document = Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(text), name))).Document;
            facts.Add(new DocumentFacts(document, extractor.Extract(document)));
        }
        return KnowledgeBase.Build(topic, facts);
    }
}
