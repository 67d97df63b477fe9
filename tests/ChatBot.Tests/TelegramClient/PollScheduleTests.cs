using ChatBot.TelegramClient.Polling;
using Xunit;

namespace ChatBot.Tests.TelegramClient;

public sealed class PollScheduleTests
{
    private readonly ReceiverOptions options = new();

    [Fact]
    public void A_stored_batch_or_a_held_empty_poll_is_followed_at_once()
    {
        var schedule = new PollSchedule(options, new Random(1));
        Assert.Equal(default, schedule.After(new PollResult.Stored()));
        Assert.Equal(default, schedule.After(new PollResult.Empty(TimeSpan.FromSeconds(30))));
    }

    [Fact]
    public void Empty_answers_that_come_early_earn_growing_pauses_until_a_batch_comes()
    {
        var schedule = new PollSchedule(options, new Random(2));
        var pauses = Enumerable.Range(0, 20).Select(_ => schedule.After(new PollResult.Empty(TimeSpan.Zero)).Pause).ToArray();
        Assert.All(pauses, pause => Assert.InRange(pause, TimeSpan.FromMilliseconds(125), TimeSpan.FromSeconds(5)));
        Assert.True(pauses[^1] >= TimeSpan.FromSeconds(2.5));
        schedule.After(new PollResult.Stored());
        Assert.True(schedule.After(new PollResult.Empty(TimeSpan.Zero)).Pause <= TimeSpan.FromMilliseconds(250));
    }

    [Fact]
    public void An_outage_without_end_has_pauses_that_double_up_to_the_cap_and_differ_between_instances()
    {
        var one = new PollSchedule(options, new Random(3));
        var other = new PollSchedule(options, new Random(4));
        var differences = 0;
        for (var i = 1; i <= 10_000; i++)
        {
            var pause = one.After(new PollResult.Failed()).Pause;
            var cap = TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(i - 1, 10))));
            Assert.InRange(pause, cap / 2, cap);
            differences += other.After(new PollResult.Failed()).Pause == pause ? 0 : 1;
        }
        Assert.Equal(10_000, one.FailuresInARow);
        Assert.True(differences > 9_000);
    }

    [Fact]
    public void The_platforms_wish_is_obeyed_however_long()
    {
        var schedule = new PollSchedule(options, new Random(5));
        Assert.True(schedule.After(new PollResult.TooMany(TimeSpan.FromSeconds(43_838))).Pause >= TimeSpan.FromSeconds(43_838));
        Assert.True(schedule.After(new PollResult.TooMany(TimeSpan.Zero)).Pause > TimeSpan.Zero);
    }

    [Fact]
    public void A_webhook_is_removed_and_another_instance_waited_for()
    {
        var schedule = new PollSchedule(options, new Random(6));
        Assert.True(schedule.After(new PollResult.WebhookActive()).RemoveWebhook);
        var step = schedule.After(new PollResult.OtherInstance());
        Assert.False(step.RemoveWebhook);
        Assert.True(step.Pause >= TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void A_dead_token_stops()
    {
        Assert.True(new PollSchedule(options, new Random(7)).After(new PollResult.Unauthorized()).Stop);
    }
}
