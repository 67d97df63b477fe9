using System.Security.Cryptography;
using System.Text;
using ChatBot.Discord.State;
using ChatBot.DiscordClient;
using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Rest;
using ChatBot.Questions;
using ChatBot.Store;

namespace ChatBot.Discord.Conversations;

/// <summary>Tells a server's owner, once for each channel and right and in a direct message, that the bot may not do there what it is asked for.</summary>
internal sealed partial class DiscordComplaints(StoreDatabase database, DiscordRestClient rest, TimeProvider time, ILogger<DiscordComplaints> log)
{
    /// <param name="guild">The server; null (a direct conversation): nobody can mend that.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="lacking">The rights, as the platform's settings call them.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task TellAsync(ulong? guild, ulong channel, string lacking, CancellationToken cancellation)
    {
        if (guild is not { } server || !await IsFirstAsync(channel, lacking, cancellation)) return;
        Log.RightsMissing(log, channel, server, lacking);
        if (await rest.GetGuildAsync(server, cancellation) is not RestResult<Guild>.Done { Value: { OwnerId: { } owner } found }
            || await rest.CreateDMChannelAsync(owner, cancellation) is not RestResult<Channel>.Done direct) return;
        var text = $"{Format.Sanitize(PhraseCatalogue.AskedInVain)} {MentionUtils.MentionChannel(channel)} ({Format.Sanitize(found.Name ?? "")}), "
            + Format.Sanitize($"{PhraseCatalogue.RightsMissing} {lacking}. {PhraseCatalogue.NotAgain}");
        if (!(await rest.SendMessageAsync(direct.Value.Id, new MessageProperties { Content = text, Nonce = KeyOf(channel, lacking) }, cancellation)).IsDone) Log.OwnerNotReached(log, server);
    }

    /// <summary>Another right that lacks in the same channel is another message.</summary>
    private static string KeyOf(ulong channel, string lacking) => $"c{channel:x}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lacking)))[..8]}";

    private async Task<bool> IsFirstAsync(ulong channel, string lacking, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var insert = connection.Command(
            null, "INSERT INTO discord_complaints (channel, lacking, told_at) VALUES (@channel, @lacking, @now) ON CONFLICT DO NOTHING",
            ("channel", DiscordMapping.Number(channel)), ("lacking", lacking), ("now", time.GetUtcNow().ToUnixTimeMilliseconds()));
        return await insert.ExecuteNonQueryAsync(cancellation) > 0;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Discord: in channel {Channel} of server {Guild} the bot lacks: {Lacking}. Its owner is told, once.")]
        public static partial void RightsMissing(ILogger log, ulong channel, ulong guild, string lacking);

        [LoggerMessage(2, LogLevel.Information, "Discord: the owner of server {Guild} takes no messages from the bot.")]
        public static partial void OwnerNotReached(ILogger log, ulong guild);
    }
}
