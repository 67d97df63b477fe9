namespace ChatBot.Knowledge.Topics;

/// <summary>What came of reading a topic's files: the topic, or everything that is wrong with them.</summary>
public abstract record TopicReadResult
{
    private TopicReadResult()
    {
    }

    /// <summary>The files are a topic.</summary>
    /// <param name="Topic">The topic.</param>
    /// <param name="Warnings">What works but is likely not meant; in order of file and line.</param>
    public sealed record Read(Topic Topic, IReadOnlyList<TopicProblem> Warnings) : TopicReadResult;

    /// <summary>The files are no topic.</summary>
    /// <param name="Problems">At least one; in order of file and line.</param>
    public sealed record Invalid(IReadOnlyList<TopicProblem> Problems) : TopicReadResult;
}
