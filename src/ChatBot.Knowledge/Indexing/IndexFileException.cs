namespace ChatBot.Knowledge.Indexing;

/// <summary>A saved index can't be used: damaged, of another version, or not of the documents at hand. The index is then built anew from them.</summary>
public sealed class IndexFileException : Exception
{
    /// <summary>With what is wrong.</summary>
    public IndexFileException(string message) : base(message)
    {
    }

    /// <summary>With what is wrong and what showed it.</summary>
    public IndexFileException(string message, Exception inner) : base(message, inner)
    {
    }
}
