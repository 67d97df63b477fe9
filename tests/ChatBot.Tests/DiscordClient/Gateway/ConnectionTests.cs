using ChatBot.DiscordClient.Gateway;
using ChatBot.Tests.DiscordClient.Support;
using Xunit;

namespace ChatBot.Tests.DiscordClient.Gateway;

public sealed class ConnectionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_message_arrives_compressed_or_not(bool compress)
    {
        using var rig = new Rig(config: new DiscordSocketConfig { Compress = compress });
        var ada = rig.Simulator.AddPerson("Ada");
        var guild = rig.Simulator.World.AddGuild("Summit watchers", ada.User, "general");
        rig.Run(async (_, ct) =>
        {
            await rig.Handler.NextAsync<GuildAvailable>(ct);
            ada.Say(guild.Channels[0], $"{ada.MentionOfBot} when is it? ünïcödé 🙂");
            var received = await rig.Handler.NextAsync<MessageReceived>(ct);
            Assert.Equal("when is it? ünïcödé 🙂", ChatBot.DiscordClient.MentionUtils.WithoutMention(received.Message.Content, rig.Simulator.World.Bot.Id));
            Assert.Equal("Ada", received.Message.Author!.DisplayName);
            Assert.True(received.Message.IsFromPerson);
            Assert.Equal(guild.Id, received.Message.GuildId);
        });
        Assert.Contains(rig.Sockets.Addresses, a => a.Query.Contains("v=10", StringComparison.Ordinal) && a.Query.Contains("zlib-stream", StringComparison.Ordinal) == compress);
    }
}
