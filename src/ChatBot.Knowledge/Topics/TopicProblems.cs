namespace ChatBot.Knowledge.Topics;

/// <summary>Gathers what is wrong in one file.</summary>
internal sealed class TopicProblems(string file)
{
    private readonly List<TopicProblem> _errors = [];
    private readonly List<TopicProblem> _warnings = [];

    public IReadOnlyList<TopicProblem> Errors => _errors;

    public IReadOnlyList<TopicProblem> Warnings => _warnings;

    public void Add(int line, int column, string message) => _errors.Add(new TopicProblem(file, line, column, message));

    public void Add(YamlNode at, string message) => Add(at.Line, at.Column, message);

    public void Warn(YamlNode at, string message) => _warnings.Add(new TopicProblem(file, at.Line, at.Column, message));
}
