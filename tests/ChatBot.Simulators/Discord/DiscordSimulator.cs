using System.Globalization;
using System.Net.WebSockets;
using ChatBot.Simulators.Discord.Gateway;
using ChatBot.Simulators.Discord.People;
using ChatBot.Simulators.Discord.Rest;
using ChatBot.Simulators.Discord.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatBot.Simulators.Discord;

/// <summary>
/// Discord on this machine. Reached over loopback after <see cref="StartAsync"/>, or without any network through
/// <see cref="Handler"/> and <see cref="Connect"/>, where everything runs on the caller's thread and clock.
/// </summary>
public sealed class DiscordSimulator : IAsyncDisposable
{
    private WebApplication? _server;

    public DiscordSimulator(DiscordSimulatorOptions? options = null)
    {
        Options = options ?? new DiscordSimulatorOptions();
        World = new DiscordWorld(Options);
        Gateway = new DiscordGateway(Options, World);
        Rest = new DiscordRest(Options, World, Gateway);
        Handler = new InMemoryHandler(Rest);
    }

    public DiscordSimulatorOptions Options { get; }
    public DiscordWorld World { get; }
    public DiscordGateway Gateway { get; }
    public DiscordRest Rest { get; }
    public Ledger Ledger => Rest.Ledger;

    /// <summary>Carries requests to this simulator without a network; they are answered before the call returns.</summary>
    public HttpMessageHandler Handler { get; }

    /// <summary>What a client puts in place of <c>https://discord.com/api</c>.</summary>
    public Uri ApiRoot { get; private set; } = new("http://discord.test/api");

    public Person AddPerson(string name, string locale = "en-US") => new(World, World.AddUser(name)) { Locale = locale };

    public string TranscriptFor(Person person, SimChannel channel) => Transcript.Of(World, channel, person.User);

    /// <summary>Listens on this machine.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Options.Port}"));
        _server = builder.Build();
        _server.UseWebSockets();
        _server.Map("/gateway", ServeGatewayAsync);
        _server.Map("/api/v10/{**path}", ServeRestAsync);
        await _server.StartAsync(cancellationToken);
        var address = new Uri(_server.Urls.First());
        ApiRoot = new Uri(address, "/api");
        Gateway.Url = $"ws://127.0.0.1:{address.Port}/gateway";
        Gateway.ResumeUrl = $"ws://127.0.0.1:{address.Port}/gateway?resume=1";
    }

    /// <summary>A gateway connection without a network.</summary>
    /// <exception cref="WebSocketException">The simulator was told to refuse it.</exception>
    public WebSocket Connect(Uri address)
    {
        if (Gateway.TryRefuse())
            throw new WebSocketException(WebSocketError.Faulted, "refused");
        var (client, server) = InMemoryWebSocket.Pair();
        _ = Gateway.ServeAsync(server, address.Query);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        Gateway.DropAll();
        Handler.Dispose();
        if (_server is not null)
        {
            await _server.StopAsync();
            await _server.DisposeAsync();
        }
    }

    private async Task ServeGatewayAsync(HttpContext context)
    {
        Gateway.UserAgents.Add(context.Request.Headers.UserAgent);
        if (!context.WebSockets.IsWebSocketRequest || Gateway.TryRefuse())
        {
            context.Response.StatusCode = 403;
            return;
        }
        await Gateway.ServeAsync(await context.WebSockets.AcceptWebSocketAsync(), context.Request.QueryString.Value ?? "");
    }

    private async Task ServeRestAsync(HttpContext context)
    {
        var fault = Rest.TakeFault();
        if (fault == LineFault.Refused)
        {
            context.Abort();
            return;
        }
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var response = Rest.Handle(new SimRequest(context.Request.Method, (string?)context.Request.RouteValues["path"] ?? "", context.Request.QueryString.Value ?? "",
            context.Request.Headers.Authorization, context.Request.Headers.UserAgent, context.Request.ContentType, body.ToArray()));
        if (fault == LineFault.AnswerLost)
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
            context.Response.Headers[name] = value;
        if (response.Status == 204)
            return;
        context.Response.ContentType = response.Text is null ? "application/json" : "text/plain";
        await context.Response.WriteAsync(response.Text ?? response.Body?.ToJsonString() ?? "", context.RequestAborted);
    }
}
