using System.Text.Json.Nodes;
using Xunit;

namespace ChatBot.Tests.Simulators.Telegram;

/// <summary>The judge of requests and answers must itself find what is wrong.</summary>
public sealed class BotApiContractTests
{
    [Theory]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x"}""", null)]
    [InlineData("SENDMESSAGE", """{"chat_id":"@name","text":"x","reply_markup":"{\"inline_keyboard\":[]}","disable_notification":"true"}""", null)]
    [InlineData("sendHologram", "{}", "sendHologram: no such method")]
    [InlineData("sendMessage", """{"chat_id":1}""", "sendMessage.text: required, but absent")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","colour":"red"}""", "sendMessage.colour: unknown")]
    [InlineData("sendMessage", """{"chat_id":true,"text":"x"}""", "sendMessage.chat_id: True instead of Integer")]
    [InlineData("sendMessage", """{"chat_id":1.5,"text":"x"}""", "sendMessage.chat_id: Number instead of Integer")]
    [InlineData("editMessageText", """{"text":"x","message_id":"7","entities":[{"type":"bold","offset":0}]}""", "editMessageText.entities[0]:MessageEntity.length: required, but absent")]
    [InlineData("setMyCommands", """{"commands":[],"scope":{"type":"chat"}}""", null)]
    public void A_request_is_held_to_its_method(string method, string parameters, string? problem)
    {
        var problems = PublishedContract.OrSkip.CheckRequest(method, JsonNode.Parse(parameters)!.AsObject());
        Assert.Equal(problem is null ? [] : [problem], problems);
    }

    [Theory]
    [InlineData("User", """{"id":1,"is_bot":false,"first_name":"A"}""", null)]
    [InlineData("User", """{"id":1,"is_bot":false}""", "User:User.first_name: required, but absent")]
    [InlineData("ChatMember", """{"status":"member","user":{"id":1,"is_bot":false,"first_name":"A"}}""", null)]
    [InlineData("Update", """{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private","colour":1}}}""", "Update:Update.message:Message.chat:Chat.colour: unknown")]
    public void An_object_is_held_to_its_type(string type, string value, string? problem)
    {
        var problems = PublishedContract.OrSkip.CheckObject(type, JsonNode.Parse(value));
        Assert.Equal(problem is null ? [] : [problem], problems);
    }
}
