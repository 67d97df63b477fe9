using ChatBot.Sources;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ChatBot.Tests.Sources;

public sealed class PollScheduleTests
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    [Fact]
    public void After_a_success_it_is_the_interval_give_or_take_a_tenth()
    {
        Assert.Equal(TimeSpan.FromMinutes(13.5), PollSchedule.Wait(Every, new SourceVisit(1), 0, 0));
        Assert.Equal(TimeSpan.FromMinutes(15), PollSchedule.Wait(Every, new SourceVisit(1), 0, 0.5));
        Assert.Equal(TimeSpan.FromMinutes(1), PollSchedule.Wait(Every, new SourceVisit(1) { Left = 1 }, 0, 0.5));
    }

    [Fact]
    public void Each_failure_doubles_it_up_to_a_limit()
    {
        Assert.Equal([30.0, 60, 120, 240, 360, 360], Enumerable.Range(1, 6).Select(failures => PollSchedule.Wait(Every, SourceVisit.Failed("busy", true), failures, 0.5).TotalMinutes));
        Assert.Equal(TimeSpan.FromDays(1), PollSchedule.Wait(Every, SourceVisit.Failed("gone", false), 1000, 0.5));
        Assert.Equal(TimeSpan.FromDays(7), PollSchedule.Wait(TimeSpan.FromDays(7), SourceVisit.Failed("gone", false), 3, 0.5));
    }

    [Fact]
    public void What_the_source_asks_for_is_waited_for_within_reason()
    {
        Assert.Equal(TimeSpan.FromHours(2), PollSchedule.Wait(Every, SourceVisit.Failed("busy", true, TimeSpan.FromHours(2)), 1, 0.5));
        Assert.Equal(TimeSpan.FromMinutes(30), PollSchedule.Wait(Every, SourceVisit.Failed("busy", true, TimeSpan.FromSeconds(1)), 1, 0.5));
        Assert.Equal(TimeSpan.FromDays(1), PollSchedule.Wait(Every, SourceVisit.Failed("busy", true, TimeSpan.FromDays(3650)), 1, 0.5));
    }

    [Fact]
    public void No_source_is_asked_sooner_for_failing_nor_left_for_ever() => Check.QuickThrowOnFailure(Prop.ForAll(
        (from seconds in Gen.Choose(1, 7 * 86_400) from failures in Gen.Choose(1, 100_000) from transient in Gen.Elements(true, false) from retry in Gen.Choose(0, int.MaxValue) from chance in Gen.Choose(0, 999)
         select (Every: TimeSpan.FromSeconds(seconds), failures, transient, Retry: TimeSpan.FromSeconds(retry), Chance: chance / 1000.0)).ToArbitrary(),
        given =>
        {
            var wait = PollSchedule.Wait(given.Every, SourceVisit.Failed("x", given.transient, given.Retry), given.failures, given.Chance);
            return wait >= given.Every * 0.9 && wait <= TimeSpan.FromDays(7) * 1.1 && (wait <= TimeSpan.FromDays(1) * 1.1 || given.Every > TimeSpan.FromDays(0.5));
        }));
}
