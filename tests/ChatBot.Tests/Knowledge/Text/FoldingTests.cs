using ChatBot.Knowledge.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ChatBot.Tests.Knowledge.Text;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Zelensky’s", "zelensky's")]
    [InlineData("Volodymyr Zelenskyĭ", "volodymyr zelenskyi")]
    [InlineData("Nicușor Dan", "nicusor dan")]
    [InlineData("Władysław Łódź", "wladyslaw lodz")]
    [InlineData("Tromsø, Århus, Þór, Đoković", "tromso, arhus, thor, dokovic")]
    [InlineData("Straße ÆON Œuvre ı", "strasse aeon oeuvre i")]
    [InlineData("“quoted” «und» „so“", "\"quoted\" \"und\" \"so\"")]
    [InlineData("24–26 June — 2025 − 1", "24-26 june - 2025 - 1")]
    [InlineData("N\u200BA\u200DT\u00ADO\uFEFF", "nato")]
    [InlineData("\u202Eabc\u202C", "abc")]
    [InlineData("ﬁnal ＮＡＴＯ", "final nato")]
    [InlineData("", "")]
    public void Folds_what_a_reader_takes_for_the_same(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Fact]
    public void Leaves_a_lone_surrogate_as_it_stands() => Assert.Equal("a\uD800b", Folding.Fold("A\uD800B"));

    [Fact]
    public void Folding_twice_is_folding_once() =>
        Prop.ForAll<NonNull<string>>(text => Folding.Fold(Folding.Fold(text.Get)) == Folding.Fold(text.Get)).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_folded_holds_an_invisible_character() =>
        Prop.ForAll<NonNull<string>>(text => !Folding.Fold(text.Get).Any(Folding.IsInvisible)).QuickCheckThrowOnFailure();
}
