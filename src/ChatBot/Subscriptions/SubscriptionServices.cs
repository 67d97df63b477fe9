using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Updates;
using ChatBot.Questions;
using ChatBot.Store;
using ChatBot.Updates;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatBot.Subscriptions;

/// <summary>Wires updates, subscriptions and deliveries.</summary>
internal static class SubscriptionServices
{
    /// <summary>What writes down, for a command that stores documents, who is to be told; the running service delivers it.</summary>
    public static IDocumentsStored Publisher(Func<KnowledgeBase> current, StoreDatabase database, string topic) =>
        new UpdatePublisher(
            current, new SubscriptionStore(database, topic), new ShownAnswers(current, database, topic, TimeProvider.System, NullLogger<ShownAnswers>.Instance), new UpdateLog(database, topic), new DeliveryOutbox(database), new DeliverySignal());

    /// <summary>Adds them.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="current">What is known now.</param>
    /// <param name="database">The store.</param>
    /// <param name="topic">The topic's id.</param>
    public static void AddSubscriptions(this IServiceCollection services, Func<KnowledgeBase> current, StoreDatabase database, string topic)
    {
        var subscriptions = new SubscriptionStore(database, topic);
        var log = new UpdateLog(database, topic);
        var outbox = new DeliveryOutbox(database);
        var signal = new DeliverySignal();
        var records = new DeliveryRecords(database);
        var documents = new DocumentStore(database, topic);
        var held = new HeldUpdates(documents, (document, words) => Rewording.Keeps(current(), document, words));
        var composer = new UpdateComposer(log, outbox, documents, Interests.In(subscriptions));
        services.AddSingleton(new KeptPassages(documents));
        services.AddSingleton(subscriptions);
        services.AddSingleton(log);
        services.AddSingleton(outbox);
        services.AddSingleton(signal);
        services.AddSingleton(records);
        services.AddSingleton(new DeliveryOptions());
        services.AddSingleton<ComposeDeliveries>(composer.ComposeAsync);
        services.AddSingleton(provider => new ShownAnswers(current, database, topic, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ShownAnswers>>()));
        services.AddSingleton<IAnswersShown>(provider => provider.GetRequiredService<ShownAnswers>());
        services.AddHostedService(provider => provider.GetRequiredService<ShownAnswers>());
        services.AddSingleton<IDocumentsStored>(provider => new UpdatePublisher(current, subscriptions, provider.GetRequiredService<ShownAnswers>(), log, outbox, signal));
        services.AddSingleton<ICommandHandler>(provider => new SubscriptionCommands(current, subscriptions, log, held, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICommandHandler>(provider => new ChangesCommand(current, subscriptions, log, held, records, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICommandHandler>(provider => new WhyCommand(current, subscriptions, log, records, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IChatMembership, ChatMembership>();
        services.AddHostedService<DeliveryWorker>();
    }
}
