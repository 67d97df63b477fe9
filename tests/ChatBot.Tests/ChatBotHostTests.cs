using System.Collections;
using System.Net;
using System.Net.Sockets;
using ChatBot.Operations;
using ChatBot.Settings;
using ChatBot.Sources;
using ChatBot.Web;
using Xunit;

namespace ChatBot.Tests;

public sealed class ChatBotHostTests
{
    [Fact]
    public async Task The_service_starts_says_where_to_ask_and_what_is_off_and_stops_when_told()
    {
        var data = Directory.CreateTempSubdirectory("chatbot-host-").FullName;
        try
        {
            var settings = SettingsReader.Read(
                RepositoryRoot.Path, data, new Hashtable { ["ChatBot__Telegram__Token"] = "1:secret-token", ["ChatBot__Telegram__ApiRoot"] = "http://127.0.0.1:1" },
                new Dictionary<string, string> { ["data"] = "new/folder", ["url"] = "http://127.0.0.1:0" });
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            var output = new GreetingReader();
            var run = ChatBotHost.RunAsync(settings, output, TimeProvider.System, stop.Token);
            var address = await await Task.WhenAny(output.Address, run.ContinueWith<string>(
                ended => throw new InvalidOperationException("The service ended early.", ended.Exception), TaskScheduler.Default));
            using var client = new HttpClient();
            Assert.Equal("ready", await client.GetStringAsync(new Uri(new Uri(address), "/health"), TestContext.Current.CancellationToken));
            Assert.Contains("is running at", await ServiceAsSeenFrom("new/folder"));
            Assert.Contains("has another store or another topic", await ServiceAsSeenFrom("other/folder"));
            File.Move(Path.Combine(data, "new", "folder", "chatbot.db"), Path.Combine(data, "away.db"));
            var examined = await new Doctor(TimeProvider.System).ExamineAsync(SettingsReader.Read(RepositoryRoot.Path, data, new Hashtable(), new Dictionary<string, string> { ["data"] = "new/folder", ["url"] = address }), TestContext.Current.CancellationToken);
            Assert.Contains(examined, line => line is { Health: Health.Wrong, About: "store" } && line.Words.Contains("is gone, though the service at", StringComparison.Ordinal));
            File.Move(Path.Combine(data, "away.db"), Path.Combine(data, "new", "folder", "chatbot.db"));
            await stop.CancelAsync();
            await run;

            var said = output.ToString();
            // Before it can be asked it says why that takes a while, this once.
            Assert.StartsWith(TopicLibrary.Preparing + Environment.NewLine + "ChatBot · ", said);
            Assert.Contains("Discord is off: set ChatBot__Discord__Token", said);
            Assert.Contains("Telegram is on.", said);
            Assert.DoesNotContain("secret", said);
            Assert.True(File.Exists(Path.Combine(data, "new", "folder", "chatbot.db")));

            async Task<string> ServiceAsSeenFrom(string folder) => (await Doctor.ServiceAsync(
                SettingsReader.Read(RepositoryRoot.Path, data, new Hashtable(), new Dictionary<string, string> { ["data"] = folder, ["url"] = address }), TestContext.Current.CancellationToken)).Words;
        }
        finally
        {
            Directory.Delete(data, true);
        }
    }

    [Fact]
    public async Task A_taken_address_stops_the_start_in_one_line_before_anything_is_opened_or_asked()
    {
        var data = Directory.CreateTempSubdirectory("chatbot-host-").FullName;
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        try
        {
            var settings = SettingsReader.Read(RepositoryRoot.Path, data, new Hashtable(), new Dictionary<string, string> { ["data"] = "folder", ["url"] = url });
            var failure = await Assert.ThrowsAsync<SettingsException>(() => ChatBotHost.RunAsync(settings, TextWriter.Null, TimeProvider.System, TestContext.Current.CancellationToken));
            Assert.StartsWith($"{url} is taken by another program", Assert.Single(failure.Problems), StringComparison.Ordinal);
            Assert.Empty(Directory.GetFileSystemEntries(data));
        }
        finally
        {
            Directory.Delete(data, true);
        }
    }

    [Theory]
    [InlineData("http://203.0.113.7:5080", "this machine has no address 203.0.113.7")]
    [InlineData("http://locahost.invalid:5080", "there is no host 'locahost.invalid'. Write http://localhost:5080 for this machine alone")]
    [InlineData("http://someone@127.0.0.1:5080", "there is no host 'someone@127.0.0.1'")]
    [InlineData("http://127.0.0.1:0", null)]
    [InlineData("http://LOCALHOST:0", null)]
    [InlineData("http://*:0", null, true)]
    [InlineData("http://+:0", null, true)]
    [InlineData("http://0.0.0.0:0", null, true)]
    public async Task An_address_that_cannot_be_listened_on_is_told_with_what_to_do(string url, string? told, bool openToAll = false)
    {
        var outcome = await ListenProbe.TryAsync(url, TestContext.Current.CancellationToken);
        if (told is null) Assert.Equal(new ListenOutcome(url, openToAll), outcome);
        else Assert.Contains(told, outcome.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_this_machine_is_listened_on_by_its_addresses_alone()
    {
        // To the server any name but localhost would mean every interface.
        var outcome = await ListenProbe.TryAsync("http://bot.example:0", (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Any, IPAddress.Loopback]), TestContext.Current.CancellationToken);
        Assert.Null(outcome.Problem);
        Assert.False(outcome.IsOpenToAll);
        Assert.Equal("http://127.0.0.1:0", outcome.Urls);
    }

    /// <summary>Waits for the line that says where to ask.</summary>
    private sealed class GreetingReader : StringWriter
    {
        private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Address => _address.Task;

        public override async Task WriteLineAsync(string? value)
        {
            await base.WriteLineAsync(value);
            if (value?.StartsWith("Store: ", StringComparison.Ordinal) == true)
                _address.SetResult(ToString().Split('\n').Single(line => line.StartsWith("Ask at ", StringComparison.Ordinal))["Ask at ".Length..].Trim());
        }
    }
}
