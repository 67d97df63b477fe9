using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram.Methods;
using Microsoft.AspNetCore.Http;

namespace ChatBot.Simulators.Telegram.Http;

/// <summary>The Bot API's door: address and token, parameters, the fault that was ordered, the answer, the ledger.</summary>
internal sealed class BotApiEndpoint(SimulatorOptions options, BotApi api, Faults faults, Ledger ledger)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task HandleAsync(HttpContext context)
    {
        var cancellation = context.RequestAborted;
        var parts = (context.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || !parts[^2].StartsWith("bot", StringComparison.Ordinal) || !parts[^2].Contains(':', StringComparison.Ordinal))
        {
            await WriteAsync(context, 404, new ApiError(404, "Not Found").ToJson());
            return;
        }
        if (parts[^2] != "bot" + options.Token)
        {
            await WriteAsync(context, 401, new ApiError(401, "Unauthorized").ToJson());
            return;
        }
        var method = parts[^1];
        var fault = faults.Take(method);
        var (answer, parameters) = await CallAsync(context, method, fault, cancellation);
        var status = answer is null ? (fault as Fault.ServerError)?.Code ?? 0 : answer["error_code"]?.GetValue<int>() ?? 200;
        ledger.Add(new LedgerRequest(options.Time.GetUtcNow(), method, parameters, status, answer, fault));
        await AnswerAsync(context, fault, status, answer);
    }

    /// <summary>The answer is null where the fault kept the call from being done.</summary>
    private async Task<(JsonObject? Answer, JsonObject Parameters)> CallAsync(HttpContext context, string method, Fault? fault,
        CancellationToken cancellationToken)
    {
        var parameters = new Parameters([]);
        try
        {
            parameters = await Parameters.ReadAsync(context.Request, cancellationToken);
            if (options.Contract is { } requests)
                ledger.RequestViolates(requests.CheckRequest(method, parameters.All));
            switch (fault)
            {
                case Fault.DropBefore or Fault.ServerError:
                    return (null, parameters.All);
                case Fault.Refusal refusal:
                    throw new ApiError(refusal.Code, refusal.Description) { RetryAfter = refusal.RetryAfter };
                case Fault.Delay delay:
                    await Task.Delay(delay.Time, options.Time, cancellationToken);
                    break;
            }
            var result = await api.CallAsync(method, parameters, fault is Fault.EarlyAnswer, cancellationToken);
            if (options.Contract is { } answers)
                ledger.AnswerViolates(answers.CheckResult(method, result));
            return (new JsonObject { ["ok"] = true, ["result"] = result }, parameters.All);
        }
        catch (ApiError error)
        {
            return (error.ToJson(), parameters.All);
        }
        catch (InvalidOperationException wrongType)
        {
            return (ApiError.BadRequest($"a parameter is of the wrong type: {wrongType.Message}").ToJson(), parameters.All);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (null, parameters.All);
        }
    }

    private static async Task AnswerAsync(HttpContext context, Fault? fault, int status, JsonObject? answer)
    {
        if (context.RequestAborted.IsCancellationRequested)
            return;
        switch (fault)
        {
            case Fault.DropBefore or Fault.DropAfter:
                context.Abort();
                break;
            case Fault.HalfAnswer:
                var whole = Encoding.UTF8.GetBytes(answer?.ToJsonString(Plain) ?? "{}");
                context.Response.ContentType = "application/json";
                context.Response.ContentLength = whole.Length;
                await context.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2));
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            case Fault.ServerError:
                context.Response.StatusCode = status;
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync($"<html><h1>{status}</h1></html>");
                break;
            case Fault.Garbled garbled:
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(garbled.Body);
                break;
            default:
                if (answer is not null)
                    await WriteAsync(context, status, answer);
                break;
        }
    }

    private static async Task WriteAsync(HttpContext context, int status, JsonObject answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        if (answer["parameters"]?["retry_after"] is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToJsonString();
        await context.Response.WriteAsync(answer.ToJsonString(Plain));
    }
}
