using ChatBot.Deliveries;
using ChatBot.Telegram.Pacing;
using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Types.Enums;
using ChatBot.TelegramClient.Webhooks;

namespace ChatBot.Telegram;

/// <summary>Adds the platform to the service.</summary>
internal static class TelegramPlatform
{
    /// <summary>What the bot wants to hear of, by polling and by webhook alike.</summary>
    public static IReadOnlyList<UpdateType> Wanted { get; } = [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.InlineQuery, UpdateType.MyChatMember];

    /// <summary>Adds it where a token is set.</summary>
    /// <exception cref="FormatException">The token, an address or the webhook's secret is not of its form.</exception>
    public static void AddTelegram(this IServiceCollection services, TelegramOptions options)
    {
        if (options.Token is not { } token) return;
        var client = new TelegramBotClientOptions(token, options.ApiRoot.AbsoluteUri);
        services.AddSingleton<ITelegramBotClient>(provider => new TelegramBotClient(client, null, provider.GetRequiredService<TimeProvider>()));
        if (options.WebhookUrl is { } url)
        {
            var secret = options.WebhookSecret is { } given ? new WebhookSecret(given) : WebhookSecret.Create();
            var registration = new WebhookRegistration(url.AbsoluteUri, secret) { AllowedUpdates = Wanted };
            services.AddSingleton(provider => new TelegramWebhook(
                registration, options.WebhookSecret is null, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<TelegramWebhook>>()));
        }
        services.AddSingleton(new PacingLimits());
        services.AddSingleton<TelegramPacer>();
        services.AddSingleton<TelegramMembership>();
        services.AddSingleton<TelegramSender>();
        services.AddSingleton<IDeliveryChannel, TelegramDeliveries>();
        services.AddHostedService<TelegramService>();
    }

    /// <summary>Opens the webhook's address, where one is set.</summary>
    public static void MapTelegram(this WebApplication site)
    {
        if (site.Services.GetService<TelegramWebhook>() is { } webhook) site.MapPost(webhook.Path, webhook.TakeAsync);
    }
}
