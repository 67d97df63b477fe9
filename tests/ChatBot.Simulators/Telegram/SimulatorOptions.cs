namespace ChatBot.Simulators.Telegram;

/// <summary>What BotFather and the platform would have set.</summary>
public sealed class SimulatorOptions
{
    public string Token { get; init; } = "7000001:simulated-token_AbCdEf";
    public string BotName { get; init; } = "ChatBot";
    public string BotUsername { get; init; } = "chat_test_bot";

    /// <summary>In groups only commands, replies to the bot and service messages reach it.</summary>
    public bool PrivacyMode { get; init; } = true;

    /// <summary>Under privacy mode a plain @mention reaches the bot. The documentation does not promise it.</summary>
    public bool MentionsReachTheBot { get; init; }

    public bool InlineMode { get; init; } = true;

    /// <summary>Chosen inline results are told, a switch at BotFather.</summary>
    public bool InlineFeedback { get; init; } = true;

    /// <summary>How long a tap or an inline query can be answered.</summary>
    public TimeSpan QueryLifetime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The pause before a refused webhook call is repeated; doubles up to 64 times that.</summary>
    public TimeSpan WebhookRetry { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The port on loopback; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Null: nothing is limited.</summary>
    public SendLimits? Limits { get; init; }

    /// <summary>When given, everything that passes is checked against it; see <see cref="Ledger.RequestViolations"/>.</summary>
    public BotApiContract? Contract { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
