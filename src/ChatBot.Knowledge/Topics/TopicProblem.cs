namespace ChatBot.Knowledge.Topics;

/// <summary>Something wrong in a topic's files, and what to do about it.</summary>
/// <param name="File">The file's name within the topic's folder.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
/// <param name="Message">What is wrong and what would be right, in words.</param>
public sealed record TopicProblem(string File, int Line, int Column, string Message)
{
    /// <summary>The form that editors and terminals turn into a link: <c>entities.yaml:12:5: unknown key …</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}
