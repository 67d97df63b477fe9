using System.Globalization;
using System.Text;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Updates;
using ChatBot.Questions;
using ChatBot.Sources;
using ChatBot.Store;
using ChatBot.Subscriptions;
using ChatBot.Tests.Store;
using ChatBot.Updates;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace ChatBot.Tests.Subscriptions;

/// <summary>People who subscribe, documents that come in, and what people then read, on the topic that ships; time passes when told.</summary>
internal sealed class SubscriberRig : IAsyncDisposable
{
    private static readonly Lazy<KnowledgeBase> Shipped = new(() =>
    {
        var folder = RepositoryRoot.File("config", "topics", "hague-2025");
        var topic = TopicFolder.ReadTopic(folder);
        return KnowledgeBase.Build(topic, TopicFolder.ReadFacts(TopicFolder.DocumentsOf(folder), new FactExtractor(topic)));
    });

    private readonly TestStore _store;
    private readonly MovableTime _time = new();
    private readonly ICommandHandler[] _commands;
    private readonly DeliveryOutbox _outbox;
    private readonly UpdatePublisher _publisher;
    private readonly UpdateComposer _composer;
    private readonly DocumentStore _documents;
    private readonly StringBuilder _transcript = new();
    private KnowledgeBase _known;
    private int _received;

    private SubscriberRig(TestStore store, KnowledgeBase known)
    {
        _store = store;
        _known = known;
        var topic = _known.Topic.Id;
        var subscriptions = new SubscriptionStore(store.Database, topic);
        var log = new UpdateLog(store.Database, topic);
        _outbox = new DeliveryOutbox(store.Database);
        _documents = new DocumentStore(store.Database, topic);
        Shown = new ShownAnswers(() => _known, store.Database, topic, _time, NullLogger<ShownAnswers>.Instance);
        _publisher = new UpdatePublisher(() => _known, subscriptions, Shown, log, _outbox, new DeliverySignal());
        _composer = new UpdateComposer(log, _outbox, _documents, Interests.In(subscriptions));
        var held = new HeldUpdates(_documents, (document, words) => Rewording.Keeps(_known, document, words));
        _commands =
        [
            new SubscriptionCommands(() => _known, subscriptions, log, held, _time),
            new ChangesCommand(() => _known, subscriptions, log, held, new DeliveryRecords(store.Database), _time),
            new WhyCommand(() => _known, subscriptions, log, new DeliveryRecords(store.Database), _time),
        ];
    }

    public StoreDatabase Database => _store.Database;

    /// <summary>What is remembered for corrections.</summary>
    public ShownAnswers Shown { get; }

    /// <summary>What was last delivered to each chat.</summary>
    public Dictionary<string, Reply> Delivered { get; } = new(StringComparer.Ordinal);

    /// <summary>All that was said, as a chat.</summary>
    public string Transcript => _transcript.ToString();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SubscriberRig> OpenAsync(StoreKind kind = StoreKind.Sqlite, KnowledgeBase? known = null)
    {
        var rig = new SubscriberRig(await TestStore.OpenAsync(kind), known ?? Shipped.Value);
        if (rig._known.Documents.Count > 0) await rig._documents.SaveAsync(new Ingest([.. rig._known.Documents], "topic", "b", rig._time.GetUtcNow()), Cancellation);
        return rig;
    }

    public void At(string moment)
    {
        _time.Now = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
        _transcript.AppendLine(CultureInfo.InvariantCulture, $"-- {_time.Now:d MMMM yyyy HH:mm} UTC");
    }

    /// <summary>Somebody says something; the reply.</summary>
    public async Task<Reply> SayAsync(string text, string chat = "anna", bool isPrivate = true, bool manages = false)
    {
        var message = new IncomingMessage(new ChatAddress("loop", chat), new PersonId("loop", isPrivate ? chat : "anna"), "1", text, isPrivate) { MayManage = _ => ValueTask.FromResult(isPrivate || manages) };
        var command = Assert.IsType<CommandText>(CommandText.Read(text));
        var reply = await _commands.Single(handler => handler.Handles(command.Name)).HandleAsync(command, message, Cancellation);
        _transcript.AppendLine(CultureInfo.InvariantCulture, $"{chat}: {text}");
        Write(reply);
        return reply;
    }

