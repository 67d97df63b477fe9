using System.Text.Json.Serialization;

namespace ChatBot.TelegramClient.Types;

/// <summary>A line of the command menu.</summary>
public sealed record BotCommand
{
    public BotCommand()
    {
    }

    /// <param name="command">1–32 of a–z, 0–9 and _, without the slash.</param>
    /// <param name="description">1–256 characters.</param>
    /// <exception cref="ArgumentException">One of them breaks the platform's limits.</exception>
    public BotCommand(string command, string description)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(description);
        if (command.Length is 0 or > 32 || !command.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
            throw new ArgumentException($"A command is 1 to 32 of a-z, 0-9 and _: '{command}' is not.", nameof(command));
        if (description.Length is 0 or > 256)
            throw new ArgumentException($"The description of /{command} has {description.Length} characters; 1 to 256 are allowed.",
                nameof(description));
        Command = command;
        Description = description;
    }

    [JsonInclude]
    public string Command { get => field ?? ""; internal init; }

    [JsonInclude]
    public string Description { get => field ?? ""; internal init; }
}
