using ChatBot.Discord.State;
using ChatBot.Discord.Writing;
using ChatBot.DiscordClient.Entities;
using ChatBot.DiscordClient.Rest;
using ChatBot.Knowledge;
using ChatBot.Questions;

namespace ChatBot.Discord.Conversations;

/// <summary>
/// Tells a server that the bot was just added to what it is for, once, in the channel for such notices; where it may not write there, nothing. A server that
/// only comes back, from an outage or with a new connection, was joined long ago or has been told.
/// </summary>
internal sealed partial class DiscordGreetings(DiscordRestClient rest, DiscordOnce once, Func<KnowledgeBase> current, TimeProvider time, ILogger<DiscordGreetings> log)
{
    /// <summary>Shorter than what was told is remembered.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromHours(1);

    public async Task GreetAsync(Guild guild, ulong channel, CancellationToken cancellation)
    {
        if (guild.JoinedAt is not { } joined || time.GetUtcNow() - joined > Recent || !await once.PassAsync(guild.Id, cancellation)) return;
        var page = DiscordReplyWriter.WriteUnframed(CommandReplies.Added(current(), _ => PhraseCatalogue.AskOnServer))[0];
        if (!(await rest.SendMessageAsync(channel, page.ToMessage([]) with { Nonce = $"g{guild.Id:x}" }, cancellation)).IsDone) Log.NotGreeted(log, guild.Id, channel);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Discord: server {Guild} was not greeted; its channel {Channel} takes no messages from the bot.")]
        public static partial void NotGreeted(ILogger log, ulong guild, ulong channel);
    }
}
