using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Discord;
using ChatBot.Operations;
using ChatBot.Questions;
using ChatBot.Settings;
using ChatBot.Sources;
using ChatBot.Store;
using ChatBot.Subscriptions;
using ChatBot.Telegram;
using ChatBot.Updates;
using ChatBot.Web;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Console;

namespace ChatBot;

/// <summary>The composition root: builds the service out of its features.</summary>
internal static class ChatBotHost
{
    /// <summary>Runs the service until it is told to stop.</summary>
    /// <returns>When it has stopped, and all that it had begun is finished.</returns>
    /// <exception cref="UnreadableFilesException">The topic has errors.</exception>
    /// <exception cref="SettingsException">A platform can't be used with its settings, or the address of the web page is taken.</exception>
    /// <exception cref="StoreException">The store can't be used.</exception>
    public static async Task RunAsync(ChatBotSettings settings, TextWriter output, TimeProvider time, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        var listening = await ListenProbe.TryAsync(settings.Web.Url, cancellation);
        if (listening.Problem is { } unusable) throw new SettingsException([unusable]);
        await using var database = StoreDatabase.At(settings.Store);

        // Side by side: each takes about half of the start, and neither needs the other.
        var opening = Task.Run(() => TopicLibrary.OpenAsync(
            settings.Topic, database, settings.Data, time, FolderUse.Store, known => [SubscriptionServices.Publisher(known, database, known().Topic.Id)], cancellation,
            () => output.WriteLine(TopicLibrary.Preparing)), cancellation);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(ChatBotHost).Assembly.GetName().Name });
        builder.WebHost.UseUrls(listening.Urls);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // A start that fails is told once, in words, by whoever asked for it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        foreach (var console in builder.Services.Where(service => service.ServiceType == typeof(ILoggerProvider) && service.ImplementationType == typeof(ConsoleLoggerProvider)).ToList())
        {
            builder.Services.Remove(console);
            builder.Services.AddSingleton<ILoggerProvider>(services => new StoreFailuresInOneLine(ActivatorUtilities.CreateInstance<ConsoleLoggerProvider>(services)));
        }
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(database);
        var library = await opening;
        builder.Services.AddSingleton(library);
        builder.Services.AddSources(settings.Fetching, settings.Sources);
        builder.Services.AddSingleton(new UnansweredQuestions(database, library.Current.Topic.Id));
        builder.Services.AddSingleton(new FeedbackBox(database, library.Current.Topic.Id));
        try
        {
            builder.Services.AddTelegram(settings.Telegram);
        }
        catch (FormatException wrong)
        {
            throw new SettingsException([$"Telegram: {wrong.Message}"]);
        }
        builder.Services.AddSubscriptions(() => library.Current, database, library.Current.Topic.Id);
        try
        {
            builder.Services.AddDiscord(settings.Discord);
        }
        catch (ArgumentException wrong)
        {
            throw new SettingsException([$"Discord: {wrong.Message}"]);
        }
        builder.Services.AddSingleton<AnswersByMessage>();
        builder.Services.AddSingleton<IChatMembership>(services => services.GetRequiredService<AnswersByMessage>());
        builder.Services.AddSingleton<ConversationMemory>();
        builder.Services.AddSingleton<Allowance>();
        builder.Services.AddSingleton(services => new MessageHandler(
            () => library.Current, services.GetRequiredService<ConversationMemory>(), services.GetRequiredService<Allowance>(), services.GetServices<ICommandHandler>(), services.GetServices<IAnswersShown>())
        {
            FindReplaced = services.GetRequiredService<KeptPassages>().FindAsync,
            FindKept = services.GetRequiredService<AnswersByMessage>().FindAsync,
        });

        await using var service = builder.Build();
        service.MapTelegram();
        service.MapHealth(settings, database, time);
        service.MapWebPages(() => library.Current, service.Services.GetRequiredService<DeliveryRecords>());
        service.MapDocuments(settings.IngestToken, service.Services.GetRequiredService<DocumentIntake>(), time);
        try
        {
            await service.StartAsync(cancellation);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new SettingsException([ListenProbe.Taken(settings.Web.Url)]);
        }
        foreach (var line in Greeting.Lines(settings, service.Urls, listening.IsOpenToAll, library, time.GetElapsedTime(started))) await output.WriteLineAsync(line);
        // Starting leaves garbage behind that a small machine would rather have back.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await service.WaitForShutdownAsync(cancellation);
    }
}