    /// <summary>Somebody asks; the answer is shown.</summary>
    public async Task<Conversation> AskAsync(string text, string chat = "anna", Conversation? before = null, bool isForOneAlone = false, bool isEdit = false)
    {
        var message = new IncomingMessage(new ChatAddress("loop", chat), new PersonId("loop", chat), "1", text, !isForOneAlone, isEdit) { IsForOneAlone = isForOneAlone };
        var handled = QuestionHandler.Handle(text, before ?? Conversation.New, _known);
        await Shown.ShownAsync(message, handled.Answer, Cancellation);
        _transcript.AppendLine(CultureInfo.InvariantCulture, $"{chat}: {text}");
        Write(handled.Reply);
        return handled.Conversation;
    }

    /// <summary>What time it is.</summary>
    public DateTimeOffset Now => _time.Now;

    /// <summary>Somebody writes anything; the reply.</summary>
    public async Task<Reply> WriteAsync(string text) => (await new MessageHandler(() => _known, new ConversationMemory(_time), new Allowance(_time), _commands)
        .AnswerAsync(new IncomingMessage(new ChatAddress("loop", "anna"), new PersonId("loop", "anna"), "1", text, true), Conversation.New, Cancellation)).Reply;

    /// <summary>Somebody taps a button of a reply.</summary>
    public Task<Reply> TapAsync(Reply reply, string label, string chat = "anna") =>
        SayAsync(Assert.Single(reply.Actions, action => action.Kind == ReplyActionKind.Command && action.Label == label).Subject, chat);

    /// <summary>Somebody taps the button of a reply's passage, on a platform; null where it is gone.</summary>
    public async Task<Reply?> OpenAsync(Reply reply, string label)
    {
        var button = Assert.Single(reply.Actions, action => action.Kind == ReplyActionKind.Passage && action.Label == label);
        var mark = Assert.IsType<PlaceMark>(PlaceMark.Read(Assert.IsType<PlaceMark>(PlaceMark.Of(button, _known)).ToString()));
        var handler = new MessageHandler(() => _known, new ConversationMemory(_time), new Allowance(_time), []) { FindReplaced = new KeptPassages(_documents).FindAsync };
        var passage = await handler.PassageAsync(mark, Cancellation);
        _transcript.AppendLine(CultureInfo.InvariantCulture, $"tapped: [{label}]");
        if (passage is not null) Write(passage);
        return passage;
    }

    /// <summary>A chat puts the bot out.</summary>
    public async Task BlockAsync(string chat = "anna") => await new ChatMembership(Database, new DeliverySignal(), _time).LeftAsync(new ChatAddress("loop", chat), Cancellation);

    /// <summary>A chat takes the bot back.</summary>
    public async Task UnblockAsync(string chat = "anna") => await new ChatMembership(Database, new DeliverySignal(), _time).JoinedAsync(new ChatAddress("loop", chat), Cancellation);

    /// <summary>A document comes in.</summary>
    public async Task ComesInAsync(string id, string publisher, string text, bool backlog = false, bool isFromFeed = false, bool isUndated = false, DateOnly? published = null, string? title = null)
    {
        await ComeInAsync([(id, text)], publisher, backlog, isFromFeed, isUndated, published, title);
        _transcript.AppendLine(CultureInfo.InvariantCulture, $"   ({publisher} writes: {text})");
    }

