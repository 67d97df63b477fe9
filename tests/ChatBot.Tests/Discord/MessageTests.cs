using ChatBot.Simulators.Discord.World;
using Xunit;

namespace ChatBot.Tests.Discord;

/// <summary>Messages that change, go, stand in threads, or meet a channel where the bot lacks a right.</summary>
public sealed class MessageTests
{
    [Fact]
    public async Task An_edited_question_changes_its_answer_and_a_deleted_one_takes_it_along_after_a_restart_too()
    {
        await using var bot = await RunningBot.StartAsync();
        var ada = bot.Server.AddPerson("Ada");
        var channel = bot.World.AddGuild("Harbour watchers", ada.User, "general").Channels[0];
        var question = bot.Ask(ada, channel, "Who is Hedda Quist?");
        var other = bot.Ask(ada, channel, "How many cranes has the quay?");
        await bot.AnswersAsync(channel, 2);
        ada.Edit(question, $"{ada.MentionOfBot} When does the quay open?");
        await bot.UntilAsync(() => bot.Server.TranscriptFor(ada, channel).Contains("14 March 2031", StringComparison.Ordinal));
        await bot.RestartAsync();
        ada.Edit(question, $"{ada.MentionOfBot} What did Quist say?");
        await bot.UntilAsync(() => bot.Server.TranscriptFor(ada, channel).Contains("twelve years", StringComparison.Ordinal));
        ada.Delete(other);
        await bot.UntilAsync(() => bot.World.Messages.Count(message => message is { Author.IsBot: true, Deleted: true }) == 1);
        Approved.Equal("edited-and-deleted", bot.Server.TranscriptFor(ada, channel));
        Assert.Equal(2, bot.World.Messages.Count(message => message.Author.IsBot));
    }

    [Fact]
    public async Task A_question_that_is_edited_away_and_back_is_answered_anew_after_a_restart_too()
    {
        await using var bot = await RunningBot.StartAsync();
        var ada = bot.Server.AddPerson("Ada");
        var channel = bot.World.AddGuild("Harbour watchers", ada.User, "general").Channels[0];
        var question = bot.Ask(ada, channel, "When does the quay open?");
        await bot.AnswersAsync(channel, 1);
        for (var i = 1; i <= 2; i++)
        {
            ada.Edit(question, "never mind");
            await bot.UntilAsync(() => bot.World.Messages.Count(message => message is { Author.IsBot: true, Deleted: true }) == i);
            if (i == 2) await bot.RestartAsync();
            ada.Edit(question, $"{ada.MentionOfBot} When does the quay open?");
            await bot.AnswersAsync(channel, i + 1);
        }
        Assert.Single(bot.World.Messages, message => message is { Author.IsBot: true, Deleted: false });
    }

    [Fact]
    public async Task A_question_in_a_thread_or_forum_post_is_answered_there()
    {
        await using var bot = await RunningBot.StartAsync();
        var ada = bot.Server.AddPerson("Ada");
        var guild = bot.World.AddGuild("Harbour watchers", ada.User, "general");
        var thread = bot.World.AddThread(guild.Channels[0], "Cranes");
        bot.Ask(ada, thread, "How many cranes has the quay?");
        await bot.AnswersAsync(thread, 1);
        await bot.AnsweredAsync(ada.Slash(thread, "ask", ("question", "When does the quay open?")));
        Approved.Equal("thread", bot.Server.TranscriptFor(ada, thread));
        Assert.Equal("", bot.Server.TranscriptFor(ada, guild.Channels[0]));
    }

