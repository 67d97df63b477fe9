using ChatBot.Sources.Fetching;
using ChatBot.Store;

namespace ChatBot.Sources;

/// <summary>Wires what brings documents in.</summary>
internal static class SourcesRegistration
{
    /// <summary>Adds the one way in, what looks at the sources, and what keeps the library up to date.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="fetching">Where may be fetched from.</param>
    /// <param name="sources">What is looked at.</param>
    public static void AddSources(this IServiceCollection services, AddressPolicy fetching, IReadOnlyList<SourceOptions> sources)
    {
        services.AddSingleton(provider => new SafeFetcher(fetching, new FetchLimits(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DocumentIntake>();
        services.AddSingleton(provider => new SourceRecords(provider.GetRequiredService<StoreDatabase>(), provider.GetRequiredService<TopicLibrary>().Current.Topic.Id));
        services.AddHostedService<LibraryWatch>();
        if (sources.Count == 0) return;
        services.AddHostedService(provider => new SourcePoller(
            sources, provider.GetRequiredService<SafeFetcher>(), provider.GetRequiredService<DocumentIntake>(), provider.GetRequiredService<SourceRecords>(),
            provider.GetRequiredService<TimeProvider>(), new Random(), provider.GetRequiredService<ILogger<SourcePoller>>()));
    }
}
