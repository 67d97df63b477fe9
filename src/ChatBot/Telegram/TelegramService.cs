using ChatBot.Questions;
using ChatBot.Store;
using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Exceptions;
using ChatBot.TelegramClient.Polling;
using ChatBot.TelegramClient.Types;

namespace ChatBot.Telegram;

/// <summary>
/// Receives from Telegram as long as the service runs, by webhook where one is set and else by long polling, into the same inbox. Outages are survived; a wrong token ends this platform alone, with a word in
/// the log. At the stop the updates at hand are finished, within a few seconds.
/// </summary>
internal sealed partial class TelegramService(
    ITelegramBotClient client, TelegramSender sender, TelegramMembership membership, MessageHandler handler, ConversationMemory memory, StoreDatabase database,
    FeedbackBox feedback, UnansweredQuestions unanswered,
    TimeProvider time, ILoggerFactory logs, TelegramWebhook? webhook = null) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ForTheLast = TimeSpan.FromSeconds(5);

    private readonly ILogger _log = logs.CreateLogger<TelegramService>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ReceiveAsync(await IntroduceAsync(stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Log.Stopped(_log);
        }
        catch (ApiRequestException refused) when (IsTokenRefused(refused))
        {
            Log.TokenRefused(_log, refused.ErrorCode);
        }
    }

    private async Task ReceiveAsync(User me, CancellationToken stopping)
    {
        using var abort = new CancellationTokenSource();
        var conversations = new TelegramConversations(
            me, client, handler, memory, sender, membership, feedback, time, logs.CreateLogger<TelegramConversations>());
        var seen = new SeenUpdates(database, TelegramMapping.Platform, TelegramMapping.PersonOf(me).Value);
        var inbox = new TelegramInbox(seen, unanswered, new AnswersByMessage(database, time), conversations, time, logs.CreateLogger<TelegramInbox>(), abort.Token);
        try
        {
            await inbox.ResumeAsync(stopping);
            if (webhook is not null) await webhook.ReceiveAsync(client, inbox, stopping);
            else await new UpdateReceiver(client, new ReceiverOptions { AllowedUpdates = TelegramPlatform.Wanted }, time, new Random()).ReceiveAsync(inbox, stopping);
        }
        finally
        {
            using var patience = new CancellationTokenSource(ForTheLast, time);
            await using var giveUp = patience.Token.Register(abort.Cancel);
            await inbox.StopAsync();
        }
    }

    /// <summary>Learns who the bot is and sets its menus, however long the platform can't be reached. Without menus it works all the same.</summary>
    private async Task<User> IntroduceAsync(CancellationToken cancellation)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                var me = await client.GetMe(cancellation);
                Log.Connected(_log, me.Username);
                await SetMenusAsync(cancellation);
                return me;
            }
            catch (RequestException failure) when (failure is not ApiRequestException refused || !IsTokenRefused(refused))
            {
                Log.NotReached(_log, pause.TotalSeconds, failure.Message);
            }
            await Task.Delay(pause, time, cancellation);
        }
    }

    private async Task SetMenusAsync(CancellationToken cancellation)
    {
        try
        {
            await TelegramMenus.SetAsync(client, cancellation);
        }
        catch (RequestException failure) when (failure is not ApiRequestException refused || !IsTokenRefused(refused))
        {
            Log.NoMenus(_log, failure.Message);
        }
    }

    private static bool IsTokenRefused(ApiRequestException refused) => refused.ErrorCode is 401 or 404;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Telegram: connected as @{Username}.")]
        public static partial void Connected(ILogger log, string? username);

        [LoggerMessage(2, LogLevel.Warning, "Telegram can't be used yet; the next try is in {Seconds:0} s. {Failure}")]
        public static partial void NotReached(ILogger log, double seconds, string failure);

        [LoggerMessage(3, LogLevel.Critical, "Telegram refused the token ({Code}); this platform is off until the service starts with another. Ask BotFather for a new one.")]
        public static partial void TokenRefused(ILogger log, int code);

        [LoggerMessage(5, LogLevel.Warning, "Telegram: the command menus could not be set; they are tried again at the next start. {Failure}")]
        public static partial void NoMenus(ILogger log, string failure);

        [LoggerMessage(4, LogLevel.Information, "Telegram: stopped.")]
        public static partial void Stopped(ILogger log);
    }
}
