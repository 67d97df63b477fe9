namespace ChatBot.Sources.Fetching;

/// <summary>Why an address, or what it gave, was not taken. None of these gets better by trying again.</summary>
internal enum FetchRefusal
{
    /// <summary>It is no http or https address.</summary>
    NotWeb,

    /// <summary>It has a user name or a password in it.</summary>
    Credentials,

    /// <summary>Its port is one of another service.</summary>
    Port,

    /// <summary>It leads into this machine, its network or to no place at all.</summary>
    ForbiddenAddress,

    /// <summary>It redirects too often, or from https back to http.</summary>
    Redirect,

    /// <summary>It gives more bytes than are taken, before or after decompression.</summary>
    TooLarge,

    /// <summary>It gives something other than text.</summary>
    ContentType,

    /// <summary>It is compressed in a way that wasn't asked for.</summary>
    Encoding,
}

/// <summary>What came of fetching an address: one of the four records in here, nothing else.</summary>
internal abstract record FetchOutcome
{
    private FetchOutcome()
    {
    }

    /// <summary>It gave content.</summary>
    /// <param name="Body">All of it, decompressed.</param>
    /// <param name="ContentType">As the server named it; null where it named none.</param>
    /// <param name="Address">Where it came from after redirects.</param>
    /// <param name="Validators">What to give back at the next time.</param>
    internal sealed record Fetched(byte[] Body, string? ContentType, Uri Address, FetchValidators Validators) : FetchOutcome;

    /// <summary>It gives the same as when the validators were taken.</summary>
    internal sealed record NotModified : FetchOutcome;

    /// <summary>It may not be fetched, or gave what is not taken.</summary>
    /// <param name="Reason">Why, for code.</param>
    /// <param name="Words">Why, for the operator, with the address.</param>
    internal sealed record Refused(FetchRefusal Reason, string Words) : FetchOutcome;

    /// <summary>It could not be fetched.</summary>
    /// <param name="Transient">Whether it may well succeed later.</param>
    /// <param name="Words">What happened, for the operator, with the address.</param>
    internal sealed record Failed(bool Transient, string Words) : FetchOutcome
    {
        /// <summary>How long the server asks to be left alone; null where it doesn't say.</summary>
        public TimeSpan? RetryAfter { get; init; }
    }
}

/// <summary>What a server gave to recognise the same content by; opaque, given back as it came.</summary>
/// <param name="ETag">Its <c>ETag</c>, or null.</param>
/// <param name="LastModified">Its <c>Last-Modified</c>, or null.</param>
internal readonly record struct FetchValidators(string? ETag, string? LastModified);
