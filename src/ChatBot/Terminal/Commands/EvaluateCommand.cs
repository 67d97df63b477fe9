using System.CommandLine;
using System.Globalization;
using ChatBot.Operations;
using ChatBot.Sources;

namespace ChatBot.Terminal.Commands;

/// <summary><c>chatbot evaluate</c>: asks the topic's own questions and marks the answers.</summary>
internal static class EvaluateCommand
{
    private const int MostNamed = 10;

    public static Command Build(CommandContext context)
    {
        var documents = CommandContext.DocumentsOption();
        var questions = new Option<string?>("--questions") { Description = "Another file of questions of the same form.", HelpName = "FILE" };
        var showWrong = new Option<bool>("--show-wrong") { Description = "Every question that was not dealt with rightly, with the answer; else the first are named." };
        var json = new Option<bool>("--json") { Description = "Each question with its mark and answer, as lines of JSON {\"id\",\"kind\",\"question\",\"mark\",\"answer\",\"citations\"}; the table goes to the error stream." };
        var command = new Command("evaluate", "Asks the topic's own questions, marks the answers, and fails below the floor that topic.yaml states.") { documents, questions, showWrong, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var topicFolder = context.SettingsOf(parsed).Topic;
            var file = parsed.GetValue(questions) is { } given ? context.Absolute(given) : Path.Combine(topicFolder, ExpectedFiles.Questions);
            if (!File.Exists(file)) throw new UnreadableFilesException([$"{file}: there is no such file. A topic's questions stand in {ExpectedFiles.Questions} beside its topic.yaml."]);
            var expected = JsonLines.ReadDistinct(file, ExpectedAnswerJson.Default.ExpectedAnswer, context.Screen.Input, question => question.Id, question => question.FindFaults());
            if (expected.Count == 0) throw new UnreadableFilesException([$"{file}: there is no question in it."]);
            var knowledge = await context.OpenAsync(parsed, parsed.GetValue(documents), storeless: false, cancellation);
            var summary = BatchSummary.Ready(context.Time);
            var marked = new List<(ExpectedAnswer Question, BatchAnswer Answer, AnswerMark Mark)>(expected.Count);
            foreach (var question in expected)
            {
                cancellation.ThrowIfCancellationRequested();
                var answer = AnswerBatch.Answer(new BatchQuestion(question.Id, question.Question, question.History), knowledge);
                marked.Add((question, answer, question.Judge(answer)));
            }
            var output = parsed.GetValue(json) ? context.Screen.Error : context.Screen.Output;
            if (parsed.GetValue(json))
                foreach (var line in marked) await context.Screen.Output.WriteLineAsync(MarkedAnswer.Of(line.Question, line.Answer, line.Mark).ToJson());
            else if (parsed.GetValue(showWrong)) ShowWrong(marked, context.Screen);
            Show(marked, output);
            if (!parsed.GetValue(json) && !parsed.GetValue(showWrong)) NameWrong(marked, context.Screen);
            await context.Screen.Error.WriteLineAsync(summary.Line(marked.Count, "question"));
            var percent = Percent(marked.Count(m => m.Mark == AnswerMark.Right), marked.Count);
            if (knowledge.Topic.Floor is not { } floor) return 0;
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{percent:0.0} % right; the floor of this topic is {floor} %{(percent < floor ? ", so this is not in order." : ".")}"));
            return percent < floor ? CommandLine.NotInOrder : 0;
        });
        return command;
    }

    private static void Show(List<(ExpectedAnswer Question, BatchAnswer Answer, AnswerMark Mark)> marked, TextWriter output)
    {
        var width = Math.Max(5, marked.Max(m => TerminalText.Clean(m.Question.Kind).Length));
        output.WriteLine($"{"kind".PadRight(width)}  {"n",4}  {"right %",7}  {"uncited",7}  {"abstained",9}  {"wrong",5}  {"invented",8}");
        foreach (var kind in marked.GroupBy(m => m.Question.Kind).OrderBy(group => group.Key, StringComparer.Ordinal)) Row(TerminalText.Clean(kind.Key), [.. kind.Select(m => m.Mark)]);
        Row("all", [.. marked.Select(m => m.Mark)]);

        void Row(string kind, AnswerMark[] marks)
        {
            int Count(AnswerMark mark) => marks.Count(m => m == mark);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{kind.PadRight(width)}  {marks.Length,4}  {Percent(Count(AnswerMark.Right), marks.Length),7:0.0}  {Count(AnswerMark.Uncited),7}  {Count(AnswerMark.Abstained),9}  {Count(AnswerMark.Wrong),5}  {Count(AnswerMark.Invented),8}"));
        }
    }

    private static void ShowWrong(List<(ExpectedAnswer Question, BatchAnswer Answer, AnswerMark Mark)> marked, TerminalScreen screen)
    {
        var lines = new StyledLines(screen.Width, screen.Colours);
        foreach (var (question, answer, mark) in marked.Where(m => m.Mark != AnswerMark.Right))
        {
            foreach (var line in lines.Add($"{mark.ToString().ToLowerInvariant()} ", TerminalStyle.Bad).Add($"{question.Id} ", TerminalStyle.Faint).Add(question.Question).Take(0, 2)) screen.Output.WriteLine(line);
            foreach (var line in lines.Add(answer.Text).Take(4)) screen.Output.WriteLine(line);
        }
        screen.Output.WriteLine();
    }

    /// <summary>The first questions that went wrong, a line each.</summary>
    private static void NameWrong(List<(ExpectedAnswer Question, BatchAnswer Answer, AnswerMark Mark)> marked, TerminalScreen screen)
    {
        var wrong = marked.Where(m => m.Mark != AnswerMark.Right).ToList();
        if (wrong.Count == 0) return;
        var lines = new StyledLines(screen.Width, screen.Colours);
        screen.Output.WriteLine();
        screen.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Not right: {wrong.Count}{(wrong.Count > MostNamed ? $", of which the first {MostNamed}" : "")} (with their answers: --show-wrong)"));
        foreach (var (question, _, mark) in wrong.Take(MostNamed))
            foreach (var line in lines.Add(mark.ToString().ToLowerInvariant().PadRight(10), TerminalStyle.Bad).Add($"{question.Id} ", TerminalStyle.Faint).Add(question.Question).Take(2, 10)) screen.Output.WriteLine(line);
        screen.Output.WriteLine();
    }

    private static double Percent(int part, int whole) => 100.0 * part / whole;
}
