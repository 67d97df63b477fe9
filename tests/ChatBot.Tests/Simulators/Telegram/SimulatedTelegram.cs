using ChatBot.Simulators.Telegram;
using ChatBot.TelegramClient;
using Xunit;

namespace ChatBot.Tests.Simulators.Telegram;

/// <summary>A simulator and our client to it. At its end nothing that passed may have broken the published description.</summary>
internal sealed class SimulatedTelegram : IAsyncDisposable
{
    private readonly bool isFaithful;

    private SimulatedTelegram(TelegramSimulator server, bool isFaithful)
    {
        Server = server;
        this.isFaithful = isFaithful;
        Client = NewClient();
    }

    public TelegramSimulator Server { get; }

    public TelegramBotClient Client { get; }

    /// <param name="options">Its contract is replaced.</param>
    /// <param name="isFaithful">False where the test itself breaks the description on purpose.</param>
    public static async Task<SimulatedTelegram> StartAsync(SimulatorOptions? options = null, bool isFaithful = true)
    {
        var given = options ?? new SimulatorOptions();
        var server = await TelegramSimulator.StartAsync(
            new SimulatorOptions
            {
                PrivacyMode = given.PrivacyMode,
                MentionsReachTheBot = given.MentionsReachTheBot,
                QueryLifetime = given.QueryLifetime,
                Limits = given.Limits,
                Time = given.Time,
                Contract = isFaithful ? PublishedContract.OrNull : null,
            },
            TestContext.Current.CancellationToken);
        return new SimulatedTelegram(server, isFaithful);
    }

    public TelegramBotClient NewClient(TimeSpan? timeout = null) =>
        new(new TelegramBotClientOptions(Server.Options.Token, Server.BaseUrl) { Timeout = timeout ?? TimeSpan.FromSeconds(30) });

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        if (!isFaithful)
            return;
        Assert.Empty(Server.Ledger.RequestViolations);
        Assert.Empty(Server.Ledger.AnswerViolations);
    }
}
