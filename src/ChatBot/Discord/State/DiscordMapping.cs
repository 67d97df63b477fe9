using System.Globalization;
using ChatBot.Chat;
using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Interactions;

namespace ChatBot.Discord.State;

/// <summary>Reads messages. Direct ones are all meant for the bot; in servers only mentions of it and replies to it are.</summary>
internal static class DiscordMapping
{
    public const string Platform = "discord";

    /// <summary>What a message asks of the bot; null where it is not meant for it.</summary>
    /// <param name="message">The message, as far as the bot may read it.</param>
    /// <param name="me">The bot's id.</param>
    public static DiscordQuestion? Read(Message message, ulong me)
    {
        // Bots never answer bots.
        if (!message.IsFromPerson || message.Author is not { } author) return null;
        var isReply = message.IsReplyTo(me);
        var isHidden = message.GuildId is not null && !message.MentionsUser(me);
        if (isHidden && !isReply) return null;
        return new DiscordQuestion(
            message.Id, message.ChannelId, message.GuildId, author.Id, message.Content.Length > 0 ? WordsOf(message, me) : null, isReply ? message.ReferencedMessage?.Id : null,
            message.EditedTimestamp, isHidden, message.Member?.Roles);
    }

    /// <summary>What one of the bot's own messages says, framed or not, as plain text.</summary>
    public static string WordsOfOwn(Message message) => Format.Unsanitize(string.Join('\n', message.Embeds.Select(embed => embed.Description ?? "").Prepend(message.Content))).Trim();

    /// <summary>A message's words without the bot's name; other people by theirs.</summary>
    public static string WordsOf(Message message, ulong me)
    {
        var text = MentionUtils.WithoutMention(message.Content, me);
        foreach (var user in message.Mentions)
        {
            var name = user.Id == me ? "" : user.DisplayName;
            text = text.Replace(MentionUtils.MentionUser(user.Id), name, StringComparison.Ordinal).Replace($"<@!{user.Id}>", name, StringComparison.Ordinal);
        }
        return text.Trim();
    }

    public static ChatAddress AddressOf(ulong channel) => new(Platform, Number(channel));

    public static PersonId PersonOf(ulong user) => new(Platform, Number(user));

    public static string Number(ulong id) => id.ToString(CultureInfo.InvariantCulture);

    public static ulong? Number(string id) => ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether who acted may manage the server, as Discord said with this very act.</summary>
    public static bool MayManage(Interaction interaction) =>
        interaction.GuildId is null || (interaction.Member?.Permissions is { } granted && (granted & (GuildPermission.Administrator | GuildPermission.ManageGuild)) != 0);

    /// <summary>What the bot lacks to write by itself where an interaction was made, by Discord's name for it; null where it may.</summary>
    public static string? MissingRight(Interaction interaction)
    {
        if (interaction is not { GuildId: not null, AppPermissions: { } granted } || granted.HasFlag(GuildPermission.Administrator)) return null;
        if (!granted.HasFlag(GuildPermission.ViewChannel)) return "View Channel";
        var isThread = interaction.Channel?.IsThread == true;
        return granted.HasFlag(isThread ? GuildPermission.SendMessagesInThreads : GuildPermission.SendMessages) ? null : isThread ? "Send Messages in Threads" : "Send Messages";
    }
}
