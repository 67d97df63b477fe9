namespace ChatBot.Sources.Fetching;

/// <summary>How much one fetch may cost.</summary>
internal sealed class FetchLimits
{
    /// <summary>From the first look-up to the last byte, redirects included; 30 seconds unless set.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most bytes over the wire, and the most after decompression; 4 MiB unless set, as much as one document may have.</summary>
    public int Bytes { get; init; } = 4 << 20;

    /// <summary>The most redirects followed; 5 unless set.</summary>
    public int Redirects { get; init; } = 5;
}
