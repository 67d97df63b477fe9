using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>Words around a statement that say how its writer comes by it.</summary>
internal sealed class StatementFrame
{
    /// <summary>"I think", "in my view", "if you ask me": what is said is the writer's opinion.</summary>
    public static readonly StatementFrame Opinion = new("opinion-frames.txt");

    /// <summary>"I read that", "someone told me", "apparently": what is said was heard elsewhere.</summary>
    public static readonly StatementFrame Hearsay = new("hearsay-frames.txt");

    private readonly string[][] _frames;

    private StatementFrame(string list) => _frames = [.. LanguageData.Lines(list).Select(line => line.Split(' ')).OrderByDescending(words => words.Length)];

    /// <summary>What <paramref name="sentence"/> says without such words; null where it has none, or nothing besides.</summary>
    public string? Behind(string sentence)
    {
        var tokens = Tokenizer.Tokenize(sentence);
        if (_frames.FirstOrDefault(frame => Stands(frame, tokens, 0)) is { } before)
        {
            var from = before.Length;
            if (tokens.Count > from && tokens[from].Term == "that") from++;
            return from < tokens.Count ? sentence[tokens[from].Span.Start..] : null;
        }
        if (_frames.FirstOrDefault(frame => Stands(frame, tokens, tokens.Count - frame.Length)) is not { } behind) return null;
        return behind.Length < tokens.Count ? sentence[..tokens[^(behind.Length + 1)].Span.End] : null;
    }

    private static bool Stands(string[] frame, List<Token> tokens, int at) => at >= 0 && at + frame.Length <= tokens.Count && frame.Select((word, i) => tokens[at + i].Term == word).All(same => same);
}
