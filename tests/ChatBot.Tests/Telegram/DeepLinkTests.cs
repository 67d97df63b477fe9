using ChatBot.Knowledge.Documents;
using ChatBot.Telegram;
using Xunit;

namespace ChatBot.Tests.Telegram;

public sealed class DeepLinkTests
{
    [Theory]
    [InlineData("When does the quay open?", "q-When_does_the_quay_open")]
    [InlineData("What did Quist say: \"wait\"?", "q-What_did_Quist_say-3a_-22wait-22")]
    [InlineData("Où est le port-a_b?", "q-O-c3-b9_est_le_port-2da-5fb")]
    public void A_question_can_be_read_in_its_link_and_comes_back(string question, string payload)
    {
        Assert.Equal(payload, DeepLink.ToQuestion(question));
        Assert.Equal(question.TrimEnd('?'), DeepLink.Read(payload));
        Assert.Equal($"https://t.me/the_bot?start={payload}", DeepLink.Address("the_bot", payload).AbsoluteUri);
    }

    [Fact]
    public void A_watch_and_a_source_become_commands()
    {
        Assert.Equal("/watch Will it open", DeepLink.Read(DeepLink.ToWatch("Will it open?")!));
        Assert.Equal("/sources harbour-post.2031_a", DeepLink.Read(DeepLink.ToSource(DocumentId.Parse("harbour-post.2031_a"))!));
    }

    [Theory]
    [InlineData("s-reuters-2025-06-25")]
    [InlineData("s-reuters-2d2025-2d06-2d25")]
    public void A_source_may_be_linked_with_its_hyphens_plain(string payload) => Assert.Equal("/sources reuters-2025-06-25", DeepLink.Read(payload));

    [Fact]
    public void What_is_too_long_for_a_link_has_none()
    {
        Assert.Equal(64, DeepLink.ToQuestion(new string('x', 62))!.Length);
        Assert.Null(DeepLink.ToQuestion(new string('x', 63)));
        Assert.Null(DeepLink.ToQuestion(new string('é', 11)));
        Assert.Null(DeepLink.ToQuestion(" ? "));
    }

    [Theory]
    [InlineData("")]
    [InlineData("q-")]
    [InlineData("q-_")]
    [InlineData("z-hello")]
    [InlineData("q-a-2")]
    [InlineData("q-a-zz")]
    [InlineData("q-a-ff")]
    [InlineData("q-a-0a")]
    [InlineData("q-a.b")]
    [InlineData("q--2fforgetme")]
    [InlineData("q-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void What_is_no_link_of_ours_says_nothing(string payload) => Assert.Null(DeepLink.Read(payload));
}
