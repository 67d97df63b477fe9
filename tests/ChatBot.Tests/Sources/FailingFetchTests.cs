using ChatBot.Simulators.Web;
using Xunit;

namespace ChatBot.Tests.Sources;

/// <summary>Every single request to the web fails in turn, in several ways; when the web is well again, all is stored as if it had always been, and told once.</summary>
public sealed class FailingFetchTests
{
    private const int MostLooks = 6;

    public static TheoryData<string> Failures => new("cut", "busy", "throttled", "an error page");

    [Theory, MemberData(nameof(Failures))]
    public async Task Whichever_request_fails_nothing_is_lost_and_nothing_is_told_twice(string failure)
    {
        var failed = 0;
        for (var failAt = 1; ; failAt++)
        {
            await using var rig = await SourceRig.StartAsync();
            var feed = rig.Feed("/rss", pages: true);
            Serve(rig, "quay");
            await rig.LookAsync(feed);
            var before = rig.Web.Requests.Count;

            rig.Web.Fault = (before + failAt, AnswerOf(failure));
            Serve(rig, "quay", "ferry", "tram", "bridge");
            var state = await rig.LookAsync(feed);
            for (var look = 1; look < MostLooks && (state.Problem is not null || !state.CaughtUp || state.Documents < 4); look++) state = await rig.LookAsync(feed);

            Assert.Equal((4, null, true), (state.Documents, state.Problem, state.CaughtUp));
            foreach (var name in new[] { "quay", "ferry", "tram", "bridge" }) Assert.Single(rig.Sentences(), Whole(name));
            Assert.Equal(4, rig.News.Count);
            Assert.All(rig.News, news => Assert.Equal(1, news.Version));
            Assert.Equal([true, false, false, false], rig.News.Select(news => news.Backlog));
            if (rig.Web.Requests.Count < before + failAt) break;
            failed++;
        }
        Assert.InRange(failed, 4, 12);
    }

    private static WebAnswer AnswerOf(string failure) => failure switch
    {
        "cut" => new WebAnswer.Cut("<html><body><article>"),
        "busy" => new WebAnswer.Text("busy") { Status = 503 },
        "throttled" => new WebAnswer.Text("slower") { Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "120" } },
        _ => new WebAnswer.Text("<html><body><p>Something went wrong with our servers. We are looking into it.</p></body></html>") { Status = 500 },
    };

    private static void Serve(SourceRig rig, params string[] names)
    {
        var items = names.Select(name => $"<item><guid isPermaLink=\"false\">{name}</guid><title>News of the {name}</title><link>/{name}</link><description>Short.</description></item>");
        rig.Web.Serve("/rss", new WebAnswer.Text($"<rss version=\"2.0\"><channel><title>The Freedonian</title>{string.Concat(items)}</channel></rss>", "application/rss+xml"));
        foreach (var name in names)
            rig.Web.Serve("/" + name, new WebAnswer.Text($"<html><head><title>{name}</title></head><body><article><h1>News of the {name}</h1><p>{Whole(name)}</p></article></body></html>"));
    }

    private static string Whole(string name) => $"The {name} of Aldenburg opens with a band and a long speech.";
}
