using ChatBot.Knowledge;
using Xunit;

namespace ChatBot.Tests.Knowledge.Claims;

public sealed class HeldClaimTests
{
    [Theory]
    [InlineData("I think the ferry won't come")]
    [InlineData("The quay opened on Monday, I believe")]
    [InlineData("In my view the mayor has signed the contract.")]
    [InlineData("I read that the ferry was cancelled")]
    [InlineData("Someone told me the mayor signed the contract. The quay opened on Monday.")]
    public void What_somebody_holds_to_be_so_is_checked_as_a_claim_is(string message) => Assert.Equal(message, KnowledgeBase.ClaimToCheck(message));

    [Theory]
    [InlineData("I think so")]
    [InlineData("I believe you")]
    [InlineData("I read the article on the ferry")]
    [InlineData("I was told you can answer questions")]
    [InlineData("I heard the ferry is late. When does it leave?")]
    [InlineData("Do you think the ferry will come?")]
    [InlineData("I think the ferry comes today. When does it leave?")]
    [InlineData("Honestly, when does the ferry leave")]
    [InlineData("The ferry won't come")]
    [InlineData("/when the ferry leaves, I think")]
    [InlineData("")]
    public void What_asks_or_holds_nothing_is_not(string message) => Assert.Null(KnowledgeBase.ClaimToCheck(message));
}
