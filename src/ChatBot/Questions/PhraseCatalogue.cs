using ChatBot.Knowledge.Answering;

namespace ChatBot.Questions;

/// <summary>
/// Every framing word that the bot says of its own. What isn't in here and isn't a statement of a document is never said.
/// </summary>
public static class PhraseCatalogue
{
    /// <summary>Before competing values.</summary>
    public const string SourcesDisagree = "Sources disagree";

    /// <summary>Before the value that was so first.</summary>
    public const string Earlier = "Earlier";

    /// <summary>Before the value that is so now.</summary>
    public const string Latest = "Latest";

    /// <summary>Where the documents don't answer.</summary>
    public const string NotKnown = "The documents I have don't say.";

    /// <summary>Before the nearest facts.</summary>
    public const string Nearest = "The nearest they say:";

    /// <summary>Before choices.</summary>
    public const string WhichOne = "Which of these do you mean?";

    /// <summary>Before how a question was read.</summary>
    public const string ReadAs = "Read as:";

    /// <summary>Behind a citation of a brief.</summary>
    public const string OurBrief = "our brief of the article";

    /// <summary>Before statements that say what was claimed.</summary>
    public const string ClaimSupported = "Supported: the documents say so.";

    /// <summary>Before statements that say otherwise.</summary>
    public const string ClaimContradicted = "Contradicted: the documents say otherwise.";

    /// <summary>Before statements of which some say so and some otherwise.</summary>
    public const string ClaimDisputed = "Disputed: the documents don't agree on it.";

    /// <summary>Where a claim is disputed and only a report says so.</summary>
    public const string ClaimReported = "Disputed: it is only reported, and not confirmed.";

    /// <summary>Where nothing decides a claim.</summary>
    public const string ClaimNotFound = "Not covered: the documents I have don't say.";

    /// <summary>Where a message to be checked has no words.</summary>
    public const string ClaimMissing = "What should I check? Give me a claim: one sentence that says something is so.";

    /// <summary>Where a message gives an opinion.</summary>
    public const string ClaimOpinion = "That is an opinion; documents can't settle it.";

    /// <summary>Where a question is given as a claim.</summary>
    public const string ClaimQuestion = "That is a question, not a claim.";

    /// <summary>Before a statement that says what was claimed, where others don't.</summary>
    public const string SaysSo = "Says so";

    /// <summary>Before a statement that says otherwise, where others don't.</summary>
    public const string SaysOtherwise = "Says otherwise";

    /// <summary>The reply to small talk, by the key of <see cref="SmallTalk.Phrase"/>.</summary>
    public static string SmallTalk(string phrase, string topic) => phrase switch
    {
        "greeting" => $"Hello. Ask me about {topic}.",
        "thanks" => "You're welcome.",
        "goodbye" => "Goodbye.",
        "praise" => "Thank you.",
        "blame" => "Sorry about that. Every answer names its sources, so you can check it.",
        "acknowledgement" => "All right.",
        "identity" => $"I'm a bot. I answer questions about {topic} with words from stored documents, and name the source of each.",
        "ability" => $"Ask me when, where, who, what was said or how much about {topic}. I answer only from documents that I hold, show where they disagree, and say so when they don't tell.",
        "instruction" => "I only answer questions, with words from the documents that I hold.",
        "empty" => $"Ask me a question about {topic}.",
        _ => $"I answer questions about {topic}.",
    };
}
