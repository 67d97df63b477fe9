using ChatBot.TelegramClient;

namespace ChatBot.Telegram;

/// <summary>Adds the platform to the service.</summary>
internal static class TelegramPlatform
{
    /// <summary>Adds it where a token is set.</summary>
    /// <exception cref="FormatException">The token or the address is not of its form.</exception>
    public static void AddTelegram(this IServiceCollection services, TelegramOptions options)
    {
        if (options.Token is not { } token) return;
        var client = new TelegramBotClientOptions(token, options.ApiRoot.AbsoluteUri);
        services.AddSingleton<ITelegramBotClient>(provider => new TelegramBotClient(client, null, provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<TelegramService>();
    }
}
