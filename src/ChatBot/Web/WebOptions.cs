namespace ChatBot.Web;

/// <summary>Settings of the web page.</summary>
internal sealed class WebOptions
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Where it listens: <c>http://</c>, a host or <c>*</c> for every interface, and a port (0: any free one). Default: this machine alone, port 5080.</summary>
    public string Url { get; init; } = DefaultUrl;
}
