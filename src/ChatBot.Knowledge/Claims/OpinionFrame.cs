using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Claims;

/// <summary>"I think", "in my view", "if you ask me": words around a statement that make it the writer's opinion (<c>opinion-frames.txt</c>).</summary>
internal static class OpinionFrame
{
    private static readonly string[][] Frames = [.. LanguageData.Lines("opinion-frames.txt").Select(line => line.Split(' ')).OrderByDescending(words => words.Length)];

    /// <summary>What <paramref name="sentence"/> says without such words; null where it has none, or nothing besides.</summary>
    public static string? Behind(string sentence)
    {
        var tokens = Tokenizer.Tokenize(sentence);
        if (Frames.FirstOrDefault(frame => Stands(frame, tokens, 0)) is { } before)
        {
            var from = before.Length;
            if (tokens.Count > from && tokens[from].Term == "that") from++;
            return from < tokens.Count ? sentence[tokens[from].Span.Start..] : null;
        }
        if (Frames.FirstOrDefault(frame => Stands(frame, tokens, tokens.Count - frame.Length)) is not { } behind) return null;
        return behind.Length < tokens.Count ? sentence[..tokens[^(behind.Length + 1)].Span.End] : null;
    }

    private static bool Stands(string[] frame, List<Token> tokens, int at) => at >= 0 && at + frame.Length <= tokens.Count && frame.Select((word, i) => tokens[at + i].Term == word).All(same => same);
}
