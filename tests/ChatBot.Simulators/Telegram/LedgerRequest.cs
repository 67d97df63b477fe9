using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Telegram;

/// <summary>One request and how it ended.</summary>
/// <param name="At">When it had been read.</param>
/// <param name="Method">As the client wrote it.</param>
/// <param name="Parameters">From query, form and body together.</param>
/// <param name="Status">The HTTP status that was, or would have been, answered; 0 when the connection broke before anything was done.</param>
/// <param name="Answer">The whole answer, also when a fault kept it from arriving.</param>
/// <param name="Fault">What went wrong on purpose.</param>
public sealed record LedgerRequest(DateTimeOffset At, string Method, JsonObject Parameters, int Status, JsonObject? Answer, Fault? Fault)
{
    /// <summary>The platform did what was asked, whether or not the client got to know.</summary>
    public bool WasDone => Answer?["ok"]?.GetValue<bool>() == true;
}
