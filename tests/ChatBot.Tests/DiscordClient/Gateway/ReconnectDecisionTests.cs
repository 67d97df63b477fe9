using ChatBot.DiscordClient.Gateway;
using Xunit;

namespace ChatBot.Tests.DiscordClient.Gateway;

public sealed class ReconnectDecisionTests
{
    [Theory]
    [InlineData(4000, "Resume")]
    [InlineData(4001, "Resume")]
    [InlineData(4002, "Resume")]
    [InlineData(4003, "Identify")]
    [InlineData(4004, "Stop")]
    [InlineData(4005, "Resume")]
    [InlineData(4007, "Identify")]
    [InlineData(4008, "Resume")]
    [InlineData(4009, "Identify")]
    [InlineData(4010, "Stop")]
    [InlineData(4011, "Stop")]
    [InlineData(4012, "Stop")]
    [InlineData(4013, "Stop")]
    [InlineData(4014, "Stop")]
    [InlineData(1000, "Identify")]
    [InlineData(1001, "Identify")]
    [InlineData(1006, "Resume")]
    [InlineData(4999, "Resume")]
    [InlineData(null, "Resume")]
    public void A_close_code_is_treated_as_documented(int? code, string step)
    {
        var decision = ReconnectDecision.After(new ConnectionEnd(EndReason.Closed, code));
        Assert.Equal(step, decision.Step.ToString());
        Assert.Equal(step == "Stop", ReconnectDecision.FatalReason(code) is not null);
    }

    [Fact]
    public void An_invalid_session_waits_one_to_five_seconds()
    {
        Assert.Equal(new(NextStep.Identify, Pause.InvalidSession), ReconnectDecision.After(new(EndReason.SessionInvalid)));
        Assert.Equal(new(NextStep.Resume, Pause.InvalidSession), ReconnectDecision.After(new(EndReason.SessionInvalidResumable)));
        var delays = new ReconnectDelays(new Random(1));
        Assert.All(Enumerable.Range(0, 1000).Select(_ => delays.AfterInvalidSession().TotalSeconds), s => Assert.InRange(s, 1, 5));
    }

    [Fact]
    public void A_server_that_asks_to_reconnect_before_the_session_stands_cannot_make_us_spin()
    {
        Assert.Equal(Pause.None, ReconnectDecision.After(new(EndReason.ReconnectRequested, WasReady: true)).Pause);
        Assert.Equal(Pause.Backoff, ReconnectDecision.After(new(EndReason.ReconnectRequested)).Pause);
    }

    [Fact]
    public void Pauses_are_jittered_up_to_a_bound_that_doubles_to_about_a_minute_and_begin_anew_after_success()
    {
        var delays = new ReconnectDelays(new Random(7));
        foreach (var bound in new[] { 1, 2, 4, 8, 16, 32, 64, 64, 64 })
            Assert.InRange(delays.Next().TotalSeconds, 0, bound);
        delays.Reset();
        Assert.InRange(delays.Next().TotalSeconds, 0, 1);
    }
}
