using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Simulators.Discord.World;

namespace ChatBot.Simulators.Discord;

/// <summary>What a person sees of a channel, as readable text.</summary>
public static class Transcript
{
    /// <summary>The channel as it stands for <paramref name="reader"/>; others' ephemeral messages are not there.</summary>
    public static string Of(DiscordWorld world, SimChannel channel, SimUser reader)
    {
        lock (world.Lock)
        {
            var text = new StringBuilder();
            foreach (var message in world.Messages.Where(m => m.Channel == channel && (!m.IsEphemeral || m.Interaction?.User.Id == reader.Id)))
                Write(text, message, world);
            return text.ToString().ReplaceLineEndings("\n");
        }
    }

    /// <summary>One message as it stands.</summary>
    internal static string Of(DiscordWorld world, SimMessage message)
    {
        var text = new StringBuilder();
        Write(text, message, world);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Write(StringBuilder text, SimMessage message, DiscordWorld world)
    {
        text.Append(message.Author.Name).Append(message.Author.IsBot ? " (bot)" : "");
        if (message.Interaction is { } interaction && message.ReplyTo is null)
            text.Append($" to {interaction.User.Name}");
        if (message.ReplyTo is { } target)
            text.Append(target.Deleted ? ", reply to a deleted message" : $", reply to {target.Author.Name}");
        if (message.Deleted)
        {
            text.Append(": (deleted)\n");
            return;
        }
        if (message.IsEphemeral)
            text.Append(", only visible to you");
        if (message.EditedAt is not null)
            text.Append(", edited");
        if (message.MentionsEveryone || (message.Author.IsBot && message.Mentions.Count > 0))
            text.Append(", PINGS ").Append(message.MentionsEveryone ? "everyone" : string.Join(", ", message.Mentions.Select(m => m.Name)));
        text.Append(':');
        if (message.IsLoading)
            text.Append(" (is thinking…)");
        else if (message.Content.Length > 0)
            text.Append(' ').Append(Markup.ToReadable(Named(message.Content, world)).Replace("\n", "\n  ", StringComparison.Ordinal));
        text.Append('\n');
        foreach (var embed in message.Embeds.OfType<JsonObject>())
            WriteEmbed(text, embed);
        foreach (var row in message.Components.OfType<JsonObject>())
            text.Append("  ").AppendJoin(' ', (row["components"] as JsonArray ?? []).OfType<JsonObject>().Select(Control)).Append('\n');
        if (message.Thread is { } thread)
            text.Append($"  → thread \"{thread.Name}\"\n");
    }

    private static void WriteEmbed(StringBuilder text, JsonObject embed)
    {
        Line(embed["author"]?["name"]);
        Line(embed["title"], embed["url"] is { } url ? $" → {url}" : "");
        Line(embed["description"] is { } description ? Markup.ToReadable(description.ToString()) : null);
        foreach (var field in (embed["fields"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Line(field["name"], ":");
            Line(field["value"], "", "  ");
        }
        Line(embed["footer"]?["text"]);
        Line(embed["timestamp"]);

        void Line(JsonNode? part, string suffix = "", string indent = "")
        {
            if (part is not null)
                text.Append($"  | {indent}").Append(part.ToString().Replace("\n", $"\n  | {indent}", StringComparison.Ordinal)).Append(suffix).Append('\n');
        }
    }

    private static string Control(JsonObject control)
    {
        var label = string.Join(' ', new[] { (string?)control["emoji"]?["name"], (string?)control["label"] }.OfType<string>());
        var shown = (int?)control["type"] switch
        {
            2 when control["url"] is { } url => $"[{label} → {url}]",
            2 => $"[{label}]",
            3 => $"[{control["placeholder"] ?? "choose"} ▾ {string.Join(" / ", (control["options"] as JsonArray ?? []).Select(o => (string?)o?["label"]))}]",
            var other => $"[component {other}]",
        };
        return (bool?)control["disabled"] == true ? shown.Replace("]", ", off]", StringComparison.Ordinal) : shown;
    }

    private static string Named(string content, DiscordWorld world)
    {
        foreach (var user in world.People.Append(world.Bot))
            content = content.Replace($"<@{user.Id}>", $"@{user.Name}", StringComparison.Ordinal);
        foreach (var channel in world.Guilds.SelectMany(guild => guild.Channels))
            content = content.Replace($"<#{channel.Id}>", $"#{channel.Name}", StringComparison.Ordinal);
        return content;
    }
}
