using System.Text;
using ChatBot.Questions;
using ChatBot.Telegram;
using Xunit;

namespace ChatBot.Tests.Telegram;

public sealed class ButtonDataTests
{
    [Fact]
    public void What_is_written_fits_a_button_and_is_read_back()
    {
        ButtonData[] all =
        [
            new ButtonData.Place(new PlaceMark("0123abcd", int.MaxValue, int.MaxValue, "89abcdef")), new ButtonData.Timeline(null), new ButtonData.Timeline("who: Quist?"),
            new ButtonData.Timeline(new string('é', 31)), new ButtonData.Choice(7), new ButtonData.Watch(null), new ButtonData.Watch("When?"), new ButtonData.Ask("a:b?"), new ButtonData.Command("/unwatch 3"), new ButtonData.Thumb(true), new ButtonData.Thumb(false),
        ];
        foreach (var data in all)
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(data.Write()), 1, 64);
            Assert.Equal(data, ButtonData.Read(data.Write()));
        }
        Assert.Equal(new ButtonData.Timeline(null), ButtonData.Read(new ButtonData.Timeline(new string('é', 32)).Write()));
        Assert.Equal(new ButtonData.Watch(null), ButtonData.Read(new ButtonData.Watch(new string('é', 32)).Write()));
        Assert.False(new ButtonData.Ask(new string('é', 32)).Fits());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("t:")]
    [InlineData("c:-1")]
    [InlineData("c:99999999999")]
    [InlineData("f:2")]
    [InlineData("a:")]
    [InlineData("x:")]
    [InlineData("x:/")]
    [InlineData("x:unwatch 3")]
    [InlineData("p:a:1:2")]
    [InlineData("p:a:1:x:b")]
    [InlineData("v0:something old")]
    public void What_no_button_carries_is_nothing(string? data) => Assert.Null(ButtonData.Read(data));
}
