using System.Net;
using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient.Exceptions;

/// <summary>The platform's refusal. Its description is for people and may change.</summary>
public sealed class ApiRequestException(string method, string description, int errorCode, ResponseParameters? parameters,
    HttpStatusCode? status = null)
    : RequestException($"{method}: {description}", wasWritten: true, status, null)
{
    public string MethodName { get; } = method;
    public string Description { get; } = description;
    public int ErrorCode { get; } = errorCode;
    public ResponseParameters? Parameters { get; } = parameters;
}
