using System.Net;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Facts;
using ChatBot.Knowledge.Topics;
using ChatBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Xunit;

namespace ChatBot.Tests.Web;

public sealed class WebPagesTests : IAsyncLifetime
{
    private const string Text = "The port\n\nThe quay of Aldenburg opens on 14 March 2031. Mayor Hedda Quist wrote <script>alert(1)</script> & \"more\" on its wall, for reasons unknown.\n";

    private readonly WebApplication _site = Site();

    public async ValueTask InitializeAsync() => await _site.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task The_first_page_asks_without_scripts_and_suggests_questions()
    {
        var page = await Get("/");
        Assert.Contains("<form class=\"ask\" action=\"/\" method=\"get\"", page);
        Assert.Contains("<a href=\"/?q=When%20is%20it%3F%20%26%20where%3F\">When is it? &amp; where?</a>", page);
    }

    [Fact]
    public async Task An_answer_leads_to_its_passage_with_the_words_marked()
    {
        var page = await Get("/?q=When+does+the+quay+open%3F");
        Assert.Contains("<strong>14 March 2031</strong>", page);
        var link = page.Split("class=\"passage\" href=\"")[1].Split('"')[0];
        Assert.StartsWith("/documents/port?place=", link);
        Assert.Contains("<mark id=\"cited\">The quay of Aldenburg opens on 14 March 2031.</mark>", await Get(link));
    }

    [Theory]
    [InlineData("/?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/?q=What+did+Quist+write+on+the+wall%3F")]
    [InlineData("/?q=when%3F&h=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/documents/port")]
    public async Task Text_from_outside_is_never_markup(string address)
    {
        var page = await Get(address);
        Assert.DoesNotContain("<script>", page);
        Assert.Contains("&lt;script&gt;alert(1)", page);
    }

    [Fact]
    public async Task A_document_without_a_day_is_listed_as_undated()
    {
        var list = await Get("/documents");
        Assert.Equal(list.Split("<li>").Length - 1, list.Split("undated").Length - 1);
        Assert.Contains("undated", await Get("/documents/port"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/ask?q=when")]
    [InlineData("/documents/nowhere")]
    [InlineData("/page.js")]
    public async Task Every_response_forbids_what_it_does_not_need(string address)
    {
        using var response = await Client.GetAsync(address, TestContext.Current.CancellationToken);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_follow_up_leans_on_the_claim_that_was_checked()
    {
        var page = await Get("/?q=and+when%3F&h=%2Fcheck+The+quay+opens+in+Aldenburg.");
        Assert.Contains("<strong>14 March 2031</strong>", page);
    }

    [Fact]
    public async Task A_follow_up_leans_on_the_questions_carried_along()
    {
        var page = await Get("/?q=and+when%3F&h=Where+does+the+quay+open%3F");
        Assert.Contains("14 March 2031", page);
        Assert.Contains("name=\"h\" value=\"Where does the quay open?\"", page);
    }

    [Fact]
    public async Task The_answer_is_to_be_had_as_json()
    {
        var json = await Get("/api/ask?q=When+does+the+quay+open%3F");
        Assert.Contains("\"kind\":\"Told\"", json);
        Assert.Contains("\"document\":\"port\"", json);
    }

    [Theory]
    [InlineData("/api/ask", HttpStatusCode.BadRequest)]
    [InlineData("/api/ask?q=when&hh=where", HttpStatusCode.BadRequest)]
    [InlineData("/?q=x&h=1&h=2&h=3&h=4&h=5", HttpStatusCode.BadRequest)]
    [InlineData("/documents/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/documents/..%2f..%2fetc%2fpasswd", HttpStatusCode.NotFound)]
    [InlineData("/documents/port?place=9-3", HttpStatusCode.OK)]
    [InlineData("/documents/port?place=0-99999999999", HttpStatusCode.OK)]
    public async Task What_cannot_be_asked_for_is_told(string address, HttpStatusCode expected)
    {
        using var response = await Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_question_that_is_too_long_is_not_asked()
    {
        using var response = await Client.GetAsync("/?q=" + new string('x', 5000), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("That is too long for me. Please ask in at most 1,000 characters.", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Claims_are_checked_and_help_lists_what_works_on_the_page()
    {
        var claim = Uri.EscapeDataString("/check The quay of Aldenburg opens on 15 March 2031.");
        Assert.Contains("Contradicted: the documents say otherwise.", await Get("/?q=" + claim));
        var checkedClaim = await Get("/api/ask?q=" + claim);
        Assert.Contains("Contradicted: the documents say otherwise.", checkedClaim);
        Assert.Contains("\"kind\":\"Checked\",\"abstained\":false", checkedClaim);
        Assert.Contains("\"verdict\":\"Contradicted\"", checkedClaim);
        Assert.Contains("<a href=\"/?q=%2Fhelp\">What else works</a>", await Get("/"));
        var help = await Get("/?q=%2Fhelp");
        Assert.Contains("/check claim", help);
        Assert.DoesNotContain("/subscribe", help);
    }

    private HttpClient Client => _site.GetTestClient();

    private Task<string> Get(string address) => Client.GetStringAsync(address, TestContext.Current.CancellationToken);

    private static WebApplication Site()
    {
        var topic = Topic.None with { Title = "The port", Suggestions = ["When is it? & where?"] };
        var document = Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(System.Text.Encoding.UTF8.GetBytes(Text), "port.txt"))).Document;
        var knowledge = KnowledgeBase.Build(topic, [new DocumentFacts(document, new FactExtractor(topic).Extract(document))]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        var site = builder.Build();
        site.MapWebPages(() => knowledge);
        return site;
    }
}
