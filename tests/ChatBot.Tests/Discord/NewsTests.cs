using System.Text;
using ChatBot.Knowledge.Documents;
using ChatBot.Sources;
using ChatBot.Store;
using ChatBot.Subscriptions;
using Xunit;

namespace ChatBot.Tests.Discord;

/// <summary>From a subscription, by a document that another process stores, to the message that brings it.</summary>
public sealed class NewsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_another_process_stores_is_told_where_it_was_subscribed_to()
    {
        await using var bot = await RunningBot.StartAsync();
        var (owner, ada) = (bot.Server.AddPerson("Owner"), bot.Server.AddPerson("Ada"));
        var channel = bot.World.AddGuild("Harbour watchers", owner.User, "general").Channels[0];
        var preview = await bot.AnsweredAsync(owner.Slash(channel, "subscribe", ("to", "everything")));
        await bot.AnsweredAsync(owner.Tap(preview.Original!, "Subscribe"));
        await bot.AnsweredAsync(ada.Slash(ada.DirectChannel, "watch", ("question", "Who is the architect of the quay?")));
        await IngestAsync(bot, "morning-mail", "Hedda Quist and Otto Brandt chose Ines Oduya as the architect of the new quay of Aldenburg.");

        var told = (await bot.AnswersAsync(channel, 3))[^1];
        var watched = (await bot.AnswersAsync(ada.DirectChannel, 2))[^1];
        // Sent again after a crash, the same key would make no second message.
        Assert.All([told, watched], message => Assert.InRange(message.Nonce?.Length ?? 0, 1, 25));
        Assert.NotEqual(told.Nonce, watched.Nonce);
        Assert.All(
            bot.Server.Ledger.Entries.Where(entry => entry.Method == "POST" && entry.Path.EndsWith("/messages", StringComparison.Ordinal)),
            entry => Assert.Contains("\"enforce_nonce\":true", entry.RequestBody ?? "", StringComparison.Ordinal));
        await bot.AnsweredAsync(owner.Tap(told, "Why this?"));
        await bot.AnsweredAsync(ada.Slash(ada.DirectChannel, "changes"));
        Approved.Equal("news-in-a-channel", Timeless(bot.Server.TranscriptFor(owner, channel)));
        Approved.Equal("news-of-a-watched-question", Timeless(bot.Server.TranscriptFor(ada, ada.DirectChannel)));
    }

    [Fact]
    public async Task What_a_button_names_by_a_number_stands_under_no_heading_of_that_number()
    {
        await using var bot = await RunningBot.StartAsync();
        var owner = bot.Server.AddPerson("Owner");
        var preview = await bot.AnsweredAsync(owner.Slash(owner.DirectChannel, "subscribe", ("to", "everything")));
        await bot.AnsweredAsync(owner.Tap(preview.Original!, "Subscribe"));
        await IngestAsync(bot, "morning-mail", string.Join(' ', Enumerable.Range(11, 14).Select(i => $"The {i} tailors of Aldenburg sew coats of kind {i * i} at the new quay.")));
        var told = (await bot.AnswersAsync(owner.DirectChannel, 3))[^1];
        await bot.AnsweredAsync(owner.Tap(told, "Show more"));
        var seen = bot.Server.TranscriptFor(owner, owner.DirectChannel);
        Assert.Contains("24 tailors", seen);
        Assert.DoesNotContain("id:", seen);
    }

    private static string Timeless(string transcript) => System.Text.RegularExpressions.Regex.Replace(transcript, "⟨[^⟩]*⟩", "⟨in the reader's zone⟩");

    /// <summary>As the command does it: a process of its own writes documents and deliveries down, and the running service delivers.</summary>
    private static async Task IngestAsync(RunningBot bot, string id, string text)
    {
        var data = Path.GetDirectoryName(bot.StorePath) ?? "";
        var topic = Path.Combine(Path.GetDirectoryName(data) ?? "", "harbour");
        await using var database = StoreDatabase.At(new StoreAddress.SqliteFile(bot.StorePath));
        var library = await TopicLibrary.OpenAsync(topic, database, data, TimeProvider.System, Cancellation);
        using var intake = new DocumentIntake(library, database, [SubscriptionServices.Publisher(() => library.Current, database, library.Current.Topic.Id)], TimeProvider.System);
        var read = Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(text), id + ".txt") { Id = DocumentId.Parse(id) }));
        await intake.TakeAsync([read.Document with { Source = new DocumentSource("The Morning Mail", Published: new DateOnly(2031, 2, 5)) }], "test", false, Cancellation);
    }
}
