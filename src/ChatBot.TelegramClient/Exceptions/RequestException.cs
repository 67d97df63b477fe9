using System.Net;

namespace ChatBot.TelegramClient.Exceptions;

/// <summary>A request without a usable answer. No text in it, its inner exceptions included, contains the token.</summary>
public class RequestException(string message, bool wasWritten, HttpStatusCode? status, Exception? innerException) : Exception(message, innerException)
{
    /// <summary>False: the request's body never left this process, so it was not acted upon. True: nobody can tell.</summary>
    public bool WasWritten { get; } = wasWritten;

    /// <summary>Null when no answer came at all.</summary>
    public HttpStatusCode? HttpStatusCode { get; } = status;
}
