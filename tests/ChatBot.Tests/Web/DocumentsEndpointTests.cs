using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Sources;
using ChatBot.Tests.Store;
using ChatBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Xunit;

namespace ChatBot.Tests.Web;

public sealed class DocumentsEndpointTests : IAsyncLifetime
{
    private const string Token = "correct-horse-battery";
    private const string Quay = "The quay of Aldenburg opens on 14 March 2031. Everybody is invited to it.";

    private readonly string _folder = Directory.CreateTempSubdirectory("chatbot-endpoint-").FullName;
    private TestStore? _store;
    private TopicLibrary? _library;
    private WebApplication? _site;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WebApplication Site => _site ?? throw new InvalidOperationException("Not started.");

    private TestStore Store => _store ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync() => await StartAsync(Token);

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        if (_store is not null) await _store.DisposeAsync();
        Directory.Delete(_folder, true);
    }

    [Fact]
    public async Task A_document_is_taken_and_known_at_once()
    {
        var (status, reply) = await PostAsync("?name=quay.txt", Quay);
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(("quay", 1, "added"), ((string?)reply["id"], (int?)reply["version"], (string?)reply["effect"]));
        Assert.Equal("The quay of Aldenburg opens on 14 March 2031.", (string?)reply["facts"]?[0]?["text"]);
        Assert.Contains("The quay of Aldenburg opens on 14 March 2031.", _library?.Current.Documents.SelectMany(document => document.Facts).Select(fact => fact.Text) ?? []);

        Assert.Equal("unchanged", (string?)(await PostAsync("?name=quay.txt", Quay)).Reply["effect"]);
        var (again, revised) = await PostAsync("?name=quay.txt", "The quay of Aldenburg opens on 15 March 2031. Nobody is invited to it.");
        Assert.Equal((HttpStatusCode.OK, 2, "revised"), (again, (int?)revised["version"], (string?)revised["effect"]));
    }

    [Theory]
    [InlineData("?url=https%3A%2F%2Fnews.example%2Fquay%3Futm_source%3Dx", "text/html", "<html><head><title>Quay</title></head><body><article><h1>Quay</h1><p>The quay of Aldenburg opens today.</p></article></body></html>", "news-example-quay-")]
    [InlineData("", "text/markdown", "---\nid: front\n---\n\nThe quay of Aldenburg opens today.", "front")]
    [InlineData("", "text/plain; charset=utf-8", "The quay of Aldenburg opens today.", "doc-")]
    public async Task Its_id_comes_from_its_address_its_front_matter_its_name_or_its_text(string query, string type, string body, string id)
    {
        var (status, reply) = await PostAsync(query, body, type);
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.StartsWith(id, (string?)reply["id"]);
    }

    [Fact]
    public async Task The_same_text_without_a_name_is_said_to_be_there_already()
    {
        await PostAsync("?name=quay.txt", Quay);
        var (status, reply) = await PostAsync("", Quay + "\r\n", "text/plain");
        Assert.Equal((HttpStatusCode.OK, "quay", "unchanged"), (status, (string?)reply["id"], (string?)reply["effect"]));
        Assert.Equal("The same text is there already, as the document 'quay'.", (string?)reply["warnings"]?[0]);
        Assert.Equal("The quay of Aldenburg opens on 14 March 2031.", (string?)reply["facts"]?[0]?["text"]);
        Assert.Single(_library?.Current.Documents ?? []);

        // Another outlet's copy of it is a document of its own, and so is one with a name of its own.
        Assert.Equal("added", (string?)(await PostAsync("", "---\npublisher: The Courier\n---\n\n" + Quay, "text/markdown")).Reply["effect"]);
        Assert.Equal("added", (string?)(await PostAsync("?name=copy.txt", Quay)).Reply["effect"]);
    }

    [Fact]
    public async Task A_day_that_has_not_come_is_told_and_not_taken()
    {
        var (_, reply) = await PostAsync("?name=quay.md", "---\npublished: 2999-01-02\n---\n\n" + Quay, "text/markdown");
        Assert.Contains("It states the day 2 January 2999, which has not come yet", string.Join(' ', reply["warnings"]?.AsArray().Select(warning => (string?)warning) ?? []));
    }

    [Theory]
    [InlineData("", 401)]
    [InlineData("Bearer", 401)]
    [InlineData("Bearer wrong", 401)]
    [InlineData("Bearer correct-horse-batter", 401)]
    [InlineData("Bearer correct-horse-batteryy", 401)]
    [InlineData("Basic correct-horse-battery", 401)]
    [InlineData("bearer correct-horse-battery", 201)]
    public async Task Only_who_knows_the_token_may(string authorization, int expected)
    {
        var (status, reply) = await PostAsync("?name=quay.txt", Quay, authorization: authorization);
        Assert.Equal(expected, (int)status);
        if (expected == 401) Assert.Equal("The token is missing or wrong", (string?)reply["title"]);
        Assert.Equal(expected == 401 ? 0 : 1, _library?.Current.Documents.Count);
    }

    [Fact]
    public async Task Without_a_token_in_the_settings_nobody_may()
    {
        await Site.DisposeAsync();
        await StartAsync(null);
        foreach (var authorization in new[] { "", "Bearer ", "Bearer null" })
        {
            var (status, reply) = await PostAsync("?name=quay.txt", Quay, authorization: authorization);
            Assert.Equal(HttpStatusCode.NotFound, status);
            Assert.Contains("ChatBot__Ingest__Token", (string?)reply["detail"]);
        }
    }

    [Theory]
    [InlineData("?name=a", "application/pdf", "x", 415)]
    [InlineData("?name=a&url=https%3A%2F%2Fnews.example%2Fa", "text/plain", "x", 400)]
    [InlineData("?name=a", "application/json", "{}", 415)]
    [InlineData("?nam=news", "text/plain", "x", 400, "There is no parameter 'nam'. Did you mean 'name'?")]
    [InlineData("?url=file%3A%2F%2F%2Fetc%2Fpasswd", "text/plain", "The quay opens.", 400)]
    [InlineData("?url=https%3A%2F%2Fme%3Ageheim%40x%2F", "text/plain", "The quay opens.", 400)]
    [InlineData("?name=a", "text/plain", " ", 422)]
    [InlineData("?name=a", "text/markdown", "---\nid: [\n---\n", 422)]
    [InlineData("?name=own", "text/plain", "The quay stays closed.", 409, "The document 'own' came by the topic's own folder and stays")]
    [InlineData("?name=own", "text/plain", "The quay stays closed.", 409, "The document 'own' came by the folder 'inbox' and stays", "folder:inbox")]
    [InlineData("?name=own", "text/plain", "The quay stays closed.", 409, "The document 'own' came by the feed 'wire' and stays", "feed:wire")]
    public async Task What_cannot_be_taken_is_told_and_nothing_is_stored(string query, string type, string body, int expected, string detail = "", string origin = TopicLibrary.TopicOrigin)
    {
        await new ChatBot.Store.DocumentStore(Store.Database, "none").SaveAsync(
            new ChatBot.Store.Ingest([StoredSamples.Plain("own", "The quay opens.")], origin, "b", DateTimeOffset.UnixEpoch), Cancellation);
        var (status, reply) = await PostAsync(query, body, type);
        Assert.Equal(expected, (int)status);
        Assert.Equal(expected, (int?)reply["status"]);
        Assert.NotEqual("", (string?)reply["detail"]);
        Assert.Contains(detail, (string?)reply["detail"]);
        Assert.DoesNotContain("geheim", reply.ToJsonString());
        Assert.Equal("own", Assert.Single(await new ChatBot.Store.DocumentStore(Store.Database, "none").LoadAsync(Cancellation)).Content.Document.Id.Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Too_much_is_refused_with_a_length_or_without(bool length)
    {
        using var content = length ? (HttpContent)new ByteArrayContent(new byte[5 << 20]) : new StreamContent(new EndlessStream());
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/documents?name=a") { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Token);
        using var response = await Site.GetTestClient().SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Reading_is_not_handing_in()
    {
        using var response = await Site.GetTestClient().GetAsync("/api/documents", Cancellation);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    private async Task StartAsync(string? token)
    {
        _store ??= await TestStore.OpenAsync(StoreKind.Sqlite);
        _library = await TopicLibrary.OpenAsync(TopicFolder.NoTopic, _store.Database, _folder, TimeProvider.System, Cancellation);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        _site = builder.Build();
        _site.MapDocuments(token, new DocumentIntake(_library, _store.Database, [], TimeProvider.System), TimeProvider.System);
        await _site.StartAsync(Cancellation);
    }

    private async Task<(HttpStatusCode Status, JsonObject Reply)> PostAsync(string query, string body, string type = "text/plain", string authorization = "Bearer " + Token)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/documents" + query) { Content = content };
        if (authorization.Length > 0) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await Site.GetTestClient().SendAsync(request, Cancellation);
        Assert.Equal(response.IsSuccessStatusCode ? "application/json" : "application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return (response.StatusCode, Assert.IsType<JsonObject>(JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))));
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => Fill(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ValueTask.FromResult(Fill(buffer.Span));
        }

        private static int Fill(Span<byte> buffer)
        {
            buffer.Fill((byte)'a');
            return buffer.Length;
        }
    }
}