    /// <summary>Documents come in together.</summary>
    public async Task ComeInAsync(IEnumerable<(string Id, string Text)> texts, string publisher, bool backlog = false, bool isFromFeed = false, bool isUndated = false, DateOnly? published = null, string? title = null)
    {
        var extractor = new FactExtractor(_known.Topic);
        DocumentFacts[] facts = [.. texts.Select(Read)];
        var ingest = new Ingest(facts, "test", "b", _time.Now) { Backlog = backlog, IsFromFeed = isFromFeed };
        await using (var connection = await Database.OpenAsync(Cancellation)) await _publisher.PrepareAsync(ingest, facts, connection, Cancellation);
        var outcomes = await _documents.SaveAsync(ingest, Cancellation);
        await using (var connection = await Database.OpenAsync(Cancellation))
        {
            await using var transaction = await connection.BeginTransactionAsync(Cancellation);
            await _publisher.StoredAsync(new DocumentsStored(_known.Topic.Id, ingest, outcomes), connection, transaction, Cancellation);
            await transaction.CommitAsync(Cancellation);
        }
        _known = _known.With(facts);

        DocumentFacts Read((string Id, string Text) of)
        {
            var read = Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(of.Text), of.Id + ".txt") { Id = DocumentId.Parse(of.Id) }));
            var document = read.Document with { Source = new DocumentSource(publisher, title, Published: isUndated ? null : published ?? DateOnly.FromDateTime(_time.Now.UtcDateTime)) };
            return new DocumentFacts(document, extractor.Extract(document)) { ReceivedAt = _time.Now.AddMilliseconds(++_received) };
        }
    }

    /// <summary>A document as it would come in, with its facts.</summary>
    public static DocumentFacts Facts(KnowledgeBase known, string id, string publisher, string text)
    {
        var read = Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(text), id + ".txt") { Id = DocumentId.Parse(id) }));
        var document = read.Document with { Source = new DocumentSource(publisher, null) };
        return new DocumentFacts(document, new FactExtractor(known.Topic).Extract(document));
    }

    /// <summary>A document is taken out of use.</summary>
    public async Task TakenOutAsync(string id)
    {
        await _documents.SaveAsync(new Ingest([], "topic", "b", _time.Now) { Withdrawn = [DocumentId.Parse(id)] }, Cancellation);
        _known = KnowledgeBase.Build(_known.Topic, [.. _known.Documents.Where(document => document.Document.Id.Value != id)]);
        _transcript.AppendLine(CultureInfo.InvariantCulture, $"   ({id} is taken out)");
    }

    /// <summary>What is due now is delivered; to whom, and what it says.</summary>
    public async Task<List<(string Chat, string Text)>> DeliverAsync()
    {
        var delivered = new List<(string, string)>();
        while (true)
        {
            var claimed = await _outbox.TurnAsync(new Loop(), [], 100, UnknownPolicy.Repeat, _time.Now, TimeSpan.FromSeconds(12), Cancellation);
            if (claimed.Count == 0) return delivered;
            var composed = await _composer.ComposeAsync(claimed, Cancellation);
            foreach (var delivery in claimed.OrderBy(delivery => delivery.Chat.Chat, StringComparer.Ordinal))
            {
                if (composed[delivery.Id].Reply is not { } reply) continue;
                _transcript.AppendLine(CultureInfo.InvariantCulture, $"to {delivery.Chat.Chat}:");
                Write(reply);
                Delivered[delivery.Chat.Chat] = reply;
                delivered.Add((delivery.Chat.Chat, PlainReplyWriter.WriteText(reply)));
            }
            await _outbox.TurnAsync(new Loop(), [.. claimed.Select(delivery => new EndedDelivery(delivery, composed[delivery.Id].Reply is null ? new DeliveryOutcome.Refused(DeliveryPump.NothingLeft) : new DeliveryOutcome.Sent("m"), composed[delivery.Id].Told))], 0, UnknownPolicy.Repeat, _time.Now, TimeSpan.FromSeconds(12), Cancellation);
        }
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private void Write(Reply reply)
    {
        foreach (var line in PlainReplyWriter.WriteText(reply).Split('\n')) _transcript.AppendLine(CultureInfo.InvariantCulture, $"   bot: {line}");
        for (var i = 0; i < reply.Sources.Count; i++) _transcript.AppendLine(CultureInfo.InvariantCulture, $"        [{i + 1}] {reply.Sources[i].Label}");
        if (reply.Actions.Count > 0) _transcript.AppendLine("        " + string.Join(" ", reply.Actions.Select(action => $"[{action.Label}]")));
    }

    private sealed class MovableTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2025, 6, 20, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Loop : IDeliveryChannel
    {
        public string Platform => "loop";

        public bool RecognisesKeys => true;

        public Task<DeliveryOutcome> SendAsync(Delivery delivery, CancellationToken cancellation) => throw new InvalidOperationException("Nothing is sent here.");
    }
}
