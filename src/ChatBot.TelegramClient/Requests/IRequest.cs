using System.Text.Json.Serialization;

namespace ChatBot.TelegramClient.Requests;

/// <summary>One call of a method; its properties are the method's parameters.</summary>
/// <typeparam name="TResponse">What the method's <c>result</c> holds.</typeparam>
public interface IRequest<out TResponse>
{
    [JsonIgnore]
    string MethodName { get; }
}
