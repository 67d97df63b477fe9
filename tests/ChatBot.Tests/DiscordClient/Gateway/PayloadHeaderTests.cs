using System.Text;
using ChatBot.DiscordClient.Gateway;
using Xunit;

namespace ChatBot.Tests.DiscordClient.Gateway;

public sealed class PayloadHeaderTests
{
    [Theory]
    [InlineData("""{"t":"MESSAGE_CREATE","s":42,"op":0,"d":{"id":"1"}}""")]
    [InlineData("""{"d":{"id":"1"},"op":0,"s":42,"t":"MESSAGE_CREATE"}""")]
    [InlineData("""{ "op" : 0 , "new" : [1,{"d":2}], "d" : {"id":"1"} , "t":"MESSAGE_CREATE","s":42}""")]
    public void The_header_is_found_in_any_order(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var header = PayloadHeader.Read(bytes);
        Assert.Equal((GatewayOpcode.Dispatch, 42L, DispatchName.MessageCreate), (header.Opcode, header.Sequence, header.Name));
        Assert.Equal("""{"id":"1"}""", Encoding.UTF8.GetString(bytes.AsSpan()[header.Data]));
    }

    [Fact]
    public void Passing_over_an_unwanted_event_allocates_nothing()
    {
        var payload = Encoding.UTF8.GetBytes("""{"t":"PRESENCE_UPDATE","s":7,"op":0,"d":{"user":{"id":"1"},"text":"X"}}""".Replace("X", new string('x', 1000), StringComparison.Ordinal));
        var pipeline = new EventPipeline(0, 1, new DiscordSocketConfig(), new Support.CollectingHandler(), new MemoryGatewaySessionStore(), _ => { });
        var ready = Encoding.UTF8.GetBytes("""{"t":"READY","s":1,"op":0,"d":{"session_id":"a","user":{"id":"1"}}}""");
        Offer(pipeline, ready);
        Offer(pipeline, payload);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            Offer(pipeline, payload);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(7, pipeline.LastSequence);

        static void Offer(EventPipeline pipeline, byte[] bytes)
        {
            var header = PayloadHeader.Read(bytes);
            Assert.True(pipeline.Offer(header, bytes.AsSpan()[header.Data]));
        }
    }

    [Theory]
    [InlineData("wss://gateway.discord.gg", "wss://gateway.discord.gg/?v=10&encoding=json&compress=zlib-stream")]
    [InlineData("wss://gateway.discord.gg/", "wss://gateway.discord.gg/?v=10&encoding=json&compress=zlib-stream")]
    [InlineData("ws://127.0.0.1:5000/some/path?shard=a&v=9", "ws://127.0.0.1:5000/some/path?shard=a&v=10&encoding=json&compress=zlib-stream")]
    public void The_address_keeps_its_path_and_query(string given, string expected)
    {
        Assert.True(GatewayAddress.TryBuild(given, compress: true, out var address));
        Assert.Equal(new Uri(expected), address);
        Assert.False(GatewayAddress.TryBuild("https://discord.com", compress: true, out _));
    }
}