    [Fact]
    public async Task A_reply_that_hides_its_words_gets_one_hint()
    {
        await using var bot = await RunningBot.StartAsync();
        var ada = bot.Server.AddPerson("Ada");
        var channel = bot.World.AddGuild("Harbour watchers", ada.User, "general").Channels[0];
        bot.Ask(ada, channel, "When does the quay open?");
        var answer = (await bot.AnswersAsync(channel, 1))[0];
        ada.Reply(answer, "And how many cranes?", ping: false);
        await bot.AnswersAsync(channel, 2);
        ada.Reply(answer, "Hello?", ping: false);
        ada.Reply(answer, "And how many cranes?");
        var answers = await bot.AnswersAsync(channel, 3);
        Assert.StartsWith("I can't read that", answers[1].Content);
        Assert.Equal(3, answers.Count);
        Assert.Contains("**5 cranes**", bot.Server.TranscriptFor(ada, channel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Permission.EmbedLinks, "Embed Links", 1)]
    [InlineData(Permission.ReadMessageHistory, "Read Message History", 1)]
    [InlineData(Permission.SendMessages, "View Channel, Send Messages, Send Messages in Threads", 0)]
    public async Task Lacking_rights_are_told_to_the_owner_once(Permission denied, string told, int answered)
    {
        await using var bot = await RunningBot.StartAsync();
        var (owner, ada) = (bot.Server.AddPerson("Owner"), bot.Server.AddPerson("Ada"));
        var guild = bot.World.AddGuild("Harbour *watchers*", owner.User, "general", "other");
        guild.Channels[0].DeniedToBot = denied;
        for (var i = 1; i <= 2; i++)
        {
            bot.Ask(ada, guild.Channels[0], "When does the quay open?");
            bot.Ask(ada, guild.Channels[1], "When does the quay open?");
            await bot.AnswersAsync(guild.Channels[1], i);
            await bot.UntilAsync(() => bot.World.Messages.Count(message => message.Channel == guild.Channels[0] && message.Author.IsBot) >= answered * i);
        }
        var complaint = Assert.Single(await bot.AnswersAsync(owner.DirectChannel, 1));
        Assert.Equal(
            $"Somebody asked me something in <#{guild.Channels[0].Id}> (Harbour *watchers*), and I may not answer there as I should. "
            + $"The server's settings for that channel would have to allow me: {told}. I won't bring up the same for this channel again.",
            ChatBot.DiscordClient.Format.Unsanitize(complaint.Content));
        await bot.StopAsync();
        Assert.Equal(2 * answered, bot.World.Messages.Count(message => message.Channel == guild.Channels[0] && message.Author.IsBot));
    }

    [Fact]
    public async Task Another_right_that_lacks_soon_after_is_told_too()
    {
        await using var bot = await RunningBot.StartAsync();
        var owner = bot.Server.AddPerson("Owner");
        var channel = bot.World.AddGuild("Harbour watchers", owner.User, "general").Channels[0];
        channel.DeniedToBot = Permission.EmbedLinks;
        bot.Ask(owner, channel, "When does the quay open?");
        await bot.AnswersAsync(owner.DirectChannel, 1);
        channel.DeniedToBot = Permission.EmbedLinks | Permission.SendMessages;
        bot.Ask(owner, channel, "How many cranes has the quay?");
        Assert.Contains("Send Messages", (await bot.AnswersAsync(owner.DirectChannel, 2))[1].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleted_channels_outages_and_odd_events_leave_everything_else_at_work()
    {
        await using var bot = await RunningBot.StartAsync();
        var ada = bot.Server.AddPerson("Ada");
        var guild = bot.World.AddGuild("Harbour watchers", ada.User, "general", "doomed");
        bot.Ask(ada, guild.Channels[1], "When does the quay open?");
        bot.World.DeleteChannel(guild.Channels[1]);
        bot.World.Outage(guild, over: false);
        bot.World.Outage(guild, over: true);
        bot.World.EmitRaw("SOMETHING_NEW", new() { ["id"] = "1" });
        bot.World.EmitRaw("MESSAGE_CREATE", []);
        bot.World.EmitRaw("MESSAGE_CREATE", new() { ["id"] = "not a number", ["channel_id"] = 5 });
        bot.World.EmitRaw("INTERACTION_CREATE", new() { ["id"] = "7", ["type"] = 99 });
        bot.World.EmitRaw("MESSAGE_UPDATE", new() { ["id"] = "7", ["channel_id"] = "8", ["content"] = new string('x', 5_000_000) });
        bot.Server.Gateway.SendRaw(0, """{"op":77,"d":{}}""");
        bot.Server.Gateway.SendRaw(0, "[1,2,3]");
        bot.Ask(ada, guild.Channels[0], "When does the quay open?");
        await bot.AnswersAsync(guild.Channels[0], 1);
        Assert.Single(bot.Server.Gateway.Identifies);
    }

    [Fact]
    public async Task What_was_received_and_not_answered_is_answered_after_a_restart_and_nothing_twice()
    {
        await using var bot = await RunningBot.StartAsync();
        var ada = bot.Server.AddPerson("Ada");
        var channel = bot.World.AddGuild("Harbour watchers", ada.User, "general").Channels[0];
        bot.Ask(ada, channel, "When does the quay open?");
        await bot.AnswersAsync(channel, 1);
        await bot.StopAsync();
        // Asked while the bot is away: the resumed session brings it.
        bot.Ask(ada, channel, "How many cranes has the quay?");
        // As if it had crashed between receiving and answering.
        var crashed = ada.Say(channel, "not for the bot");
        Assert.Equal(1, await bot.CountAsync(
            $$$"""
            INSERT INTO seen_updates (platform, bot, id, received_at, body) VALUES ('discord', '{{{bot.World.Bot.Id}}}', 424242, 32503680000000,
              CAST('{"Id":{{{crashed.Id}}},"Channel":{{{channel.Id}}},"Guild":{{{channel.Guild!.Id}}},"Author":{{{ada.User.Id}}},"Text":"Who is Brandt?","RepliesTo":null,"EditedAt":null,"IsHidden":false}' AS BLOB))
            RETURNING 1
            """));
        await bot.StartServiceAsync();
        await bot.AnswersAsync(channel, 3);
        bot.Server.Gateway.SendDuplicate(0);
        bot.Ask(ada, channel, "What did Quist say?");
        await bot.AnswersAsync(channel, 4);
        await bot.StopAsync();
        Assert.Equal(4, bot.World.Messages.Count(message => message.Author.IsBot));
        Assert.Single(bot.Server.Gateway.Identifies);
        Assert.Equal(1, await bot.CountAsync("SELECT used FROM (SELECT count(*) AS used FROM discord_identifies)"));
    }
}
