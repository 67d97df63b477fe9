using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Telegram;

/// <summary>Every request that came, every update that went, and what of either broke the published description.</summary>
public sealed class Ledger
{
    private readonly Lock gate = new();
    private readonly List<LedgerRequest> requests = [];
    private readonly Dictionary<int, int> deliveries = [];
    private readonly List<string> requestViolations = [];
    private readonly List<string> answerViolations = [];

    public IReadOnlyList<LedgerRequest> Requests
    {
        get
        {
            lock (gate)
                return [.. requests];
        }
    }

    /// <summary>How often each update was handed out.</summary>
    public IReadOnlyDictionary<int, int> Deliveries
    {
        get
        {
            lock (gate)
                return new Dictionary<int, int>(deliveries);
        }
    }

    /// <summary>What a client sent that is not as published; empty without <see cref="SimulatorOptions.Contract"/>.</summary>
    public IReadOnlyList<string> RequestViolations
    {
        get
        {
            lock (gate)
                return [.. requestViolations];
        }
    }

    /// <summary>What the simulator sent that is not as published; empty without <see cref="SimulatorOptions.Contract"/>.</summary>
    public IReadOnlyList<string> AnswerViolations
    {
        get
        {
            lock (gate)
                return [.. answerViolations];
        }
    }

    public IReadOnlyList<LedgerRequest> Of(string method) =>
        [.. Requests.Where(request => request.Method.Equals(method, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Called after each request, for those who wait for one.</summary>
    internal Action Added { get; set; } = () => { };

    internal void Add(LedgerRequest request)
    {
        lock (gate)
            requests.Add(request);
        Added();
    }

    internal void Delivered(JsonObject update)
    {
        if (update["update_id"] is not JsonValue value || !value.TryGetValue<int>(out var id))
            return;
        lock (gate)
            deliveries[id] = deliveries.GetValueOrDefault(id) + 1;
    }

    internal void RequestViolates(IEnumerable<string> problems)
    {
        lock (gate)
            requestViolations.AddRange(problems);
    }

    internal void AnswerViolates(IEnumerable<string> problems)
    {
        lock (gate)
            answerViolations.AddRange(problems);
    }
}
