using ChatBot.Sources.Fetching;

namespace ChatBot.Sources;

/// <summary>Wires what brings documents in.</summary>
internal static class SourcesRegistration
{
    /// <summary>Adds the one way in, and what keeps the library up to date.</summary>
    public static void AddSources(this IServiceCollection services, AddressPolicy fetching)
    {
        services.AddSingleton(provider => new SafeFetcher(fetching, new FetchLimits(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DocumentIntake>();
        services.AddHostedService<LibraryWatch>();
    }
}
