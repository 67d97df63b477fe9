using ChatBot.Telegram.Pacing;
using Xunit;

namespace ChatBot.Tests.Telegram.Pacing;

public sealed class TelegramPacerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_few_replies_to_one_person_go_at_once_and_then_one_a_second()
    {
        using var sends = new PacedSends();
        sends.Queue(5, SendUrgency.Reply, 11);
        Assert.Equal(8, sends.Gone.Count);
        sends.Pass(3 * Second);
        Assert.Equal([1, 2, 3], sends.Gone.Skip(8).Select(send => send.At!.Value.TotalSeconds));
        // A person who has been left alone for a while may get a few at once again.
        sends.Pass(8 * Second);
        sends.Queue(5, SendUrgency.Reply, 8);
        Assert.Equal(19, sends.Gone.Count);
    }

    [Fact]
    public void Deliveries_to_one_person_are_a_second_apart_from_the_first()
    {
        using var sends = new PacedSends();
        sends.Queue(5, SendUrgency.Delivery, 4);
        sends.Pass(10 * Second);
        Assert.Equal([0, 1, 2, 3], sends.Gone.Select(send => send.At!.Value.TotalSeconds));
    }

    [Fact]
    public void A_group_gets_twenty_messages_a_minute_and_no_more_than_fifteen_of_them_are_deliveries()
    {
        using var sends = new PacedSends();
        sends.Queue(-7, SendUrgency.Delivery, 40);
        sends.Pass(30 * Second);
        Assert.Equal(15, sends.Gone.Count);
        sends.Queue(-7, SendUrgency.Reply, 10);
        sends.Pass(TimeSpan.Zero);
        // Somebody asks, and is answered at once although deliveries wait.
        Assert.Equal(5, sends.Gone.Count(send => send.Urgency == SendUrgency.Reply && send.At == 30 * Second));
        sends.Pass(TimeSpan.FromMinutes(5));
        Assert.Equal(50, sends.Gone.Count);
        Assert.Equal(20, sends.MostWithin(TimeSpan.FromMinutes(1), _ => true));
    }

    [Fact]
    public void Overall_thirty_go_in_a_second_and_nearly_all_of_that_is_used()
    {
        using var sends = new PacedSends();
        for (var chat = 1; chat <= 3_000; chat++) sends.Queue(chat, SendUrgency.Delivery);
        sends.Pass(60 * Second);
        Assert.Equal(30, sends.MostWithin(Second, _ => true));
        Assert.InRange(sends.Gone.Count, 0.99 * 30 * 60, 30 * 60);
    }

    [Fact]
    public void Whoever_asks_goes_before_what_is_delivered()
    {
        using var sends = new PacedSends();
        for (var chat = 1; chat <= 500; chat++) sends.Queue(chat, SendUrgency.Delivery);
        sends.Pass(5 * Second);
        for (var chat = 1001; chat <= 1020; chat++) sends.Queue(chat, SendUrgency.Reply);
        sends.Pass(Second);
        Assert.Equal(20, sends.Gone.Count(send => send.Urgency == SendUrgency.Reply));
        sends.Pass(60 * Second);
        Assert.Equal(520, sends.Gone.Count);
    }

    [Fact]
    public void One_chat_with_very_much_waiting_makes_no_other_wait()
    {
        using var sends = new PacedSends();
        sends.Queue(1, SendUrgency.Delivery, 10_000);
        for (var chat = 2; chat <= 100; chat++) sends.Queue(chat, SendUrgency.Delivery);
        sends.Pass(4 * Second);
        // 99 others at 30 a second, and one of the first in each second.
        Assert.Equal(99, sends.Gone.Count(send => send.Chat != 1));
        Assert.All(sends.Gone.Where(send => send.Chat != 1), send => Assert.InRange(send.At!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(3.5)));
    }

    [Fact]
    public void Chats_take_turns()
    {
        using var sends = new PacedSends(new PacingLimits { Overall = 1, Second = Second, ChatInterval = TimeSpan.FromMilliseconds(1) });
        sends.Queue(1, SendUrgency.Delivery, 3);
        sends.Queue(2, SendUrgency.Delivery, 3);
        sends.Queue(3, SendUrgency.Delivery, 3);
        sends.Pass(20 * Second);
        Assert.Equal([1, 2, 3, 1, 2, 3, 1, 2, 3], sends.Gone.Select(send => send.Chat));
    }

    [Fact]
    public void A_chat_that_wants_to_be_left_alone_is_and_the_others_go_on()
    {
        using var sends = new PacedSends();
        sends.Queue(1, SendUrgency.Reply);
        sends.Pacer.Hold(1, 40 * Second);
        sends.Queue(1, SendUrgency.Reply);
        sends.Queue(2, SendUrgency.Reply);
        sends.Pass(39 * Second);
        Assert.Equal([1, 2], sends.Gone.Select(send => send.Chat));
        sends.Pass(Second);
        Assert.Equal(40 * Second, sends.Gone[^1].At);
    }

    [Fact]
    public void Refusals_in_two_chats_at_once_hold_everything_back()
    {
        using var sends = new PacedSends();
        sends.Pacer.Hold(1, 5 * Second);
        sends.Pacer.Hold(2, 5 * Second);
        sends.Queue(3, SendUrgency.Reply);
        sends.Pass(4.9 * Second);
        Assert.Empty(sends.Gone);
        sends.Pass(Second);
        Assert.Equal(5 * Second, Assert.Single(sends.Gone).At);
    }

    [Fact]
    public async Task Whoever_gives_up_takes_nobodys_place()
    {
        using var sends = new PacedSends(new PacingLimits { Overall = 1, Second = Second });
        sends.Queue(1, SendUrgency.Reply);
        using var impatient = new CancellationTokenSource();
        var given = sends.Pacer.WaitAsync(2, SendUrgency.Reply, impatient.Token);
        sends.Queue(3, SendUrgency.Reply);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        sends.Pass(Second);
        Assert.Equal([1, 3], sends.Gone.Select(send => send.Chat));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_asked_of_it_no_limit_is_broken_and_nothing_is_left(int seed)
    {
        var random = new Random(seed);
        using var sends = new PacedSends();
        for (var step = 0; step < 400; step++)
        {
            var chat = random.Next(30);
            sends.Queue(chat % 3 == 0 ? -1 - chat : 1 + chat, random.Next(3) == 0 ? SendUrgency.Delivery : SendUrgency.Reply, random.Next(1, 4));
            if (random.Next(50) == 0) sends.Pacer.Hold(1 + random.Next(30), random.Next(1, 5) * Second);
            sends.Pass(TimeSpan.FromMilliseconds(random.Next(0, 400)));
        }
        sends.Pass(TimeSpan.FromHours(1));
        Assert.Equal(0, sends.Waiting);
        Assert.InRange(sends.MostWithin(Second, _ => true), 1, 30);
        Assert.All(sends.Gone.Select(send => send.Chat).Distinct(), chat =>
        {
            Assert.InRange(sends.MostWithin(TimeSpan.FromMinutes(1), send => send.Chat == chat), 1, chat < 0 ? 20 : 68);
            Assert.InRange(sends.MostWithin(Second, send => send.Chat == chat), 1, 8);
        });
    }
}
