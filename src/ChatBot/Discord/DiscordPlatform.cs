using ChatBot.Deliveries;
using ChatBot.Discord.Conversations;
using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Rest;
using ChatBot.Questions;

namespace ChatBot.Discord;

/// <summary>Adds the platform to the service.</summary>
internal static class DiscordPlatform
{
    /// <summary>Adds it where a token is set.</summary>
    /// <exception cref="ArgumentException">The text can't be a token.</exception>
    public static void AddDiscord(this IServiceCollection services, DiscordOptions options)
    {
        if (options.Token is null) return;
        var token = new DiscordToken(options.Token);
        var config = new DiscordRestConfig { ApiRoot = options.ApiRoot };
        services.AddSingleton(token);
        services.AddSingleton(config);
        services.AddSingleton(provider => new DiscordRestClient(
            config, token, provider.GetRequiredService<TimeProvider>(), new Random(), null, DiscordLog.To(provider.GetRequiredService<ILogger<DiscordRestClient>>())));
        // Late, because what is known is asked for through those who may deliver.
        services.AddSingleton<IDeliveryChannel>(provider => new DiscordDeliveries(provider.GetRequiredService<DiscordRestClient>(), () => provider.GetRequiredService<MessageHandler>().Knowledge));
        services.AddHostedService<DiscordService>();
    }
}
