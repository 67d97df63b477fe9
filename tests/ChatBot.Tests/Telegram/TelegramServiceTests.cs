using System.Net;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Topics;
using ChatBot.Questions;
using ChatBot.Store;
using ChatBot.Telegram;
using ChatBot.Telegram.Pacing;
using ChatBot.TelegramClient;
using ChatBot.TelegramClient.Exceptions;
using ChatBot.TelegramClient.Requests;
using ChatBot.Tests.Store;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace ChatBot.Tests.Telegram;

public sealed class TelegramServiceTests
{
    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    public async Task A_refused_token_ends_this_platform_and_not_the_service(int code)
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        var client = new RefusingClient(code);
        var (memory, knowledge) = (new ConversationMemory(TimeProvider.System), KnowledgeBase.Build(Topic.None, []));
        using var pacer = new TelegramPacer(new PacingLimits(), TimeProvider.System);
        var membership = new TelegramMembership([], TimeProvider.System);
        using var service = new TelegramService(
            client, new TelegramSender(client, pacer, membership, TimeProvider.System, NullLogger<TelegramSender>.Instance), membership, new MessageHandler(() => knowledge, memory, new Allowance(TimeProvider.System), []), memory, store.Database, new FeedbackBox(store.Database, "t"),
            new UnansweredQuestions(store.Database, "t"), TimeProvider.System, NullLoggerFactory.Instance);
        await service.StartAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(service.ExecuteTask);
        await service.ExecuteTask.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal(["getMe"], client.Asked);
    }

    private sealed class RefusingClient(int code) : ITelegramBotClient
    {
        public List<string> Asked { get; } = [];

        public long BotId => 7;

        public Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
        {
            Asked.Add(request.MethodName);
            throw new ApiRequestException(request.MethodName, "Unauthorized", code, null, (HttpStatusCode)code);
        }
    }
}
