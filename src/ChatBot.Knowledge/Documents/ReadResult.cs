namespace ChatBot.Knowledge.Documents;

/// <summary>Why a document was refused.</summary>
public enum RefusalReason
{
    /// <summary>No bytes, or nothing but white space and characters that cannot be seen.</summary>
    Empty,

    /// <summary>More bytes than <see cref="DocumentReaderOptions.MaximumBytes"/>, or more sentences than <see cref="DocumentReaderOptions.MaximumSentences"/>.</summary>
    TooLarge,

    /// <summary>Not text: an image, an archive, a PDF.</summary>
    Binary,

    /// <summary>Text that is written for programs, not readers: JSON, XML that is no page, RTF.</summary>
    OtherFormat,

    /// <summary>The declared character encoding is not known.</summary>
    UnknownEncoding,

    /// <summary>The block of settings at the head of a Markdown file cannot be read, or has a key that nothing knows.</summary>
    BadFrontMatter,

    /// <summary>A brief breaks the rules of briefs.</summary>
    BadBrief,

    /// <summary>After menus, forms and the like were left out, nothing was left.</summary>
    NothingLeft,

    /// <summary>This program tripped over it; what is wrong with it, if anything, isn't known.</summary>
    Fault,
}

/// <summary>The outcome of reading a document: <see cref="Read"/> or <see cref="Refused"/>, nothing else.</summary>
public abstract record ReadResult
{
    private ReadResult()
    {
    }

    /// <summary>How a warning begins that the text hardly is what somebody meant to hand in.</summary>
    public const string DoubtBegins = "It reads like";

    /// <summary>The document was read.</summary>
    /// <param name="Document">The document.</param>
    /// <param name="Warnings">What the operator should know: a guessed encoding, a date taken from the file name. Often empty.</param>
    public sealed record Read(Document Document, IReadOnlyList<string> Warnings) : ReadResult;

    /// <summary>The document was refused as a whole; nothing of it should be stored.</summary>
    /// <param name="Reason">Why, for code.</param>
    /// <param name="Message">Why, in words, with the file and, where it has one, the line.</param>
    /// <param name="WhatToDo">What the operator can do about it, in words.</param>
    public sealed record Refused(RefusalReason Reason, string Message, string WhatToDo) : ReadResult;
}
