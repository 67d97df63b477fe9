using ChatBot.Chat;
using ChatBot.Questions;
using Xunit;

namespace ChatBot.Tests.Questions;

public sealed class AllowanceTests
{
    private static readonly ChatAddress Room = new("p", "1", "topic");

    private readonly ManualTime _time = new();

    [Fact]
    public void A_person_may_ask_a_handful_at_once_is_told_once_and_then_waits()
    {
        var allowance = new Allowance(_time);
        for (var i = 0; i < Allowance.PersonAtOnce; i++) Assert.Equal(Permission.Granted, allowance.Take(Room, Person(1)));
        Assert.Equal(Permission.Refused, allowance.Take(Room, Person(1)));
        Assert.Equal(Permission.RefusedAgain, allowance.Take(Room, Person(1)));
        Assert.Equal(Permission.Granted, allowance.Take(Room, Person(2)));
        _time.Pass(Allowance.PersonInterval);
        Assert.Equal(Permission.Granted, allowance.Take(Room, Person(1)));
        Assert.Equal(Permission.RefusedAgain, allowance.Take(Room, Person(1)));
    }

    [Fact]
    public void All_topics_and_people_of_a_chat_share_its_allowance()
    {
        var allowance = new Allowance(_time);
        for (var i = 0; i < Allowance.ChatAtOnce; i++) Assert.Equal(Permission.Granted, allowance.Take(Room with { Thread = $"{i}" }, Person(i)));
        Assert.Equal(Permission.Refused, allowance.Take(Room, Person(100)));
        Assert.Equal(Permission.Granted, allowance.Take(Room with { Chat = "2" }, Person(100)));
        _time.Pass(TimeSpan.FromHours(1));
        for (var i = 0; i < Allowance.ChatAtOnce; i++) Assert.Equal(Permission.Granted, allowance.Take(Room, Person(i)));
        Assert.Equal(Permission.Refused, allowance.Take(Room, Person(100)));
    }

    private static PersonId Person(int number) => new("p", $"{number}");
}
