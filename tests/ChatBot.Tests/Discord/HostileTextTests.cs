using System.Text;
using System.Text.Json;
using ChatBot.Chat;
using ChatBot.Discord.Writing;
using ChatBot.DiscordClient.Json;
using ChatBot.Simulators.Discord;
using Xunit;

namespace ChatBot.Tests.Discord;

public sealed class HostileTextTests
{
    private const string Source = "https://x.example/?a=(b)";

    /// <summary>What a reply itself may look like: the rest would come out of the texts.</summary>
    private const Look Ours = Look.Bold | Look.Italic | Look.Quote | Look.Small | Look.Link;

    [Fact]
    public void Ten_thousand_texts_ping_nobody_and_form_nothing_wherever_they_stand()
    {
        foreach (var text in HostileTexts.Take(10_000))
        {
            var reply = new Reply(
                [
                    new ReplyBlock.Line([new ReplySpan.Strong(text), new ReplySpan.Faint(text), new ReplySpan.Words(text)]),
                    new ReplyBlock.Statement([new ReplySpan.Words(text), new ReplySpan.Strong(text), new ReplySpan.SourceMark(1)]),
                    new ReplyBlock.Line([new ReplySpan.Faint(text)]), new ReplyBlock.Passage([new ReplySpan.Words(text), new ReplySpan.Strong(text)]),
                ],
                [new ReplySource("d", text, "0-1", new Uri(Source)), new ReplySource("d", text, "0-1", null)], []);
            var written = DiscordReplyWriter.Write(reply, text).Concat(DiscordReplyWriter.WriteUnframed(reply)).ToList();
            foreach (var page in written)
            {
                Assert.True(page.Text.Length <= (page.IsFramed ? DiscordReplyWriter.LongestFramed : DiscordReplyWriter.LongestText));
                foreach (var run in Markup.Read(page.Text))
                {
                    Assert.True((run.Look & ~Ours) == 0, $"{run} in {JsonSerializer.Serialize(page.Text)} of {JsonSerializer.Serialize(text)}");
                    Assert.True(run.Address is null or "https://x.example/?a=%28b%29", $"{run} in {JsonSerializer.Serialize(page.Text)} of {JsonSerializer.Serialize(text)}");
                }
                var sent = Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(page.ToMessage(), DiscordJson.Default.MessageProperties));
                Assert.Contains("\"allowed_mentions\":{\"parse\":[],\"replied_user\":false}", sent);
            }
            Assert.Equal(Letters(Said(reply)), Letters(string.Concat(written.Where(page => page.IsFramed).Select(page => Markup.VisibleText(page.Text)))));
        }
    }

    [Theory]
    [InlineData("**b** @everyone <@1> [t](https://evil.example)", Look.Bold)]
    [InlineData("@everyone", Look.Mention)]
    [InlineData("<@1>", Look.Mention)]
    [InlineData("[t](https://evil.example)", Look.Link)]
    [InlineData("https://evil.example", Look.Link)]
    [InlineData("# h", Look.Heading)]
    [InlineData("- item", Look.ListItem)]
    [InlineData("||x||", Look.Spoiler)]
    [InlineData("`x`", Look.Code)]
    [InlineData("~~x~~", Look.Struck)]
    [InlineData("<t:1:R>", Look.Time)]
    [InlineData("<:smile:1>", Look.Emoji)]
    public void The_reader_itself_finds_what_is_formed(string text, Look look) => Assert.Contains(Markup.Read(text), run => run.Look.HasFlag(look));

    [Fact]
    public async Task As_questions_they_are_all_answered_and_no_answer_is_refused()
    {
        await using var bot = await RunningBot.StartAsync();
        var people = Enumerable.Range(0, 25).Select(i => bot.Server.AddPerson($"Person {i}")).ToArray();
        var channel = bot.World.AddGuild("Harbour watchers", people[0].User, "general").Channels[0];
        var texts = HostileTexts.Take(100).ToArray();
        for (var i = 0; i < texts.Length; i++)
        {
            var person = people[i % people.Length];
            if (i % 2 == 0) person.Say(person.DirectChannel, texts[i]);
            else await bot.AnsweredAsync(person.Slash(channel, "ask", ("question", texts[i]), ("only-for-me", i % 4 == 1)));
        }
        await bot.UntilAsync(() => bot.World.Messages.Count(message => message.Author.IsBot) >= 100);
        Assert.DoesNotContain(bot.Server.Ledger.Entries, entry => entry.Status == 400);
        Assert.All(bot.World.Messages.Where(message => message.Author.IsBot), message => Assert.False(message.MentionsEveryone || message.Mentions.Count > 0));
    }

    private static string Said(Reply reply)
    {
        var said = new StringBuilder();
        foreach (var span in reply.Blocks.SelectMany(PlainReplyWriter.Spans))
        {
            said.Append(span switch
            {
                ReplySpan.Words words => words.Text,
                ReplySpan.Strong strong => strong.Text,
                ReplySpan.Faint faint => faint.Text,
                ReplySpan.Moment moment => moment.InWords,
                ReplySpan.SourceMark mark => $"[{mark.Number}]",
                _ => throw new InvalidOperationException("An unknown span."),
            });
        }
        for (var i = 0; i < reply.Sources.Count; i++) said.Append($"[{i + 1}]").Append(reply.Sources[i].Label);
        return said.ToString();
    }

    /// <summary>The letters alone: how lines break is the page's affair, and a link that can't stand on its words has a sign of its own.</summary>
    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\u200b' or '↗')));
}
