using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Updates;
using ChatBot.Tests.Builders;
using Xunit;

namespace ChatBot.Tests.Knowledge.Updates;

/// <summary>Whose a figure is, in news about an invented lantern festival: what one has is not held against what another has.</summary>
public sealed class FiguresOfTwoHoldersTests
{
    [Theory]
    [InlineData("Norrland pledged 8 million euros for the Lantern Festival.", "Ostria has pledged 3 million euros for the Lantern Festival.")]
    [InlineData("8 million euros for the Lantern Festival were pledged by Norrland.", "2 million euros for the Lantern Festival were pledged by Ostria.")]
    [InlineData("The youth choir has 40 singers at the Lantern Festival.", "The men's choir has 25 singers at the Lantern Festival.")]
    [InlineData("The bakery on Mill Street will hire 12 helpers for the festival.", "The brewery will hire 30 helpers for the festival.")]
    [InlineData("The bakery will hire 12 helpers for the festival.", "The brewery, which opened in 1990, will hire 50 helpers for the festival.")]
    [InlineData("The bakery will hire 12 helpers for the festival.", "The mayor said on Monday the mill would hire 44 helpers for the festival.")]
    [InlineData("The north car park has room for 400 cars.", "The car park at the station has room for 150 cars.")]
    [InlineData("There are 400 places in the north car park of the festival.", "There are 250 places in the south car park of the festival.")]
    [InlineData("A day ticket costs 20 euros.", "A weekend ticket costs 45 euros.")]
    [InlineData("Tickets for the Lantern Festival cost 5 euros for pupils.", "Tickets for the Lantern Festival cost 9 euros for adults.")]
    [InlineData("The first concert of the festival drew 300 people.", "The second concert of the festival drew 500 people.")]
    [InlineData("Norrland will give 2 million euros in flood aid.", "The flood aid comes to 12 million euros in all, the council said.")]
    public void What_one_has_is_new_beside_what_another_has(string known, string told) => Assert.Equal(NewsKind.New, Read(known, told).Kind);

    [Theory]
    [InlineData("Norrland pledged 8 million euros for the Lantern Festival.", "Norrland has pledged 9 million euros for the Lantern Festival.")]
    [InlineData("The youth choir has 40 singers at the Lantern Festival.", "The youth choir has 45 singers at the Lantern Festival.")]
    [InlineData("The organisers expect 5,000 visitors at the Lantern Festival.", "Police expect 8,000 visitors at the Lantern Festival.")]
    [InlineData("The new footbridge at the festival will cost 3 million euros.", "The planned footbridge at the festival will cost 4 million euros, the council said.")]
    [InlineData("The new footbridge at the festival will cost 3 million euros.", "The council said the footbridge at the festival would cost 6 million euros.")]
    [InlineData("The Grand Hotel has 120 rooms for festival guests.", "The hotel has 140 rooms for festival guests.")]
    [InlineData("There are 400 places in the north car park of the festival.", "There are 450 places in the north car park of the festival.")]
    public void What_the_same_has_otherwise_is_told_as_otherwise(string known, string told)
    {
        var news = Read(known, told);
        Assert.Equal((NewsKind.Contradicting, known), (news.Kind, Assert.Single(news.Known).Text));
    }

    [Fact]
    public void What_several_pledge_is_no_disagreement_where_it_is_asked_for() =>
        Assert.IsType<Told>(Known("Norrland pledged 8 million euros for the Lantern Festival.", "Ostria has pledged 3 million euros for the Lantern Festival.").Ask("How much was pledged for the Lantern Festival?", Conversation.New));

    private static FactNews Read(string known, string told) => Assert.Single(new UpdateReader(Known(known)).Read(KnownTexts.Of(("told.md", Dated("2031-03-02", told))).Documents.Single()).Facts);

    private static KnowledgeBase Known(params string[] texts) => KnownTexts.Of([.. texts.Select((text, i) => ($"known{i}.md", Dated("2031-03-01", text)))]);

    private static string Dated(string day, string text) => $"---\npublisher: Orvik Post (invented)\ntitle: The lanterns\npublished: {day}\n---\n\n{text}\n";
}
