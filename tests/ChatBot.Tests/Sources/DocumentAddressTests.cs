using ChatBot.Sources;
using Xunit;

namespace ChatBot.Tests.Sources;

public sealed class DocumentAddressTests
{
    [Theory]
    [InlineData("https://www.News.example/a/summit-opens.html")]
    [InlineData("http://news.example/a/summit-opens.html")]
    [InlineData("https://news.example:443/a/summit-opens.html/")]
    [InlineData("https://news.example/a/summit-opens.html#reactions")]
    [InlineData("https://news.example/a/summit-opens.html?utm_source=rss&utm_medium=feed&fbclid=x")]
    [InlineData("https://reader@news.example/a/./b/../summit-opens.html")]
    public void All_ways_to_write_an_address_are_one_document(string address) =>
        Assert.Equal(DocumentAddress.IdOf(new Uri("https://news.example/a/summit-opens.html")), DocumentAddress.IdOf(new Uri(address)));

    [Theory]
    [InlineData("https://news.example/a/Summit-opens.html")]
    [InlineData("https://news.example/summit-opens.html")]
    [InlineData("https://news.example/a/summit-opens.html?page=2")]
    [InlineData("https://news.example:8080/a/summit-opens.html")]
    [InlineData("https://news.other/a/summit-opens.html")]
    public void Another_page_is_another_document(string address) =>
        Assert.NotEqual(DocumentAddress.IdOf(new Uri("https://news.example/a/summit-opens.html")), DocumentAddress.IdOf(new Uri(address)));

    [Theory]
    [InlineData("https://www.news.example/a/Summit_opens%20now.html", "news-example-summit-opens-now-html-")]
    [InlineData("https://news.example/", "news-example-")]
    [InlineData("https://новости.example/статья", "xn-b1amnebsh-example-")]
    public void An_id_begins_with_words_for_people(string address, string start) => Assert.StartsWith(start, DocumentAddress.IdOf(new Uri(address)).Value);

    [Fact]
    public void A_long_address_has_an_id_all_the_same() => Assert.InRange(DocumentAddress.IdOf(new Uri("https://news.example/" + new string('x', 3000))).Value.Length, 20, 100);

    [Fact]
    public void The_address_shown_keeps_what_says_which_page_it_is() =>
        Assert.Equal("https://www.news.example/a?page=2", DocumentAddress.Canonical(new Uri("https://u:p@www.news.example/a?utm_source=x&page=2#top")).AbsoluteUri);
}
