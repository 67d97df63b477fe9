using ChatBot.DiscordClient.Gateway;
using Xunit;

namespace ChatBot.Tests.DiscordClient.Gateway;

public sealed class IdentifyBudgetTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_24_hours_ever_hold_more_than_the_limit(int seed)
    {
        const int limit = 20;
        var random = new Random(seed);
        var now = new DateTimeOffset(2025, 6, 24, 0, 0, 0, TimeSpan.Zero);
        var budget = IdentifyBudget.Unused;
        var taken = new List<DateTimeOffset>();
        for (var i = 0; i < 500; i++)
        {
            now += TimeSpan.FromMinutes(random.Next(60));
            (budget, var wait) = budget.Take(now, limit);
            if (wait == TimeSpan.Zero)
                taken.Add(now);
            else
                Assert.InRange(wait, TimeSpan.FromTicks(1), TimeSpan.FromHours(25));
        }
        Assert.True(taken.Count > 50);
        Assert.All(taken, t => Assert.True(taken.Count(o => o <= t && t - o < TimeSpan.FromDays(1)) <= limit));
    }

    [Fact]
    public void After_the_wait_it_names_there_is_room()
    {
        var now = new DateTimeOffset(2025, 6, 24, 10, 30, 0, TimeSpan.Zero);
        var (budget, first) = IdentifyBudget.Unused.Take(now, 1);
        Assert.Equal(TimeSpan.Zero, first);
        var (_, wait) = budget.Take(now, 1);
        Assert.True(wait > TimeSpan.FromHours(23));
        Assert.Equal(TimeSpan.Zero, budget.Take(now + wait, 1).Wait);
        Assert.Equal(0, budget.Used(now + wait));
    }
}
