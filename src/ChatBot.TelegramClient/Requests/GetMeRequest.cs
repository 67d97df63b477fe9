using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types;

namespace ChatBot.TelegramClient.Requests;

/// <summary>The bot itself; the cheapest proof that the token works.</summary>
public sealed record GetMeRequest : IRequest<User>
{
    [JsonIgnore]
    public string MethodName => "getMe";
}
