namespace ChatBot.Sources.Fetching;

/// <summary>What is to be fetched.</summary>
internal enum FetchKind
{
    /// <summary>A document: HTML, Markdown or plain text.</summary>
    Page,

    /// <summary>A feed. Many are served as HTML, plain text or bytes of no kind; what they are is seen when they are read.</summary>
    Feed,
}

/// <summary>One fetch.</summary>
/// <param name="Address">From where; need not be one that may be fetched.</param>
/// <param name="Kind">What is expected.</param>
/// <param name="Validators">Those of the last time; none fetches whatever is there.</param>
internal sealed record FetchRequest(Uri Address, FetchKind Kind, FetchValidators Validators = default);
