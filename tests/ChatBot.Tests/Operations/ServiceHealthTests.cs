using System.Collections;
using System.Net;
using ChatBot.Deliveries;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Topics;
using ChatBot.Operations;
using ChatBot.Settings;
using ChatBot.Store;
using ChatBot.Tests.Store;
using ChatBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChatBot.Tests.Operations;

public sealed class ServiceHealthTests
{
    private const string NoServer = "Host=127.0.0.1;Port=1;Database=chatbot;Timeout=3";

    [Theory]
    [InlineData("/health", HttpStatusCode.ServiceUnavailable, "not ready: the store can't be reached")]
    [InlineData("/health/live", HttpStatusCode.OK, "alive ")]
    [InlineData("/deliveries", HttpStatusCode.ServiceUnavailable, "The store can't be reached, so nobody can say what waits.")]
    [InlineData("/?q=hello", HttpStatusCode.OK, "Hello.")]
    public async Task Without_its_store_a_service_lives_and_says_what_it_can_not_do(string address, HttpStatusCode status, string expected)
    {
        await using var database = StoreDatabase.At(StoreAddress.Parse(NoServer));
        var knowledge = KnowledgeBase.Build(Topic.None with { Title = "The port" }, []);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(TimeProvider.System);
        await using var site = builder.Build();
        site.MapHealth(Settings(NoServer), database, TimeProvider.System);
        site.MapWebPages(() => knowledge, new DeliveryRecords(database));
        await site.StartAsync(TestContext.Current.CancellationToken);
        using var response = await site.GetTestClient().GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        var told = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(expected, told);
        Assert.DoesNotContain("Port=1", told);
    }

    [Fact]
    public async Task A_store_whose_file_was_deleted_beside_the_service_is_told_and_takes_nothing_until_it_is_back()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        var path = Assert.IsType<StoreAddress.SqliteFile>(store.Address).Path;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        await using var site = builder.Build();
        site.MapHealth(Settings(path), store.Database, TimeProvider.System);
        await site.StartAsync(TestContext.Current.CancellationToken);
        using var client = site.GetTestClient();
        Assert.Equal("ready", await client.GetStringAsync("/health", TestContext.Current.CancellationToken));

        File.Move(path, path + ".away");
        using var response = await client.GetAsync("/health", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.EndsWith("on Telegram and Discord they wait, as do news, subscriptions and new documents, and are answered when the store is back.", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var refused = await Assert.ThrowsAsync<StoreException>(() => store.Database.OpenAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith($"The store {path} is gone: it was deleted or moved away", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(path));

        File.Move(path + ".away", path);
        Assert.Equal("ready", await client.GetStringAsync("/health", TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Services_on_one_store_say_the_same_and_on_another_they_do_not()
    {
        Assert.Equal(ServiceHealth.Living(Settings("a.db")), ServiceHealth.Living(Settings("a.db")));
        Assert.NotEqual(ServiceHealth.Living(Settings("a.db")), ServiceHealth.Living(Settings("b.db")));
        Assert.DoesNotContain("a.db", ServiceHealth.Living(Settings("a.db")));
    }

    private static ChatBotSettings Settings(string store) => SettingsReader.Read(
        RepositoryRoot.Path, RepositoryRoot.Path, new Hashtable(), new Dictionary<string, string> { ["store"] = store, ["url"] = "http://127.0.0.1:0" });
}
