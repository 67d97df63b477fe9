using ChatBot.Knowledge.Text;

namespace ChatBot.Knowledge.Mentions;

/// <summary>Where a sentence says that something was moved: "postponed from 14 May to 11 June", "to 11 June from 14 May", "raised from 2 to 5 percent", "25 places, down from 40".</summary>
internal static class Moves
{
    /// <summary>So many words may stand between the word that moves and "from", and so many between "from" and "to".</summary>
    private const int Farthest = 10;

    /// <summary>What no longer holds: the tokens from <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
    /// <param name="First">The token behind "from".</param>
    /// <param name="End">"To", behind which what holds now stands; where that stands ahead, the token behind <paramref name="First"/>.</param>
    /// <param name="IsJoined">Whether <paramref name="End"/> is that "to".</param>
    public readonly record struct Move(int First, int End, bool IsJoined);

    /// <summary>The moves of days and times, or, where <paramref name="figures"/>, those of figures too.</summary>
    public static List<Move> In(IReadOnlyList<Token> tokens, bool figures = false)
    {
        var moves = new List<Move>();
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Term != "from" || IsMoved(tokens, i, figures) is not { } isTold) continue;
            var joint = JointBehind(tokens, i);
            if (joint > 0) moves.Add(new Move(i + 1, joint, true));
            else if (isTold) moves.Add(new Move(i + 1, i + 2, false));
        }
        return moves;
    }

    /// <summary>Whether a word that moves governs the "from" at <paramref name="from"/>: null if none does, true where what stands behind it is replaced even without a "to".</summary>
    private static bool? IsMoved(IReadOnlyList<Token> tokens, int from, bool figures)
    {
        var isTold = MovingWords.Than.Contains(tokens[from - 1].Term);
        for (var i = from - 1; i >= 0 && i >= from - Farthest && !MovingWords.Between.Contains(tokens[i].Term); i--)
        {
            if (EndsAt(i, MovingWords.OfDays, tokens)) return true;
            if (EndsAt(i, MovingWords.OfAll, tokens) || figures && EndsAt(i, MovingWords.OfFigures, tokens)) return isTold;
            if (tokens[i].Term != "to") continue;
            if (!HasValue(tokens, i, from)) return null;
            isTold = true;
        }
        return null;
    }

    private static bool EndsAt(int at, IReadOnlyList<string[]> words, IReadOnlyList<Token> tokens)
    {
        foreach (var stems in words)
            if (tokens[at].Stem == stems[^1] && (stems.Length == 1 || Begins(stems[0], tokens, at))) return true;
        return false;
    }

    /// <summary>"Brought forward", "brought the concert forward".</summary>
    private static bool Begins(string stem, IReadOnlyList<Token> tokens, int before)
    {
        for (var i = before - 1; i >= 0 && i >= before - Farthest && !MovingWords.Between.Contains(tokens[i].Term); i--)
            if (tokens[i].Stem == stem) return true;
        return false;
    }

    private static int JointBehind(IReadOnlyList<Token> tokens, int from)
    {
        for (var i = from + 2; i < tokens.Count && i <= from + Farthest + 1; i++)
        {
            if (tokens[i].Term is "to" or "until" or "till" or "into") return i;
            if (tokens[i].Term == "from" || MovingWords.Between.Contains(tokens[i].Term) && tokens[i].Term is not ("and" or "or")) return 0;
        }
        return 0;
    }

    private static bool HasValue(IReadOnlyList<Token> tokens, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
            if (QuantityFinder.IsNumber(tokens[i]) || Calendar.Month(tokens[i].Term) is not null || Calendar.Weekday(tokens[i].Term) is not null) return true;
        return false;
    }
}
