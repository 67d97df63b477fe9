using ChatBot.Questions;
using Xunit;

namespace ChatBot.Tests.Questions;

public sealed class TaggedClaimTests
{
    [Theory]
    [InlineData("The quay opened on Monday. True?", "The quay opened on Monday.")]
    [InlineData("The mayor died. Right?", "The mayor died.")]
    [InlineData("Six cranes came. They are red. is that correct?", "Six cranes came. They are red.")]
    [InlineData("the ferry sank! true or false", "the ferry sank!")]
    [InlineData("The ferry sank. Isn't it so?", "The ferry sank.")]
    public void A_statement_with_a_tag_is_to_be_checked(string message, string claim) => Assert.Equal(claim, TaggedClaim.Read(message));

    [Theory]
    [InlineData("True?")]
    [InlineData("Ok. Right?")]
    [InlineData("When does the quay open? Really?")]
    [InlineData("I am new here. When does the quay open?")]
    [InlineData("The quay opened on Monday. Is it true that it has six cranes?")]
    [InlineData("The quay opened on Monday. All right.")]
    [InlineData("")]
    public void Everything_else_is_not(string message) => Assert.Null(TaggedClaim.Read(message));
}
