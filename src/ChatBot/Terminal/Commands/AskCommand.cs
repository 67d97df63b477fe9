using System.CommandLine;
using System.Globalization;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Text;
using ChatBot.Questions;

namespace ChatBot.Terminal.Commands;

/// <summary><c>chatbot ask "QUESTION"</c>: one question, one answer.</summary>
internal static class AskCommand
{
    public static Command Build(CommandContext context)
    {
        var words = new Argument<string[]>("question") { Description = "The question; quotation marks spare the shell's special characters.", Arity = ArgumentArity.OneOrMore };
        var documents = CommandContext.DocumentsOption();
        var json = new Option<bool>("--json") { Description = "The answer as one line of JSON." };
        var explain = new Option<bool>("--explain") { Description = "Also how the question was read, and why these statements." };
        var command = new Command("ask", "Answers one question, with the sources cited.") { words, documents, json, explain };
        string[] options = ["--json", "--explain", "--documents", "--topic", "--help"];
        words.Validators.Add(result =>
        {
            var question = string.Join(' ', result.Tokens.Select(token => token.Value));
            if (string.IsNullOrWhiteSpace(question)) result.AddError("There is no question in that. Write it like: chatbot ask \"When is the summit?\"");
            else if (MessageHandler.TooLong(question) is { } tooLong) result.AddError(tooLong);
            // What looks like a mistyped option would otherwise be asked as a word of the question.
            foreach (var word in result.Tokens.Select(token => token.Value).Where(word => word.StartsWith("--", StringComparison.Ordinal) && !word.Contains(' ', StringComparison.Ordinal)))
                result.AddError($"'{word}' is no option of ask" + (NearestName.Of(word, options) is { } nearest ? $"; did you mean {nearest}?" : "."));
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var question = string.Join(' ', parsed.GetValue(words) ?? []);
            var knowledge = await context.OpenAsync(parsed, parsed.GetValue(documents), storeless: false, cancellation);
            var handled = QuestionHandler.Handle(question, Conversation.New, knowledge);
            Report(handled, context.Screen);
            if (parsed.GetValue(json)) context.Screen.Output.WriteLine(AnswerView.Of(question, handled).ToJson());
            else context.Screen.Output.Write(new TerminalReplyWriter(context.Screen.Width, context.Screen.Colours).Write(handled.Reply));
            if (parsed.GetValue(explain)) Explain(handled.Answer, parsed.GetValue(json) ? context.Screen.Error : context.Screen.Output, context.Screen);
            return 0;
        });
        return command;
    }

    /// <summary>Tells of statements that the verbatim gate held back.</summary>
    public static void Report(Handled handled, TerminalScreen screen)
    {
        foreach (var violation in handled.Violations) screen.Error.WriteLine(TerminalText.Clean($"held back: {violation.Reason}. Run 'chatbot verify'."));
    }

    private static void Explain(Answer answer, TextWriter output, TerminalScreen screen)
    {
        var question = answer.Question;
        var lines = new StyledLines(screen.Width, screen.Colours);
        output.WriteLine();
        Row("answer", string.Create(CultureInfo.InvariantCulture, $"{answer.GetType().Name}, confidence {answer.Confidence:0.00}"));
        Row("intent", question.Intent is { } intent ? string.Create(CultureInfo.InvariantCulture, $"{intent} ({question.IntentConfidence:0.00})") : "none of the topic's");
        Row("asks for", question.Expects.ToString().ToLowerInvariant() + (question.Focus is { } focus ? $" ({focus})" : ""));
        Row("words", string.Join(", ", question.Terms.Select(term => term.Stem + (term.Alternatives.Count == 0 ? "" : $" (or {string.Join(", ", term.Alternatives.Take(4).Select(a => a.Stem))})"))));
        if (question.Entities.Count > 0) Row("names", string.Join(", ", question.Entities.Select(entity => entity.Id.Value).Distinct()));
        if (question.Dates.Count > 0) Row("dates", string.Join(", ", question.Dates.Select(date => string.Create(CultureInfo.InvariantCulture, $"{date.Value.From:yyyy-MM-dd} to {date.Value.To:yyyy-MM-dd}"))));
        if (question.Corrections.Count > 0) Row("spelling", string.Join(", ", question.Corrections.Select(correction => $"{correction.Typed} read as {correction.Read}")));
        if (question.CarriedTerms.Count > 0) Row("carried", string.Join(", ", question.CarriedTerms.Select(term => term.Stem)));
        foreach (var reason in answer.Reasons) Row("because", reason);

        void Row(string label, string text)
        {
            foreach (var line in lines.Add(label.PadRight(10), TerminalStyle.Faint).Add(text).Take(2, 10)) output.WriteLine(line);
        }
    }
}
