using ChatBot.Chat;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Text;

namespace ChatBot.Questions;

/// <summary>The question that somebody typed, in full.</summary>
internal static class TypedQuestion
{
    /// <summary>The question that a message asks, be it as a look-up ("/when summit"); null where no question stands behind its command.</summary>
    public static string? Of(string message) => CommandText.Read(message) switch
    {
        null => message.Trim(),
        { Name: CommandCatalogue.When or CommandCatalogue.Where or "who" or CommandCatalogue.Ask or "compare", Argument: ['/', ..] asked } => Of(asked),
        { Name: CommandCatalogue.When, Argument: var asked } => Lookup.InFull(CommandCatalogue.When, asked) ?? (asked.Length == 0 ? "When is it?" : $"When is {asked.TrimEnd('?')}?"),
        { Name: CommandCatalogue.Where, Argument: var asked } => Lookup.InFull(CommandCatalogue.Where, asked) ?? (asked.Length == 0 ? "Where is it?" : $"Where is {asked.TrimEnd('?')}?"),
        { Name: "who", SaysSomething: true, Argument: var asked } => Lookup.InFull("who", asked) ?? $"Who is {asked.TrimEnd('?')}?",
        { Name: CommandCatalogue.Ask or "compare", SaysSomething: true, Argument: var asked } => asked,
        _ => null,
    };

    /// <summary>Whether two questions have the same words, whatever their capitals and signs.</summary>
    public static bool AreSame(string question, string other) =>
        Tokenizer.Tokenize(question).Select(token => token.Term).SequenceEqual(Tokenizer.Tokenize(other).Select(token => token.Term), StringComparer.Ordinal);
}
