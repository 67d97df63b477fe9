using System.Collections;
using System.Text;
using ChatBot.Settings;
using ChatBot.Simulators.Web;
using ChatBot.Terminal;
using Xunit;

namespace ChatBot.Tests.Sources;

/// <summary>The whole service, with sources by its settings.</summary>
public sealed class RunningSourcesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("chatbot-running-").FullName;

    private StringWriter _told = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_root, true);

    [Fact]
    public async Task What_comes_by_feed_folder_and_request_is_answered_while_the_service_runs()
    {
        await using var web = await WebSimulator.StartAsync(Cancellation);
        web.Serve("/rss", new WebAnswer.Text(
            "<rss><channel><title>The Freedonian</title><item><title>The ferry</title><guid>1</guid><description>The ferry of Aldenburg was built by Berta Quist.</description></item></channel></rss>", "application/rss+xml"));
        Directory.CreateDirectory(Path.Combine(_root, "inbox"));
        var file = Path.Combine(_root, "inbox", "tram.txt");
        await File.WriteAllTextAsync(file, "The tram of Aldenburg was built by Emil Sand. It runs along the harbour.", Cancellation);
        File.SetLastWriteTimeUtc(file, new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var settings = SettingsReader.Read(_root, _root, new Hashtable
        {
            ["ChatBot__Fetch__Allow"] = "127.0.0.1", ["ChatBot__Ingest__Token"] = "correct-horse-battery", ["ChatBot__Sources__0__Name"] = "wire",
            ["ChatBot__Sources__0__Feed"] = web.At("/rss").ToString(), ["ChatBot__Sources__1__Name"] = "inbox", ["ChatBot__Sources__1__Folder"] = "inbox", ["ChatBot__Sources__1__Every"] = "1s",
        }, new Dictionary<string, string> { ["topic"] = "none", ["url"] = "http://127.0.0.1:0" });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var output = new FirstLines();
        var run = Task.Run(() => ChatBotHost.RunAsync(settings, output, TimeProvider.System, stop.Token), CancellationToken.None);
        using var client = new HttpClient { BaseAddress = new Uri(await output.Address.WaitAsync(Cancellation)) };

        await UntilAsync(client, "/documents", "The ferry");
        await UntilAsync(client, "/documents", "tram");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/documents?name=lighthouse.txt")
        {
            Content = new StringContent("The lighthouse of Aldenburg was built by Oskar Lind. It stands on the mole.", Encoding.UTF8, "text/plain"),
        };
        request.Headers.Authorization = new("Bearer", "correct-horse-battery");
        using var posted = await client.SendAsync(request, Cancellation);
        Assert.Equal(System.Net.HttpStatusCode.Created, posted.StatusCode);
        Assert.Contains("Oskar Lind", await client.GetStringAsync("/api/ask?q=Who+built+the+lighthouse%3F", Cancellation));
        Assert.Contains("Berta Quist", await client.GetStringAsync("/api/ask?q=Who+built+the+ferry%3F", Cancellation));
        Assert.Contains("Emil Sand", await client.GetStringAsync("/api/ask?q=Who+built+the+tram%3F", Cancellation));
        await stop.CancelAsync();
        await run;
    }

    [Fact]
    public async Task A_feed_that_was_mended_is_looked_at_as_soon_as_the_operator_asks()
    {
        await using var web = await WebSimulator.StartAsync(Cancellation);
        web.Serve("/rss", new WebAnswer.Text("<html>Out of order</html>", "text/html"));
        var environment = new Hashtable { ["ChatBot__Fetch__Allow"] = "127.0.0.1", ["ChatBot__Sources__0__Name"] = "wire", ["ChatBot__Sources__0__Feed"] = web.At("/rss").ToString() };
        var settings = SettingsReader.Read(_root, _root, environment, new Dictionary<string, string> { ["topic"] = "none", ["url"] = "http://127.0.0.1:0" });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var output = new FirstLines();
        var run = Task.Run(() => ChatBotHost.RunAsync(settings, output, TimeProvider.System, stop.Token), CancellationToken.None);
        var address = await output.Address.WaitAsync(Cancellation);
        while (web.Requests.Count == 0) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);

        Assert.Equal(1, await RunAsync("sources", "--now"));
        Assert.Contains("wire failed", _told.ToString());
        web.Serve("/rss", new WebAnswer.Text("<rss><channel><title>The Freedonian</title><item><title>The ferry</title><guid>1</guid><description>The ferry of Aldenburg is late.</description></item></channel></rss>", "application/rss+xml"));
        Assert.Equal(0, await RunAsync("sources", "--now", "wire"));
        Assert.Contains("1 document, the last", _told.ToString());
        Assert.Equal(2, await RunAsync("sources", "--now", "wires"));
        Assert.Contains("--now: no feed is called 'wires'. The feeds are: wire.", _told.ToString());
        await stop.CancelAsync();
        await run;
        Assert.Equal(1, await RunAsync("sources", "--now"));
        Assert.Contains("No service answers that could look; whichever starts next looks at once.", _told.ToString());

        Task<int> RunAsync(params string[] words)
        {
            _told = new StringWriter();
            var context = new CommandContext(new TerminalScreen(new StringReader(""), _told, _told) { Width = 1000 }, TimeProvider.System, _root, _root, environment);
            return new CommandLine(context, (_, _) => Task.CompletedTask).RunAsync([.. words, "--topic", "none", "--url", address], Cancellation);
        }
    }

    private static async Task UntilAsync(HttpClient client, string address, string expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await client.GetStringAsync(address, patience.Token)).Contains(expected, StringComparison.Ordinal)) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
    }

    private sealed class FirstLines : StringWriter
    {
        private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Address => _address.Task;

        public override async Task WriteLineAsync(string? value)
        {
            await base.WriteLineAsync(value);
            if (value?.StartsWith("Ask at ", StringComparison.Ordinal) == true) _address.SetResult(value["Ask at ".Length..].Trim());
        }
    }
}
