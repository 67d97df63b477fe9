using System.Collections;
using ChatBot.Settings;
using ChatBot.Simulators.Discord;
using ChatBot.Simulators.Discord.People;
using ChatBot.Simulators.Discord.World;
using ChatBot.Store;
using ChatBot.Tests.Simulators.Discord;
using ChatBot.Tests.Telegram;
using Xunit;

namespace ChatBot.Tests.Discord;

/// <summary>The real service with an invented topic, on a simulated Discord over loopback. At its end nothing that passed may have broken the published description.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly RunningService _service = new("discord");

    private readonly RunningBot? _first;
    private readonly string? _store;
    private string _topic = "harbour";

    private RunningBot(DiscordSimulator server, string? store, RunningBot? first) => (Server, _store, _first) = (server, store, first);

    public DiscordSimulator Server { get; }

    public DiscordWorld World => Server.World;

    /// <summary>What the service has said to its operator.</summary>
    public StringWriter Output => _service.Output;

    public string StorePath => _service.StorePath;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts both; returns when the bot is connected and its commands are set.</summary>
    /// <param name="options">How Discord is set up.</param>
    /// <param name="topic">Another topic than the invented one: its folder.</param>
    /// <param name="store">Another store than a file in a temporary folder, as the settings name it.</param>
    public static async Task<RunningBot> StartAsync(DiscordSimulatorOptions? options = null, string? store = null, string? topic = null)
    {
        var bot = new RunningBot(new DiscordSimulator(options ?? new DiscordSimulatorOptions { MessagesPerFiveSeconds = 1000 }), store, null) { _topic = topic ?? "harbour" };
        await bot.Server.StartAsync(Cancellation);
        InventedTopic.Write(Path.Combine(bot._service.Folder, "harbour"));
        await bot.StartServiceAsync();
        return bot;
    }

    /// <summary>Starts the service once more, on the same Discord and the same store; returns when it runs, whether or not it does anything there.</summary>
    public static async Task<RunningBot> JoinAsync(RunningBot first)
    {
        var bot = new RunningBot(first.Server, first._store, first);
        InventedTopic.Write(Path.Combine(bot._service.Folder, "harbour"));
        bot.Start();
        await bot.UntilAsync(() => bot._service.IsOver || bot.Output.ToString().Length > 0);
        await bot._service.ThrowIfOverAsync();
        return bot;
    }

    /// <summary>Stops the service, if it runs.</summary>
    public Task StopAsync() => _service.StopAsync();

    /// <summary>Stops the service and starts it again on the same store.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartServiceAsync();
    }

    public async Task StartServiceAsync()
    {
        var gateway = Server.Gateway;
        var sessionsBefore = gateway.Identifies.Count + gateway.Resumes;
        Start();
        await UntilAsync(() => _service.IsOver || (World.Commands.Count > 0 && gateway.Identifies.Count + gateway.Resumes > sessionsBefore && gateway.IsConnected(0)));
        await _service.ThrowIfOverAsync();
    }

    private void Start()
    {
        var options = new Dictionary<string, string> { ["topic"] = _topic, ["data"] = "data", ["url"] = "http://127.0.0.1:0" };
        if (_store is not null) options["store"] = _store;
        var settings = SettingsReader.Read(
            _service.Folder, _service.Folder, new Hashtable { ["ChatBot__Discord__Token"] = Server.Options.Token, ["ChatBot__Discord__ApiRoot"] = Server.ApiRoot.AbsoluteUri },
            options);
        _service.Start(settings);
    }

    /// <summary>Waits until something holds, a minute at most.</summary>
    public async Task UntilAsync(Func<bool> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        // Not everything that is waited for changes the simulated world.
        while (!holds()) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, limit.Token);
    }

    /// <summary>The bot's messages in a channel, when there are so many.</summary>
    public async Task<IReadOnlyList<SimMessage>> AnswersAsync(SimChannel channel, int count)
    {
        await UntilAsync(() => Answers().Count >= count);
        return Answers();

        List<SimMessage> Answers()
        {
            lock (World.Lock) return [.. World.Messages.Where(message => message.Channel == channel && message.Author.IsBot && !message.IsLoading)];
        }
    }

    /// <summary>The interaction, when it is answered.</summary>
    public async Task<SimInteraction> AnsweredAsync(SimInteraction interaction)
    {
        await interaction.Acknowledged.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Cancellation);
        await UntilAsync(() => interaction.Original is not { IsLoading: true });
        return interaction;
    }

    public SimMessage Ask(Person person, SimChannel channel, string question) => person.Say(channel, $"{person.MentionOfBot} {question}");

    /// <summary>Looks into the store while the service runs.</summary>
    public Task<long> CountAsync(string sql) => _service.CountAsync(sql);

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        if (_first is null) await Server.DisposeAsync();
        Assert.DoesNotContain(Server.Options.Token, Output.ToString(), StringComparison.Ordinal);
        Assert.All(DiscordContract.ViolationsIn(Server.Ledger), violation => Assert.Fail(violation));
    }
}
