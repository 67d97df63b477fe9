using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ChatBot.Simulators.Web;
using ChatBot.Sources.Fetching;
using Xunit;

namespace ChatBot.Tests.Sources.Fetching;

public sealed class SafeFetcherTests : IAsyncLifetime
{
    private WebSimulator? _web;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WebSimulator Web => _web ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync() => _web = await WebSimulator.StartAsync(Cancellation);

    public ValueTask DisposeAsync() => Web.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_page_comes_as_it_was_sent_however_it_was_packed(string? encoding)
    {
        Web.Serve("/news?id=1", new WebAnswer.Text("<p>Zoë says hello.</p>") { Encoding = encoding, ETag = "\"one\"", LastModified = "Mon, 02 Jun 2025 10:00:00 GMT" });
        var page = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(Web.At("/news?id=1")));
        Assert.Equal("<p>Zoë says hello.</p>", Encoding.UTF8.GetString(page.Body));
        Assert.Equal(("text/html; charset=utf-8", Web.At("/news?id=1")), (page.ContentType, page.Address));
        Assert.Equal(new FetchValidators("\"one\"", "Mon, 02 Jun 2025 10:00:00 GMT"), page.Validators);
        var headers = Assert.Single(Web.Requests).Headers;
        Assert.StartsWith("ChatBot/", headers["User-Agent"]);
        Assert.DoesNotContain("Cookie", headers.Keys);
        Assert.DoesNotContain("Authorization", headers.Keys);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        Web.Serve("/feed", new WebAnswer.Text("<rss/>", "application/rss+xml") { ETag = "\"one\"" });
        Web.Serve("/dated", new WebAnswer.Text("<rss/>", "text/xml") { LastModified = "Mon, 02 Jun 2025 10:00:00 GMT" });
        using var fetcher = Fetcher();
        foreach (var path in new[] { "/feed", "/dated" })
        {
            var first = Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync(new FetchRequest(Web.At(path), FetchKind.Feed), Cancellation));
            Assert.IsType<FetchOutcome.NotModified>(await fetcher.FetchAsync(new FetchRequest(Web.At(path), FetchKind.Feed, first.Validators), Cancellation));
        }
    }

    [Fact]
    public async Task Cookies_are_neither_kept_nor_sent()
    {
        Web.Serve("/a", new WebAnswer.Redirect("/b"));
        Web.Serve("/b", new WebAnswer.Text("b") { Headers = new Dictionary<string, string> { ["Set-Cookie"] = "id=1; Path=/" } });
        using var fetcher = Fetcher();
        await fetcher.FetchAsync(new FetchRequest(Web.At("/b"), FetchKind.Page), Cancellation);
        await fetcher.FetchAsync(new FetchRequest(Web.At("/a"), FetchKind.Page), Cancellation);
        Assert.All(Web.Requests, request => Assert.DoesNotContain("Cookie", request.Headers.Keys));
    }

    [Fact]
    public async Task Redirects_are_followed_up_to_a_number()
    {
        for (var i = 0; i < 5; i++) Web.Serve($"/{i}", new WebAnswer.Redirect(i % 2 == 0 ? $"/{i + 1}" : Web.At($"/{i + 1}").ToString(), i % 2 == 0 ? 301 : 307));
        Web.Serve("/5", new WebAnswer.Text("there"));
        Assert.Equal(Web.At("/5"), Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(Web.At("/0"))).Address);
        Web.Serve("/5", new WebAnswer.Redirect("/6"));
        Web.Serve("/6", new WebAnswer.Text("too far"));
        AssertRefused(FetchRefusal.Redirect, await FetchAsync(Web.At("/0")));
        Web.Serve("/loop", new WebAnswer.Redirect("/loop"));
        AssertRefused(FetchRefusal.Redirect, await FetchAsync(Web.At("/loop")));
    }

    [Theory]
    [InlineData("file:///etc/passwd", "NotWeb")]
    [InlineData("ftp://files.example/a", "NotWeb")]
    [InlineData("gopher://127.0.0.1/x", "NotWeb")]
    [InlineData("data:text/html,hello", "NotWeb")]
    [InlineData("http://user:geheim@news.example/", "Credentials")]
    [InlineData("http://news.example:25/", "Port")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "ForbiddenAddress")]
    [InlineData("http://10.0.0.1/", "ForbiddenAddress")]
    [InlineData("http://[fd00:ec2::254]/", "ForbiddenAddress")]
    [InlineData("http://[::ffff:169.254.169.254]/", "ForbiddenAddress")]
    public async Task No_address_nor_any_hop_leads_where_it_may_not(string address, string reason)
    {
        var expected = Enum.Parse<FetchRefusal>(reason);
        var words = AssertRefused(expected, await FetchAsync(new Uri(address)));
        Assert.DoesNotContain("geheim", words);
        Web.Serve("/away", new WebAnswer.Redirect(address));
        AssertRefused(expected, await FetchAsync(Web.At("/away")));
        Assert.Single(Web.Requests);
    }

    [Theory]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://127.1:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f000001:{0}/")]
    [InlineData("http://0x7f.0.0.1:{0}/")]
    [InlineData("http://0177.0.0.1:{0}/")]
    [InlineData("http://0:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://[0:0:0:0:0:ffff:7f00:1]:{0}/")]
    [InlineData("http://[::ffff:7f00:1]:{0}/")]
    [InlineData("http://[64:ff9b::7f00:1]:{0}/")]
    [InlineData("http://[2002:7f00:1::]:{0}/")]
    [InlineData("http://127。0。0。1:{0}/")]
    public async Task No_spelling_of_this_machine_gets_through(string form)
    {
        using var fetcher = new SafeFetcher(AddressPolicy.PublicOnly, new FetchLimits(), TimeProvider.System);
        var address = new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, Web.At("/").Port));
        AssertRefused(FetchRefusal.ForbiddenAddress, await fetcher.FetchAsync(new FetchRequest(address, FetchKind.Page), Cancellation));
        Assert.Empty(Web.Requests);
    }

    [Fact]
    public async Task Nothing_forbidden_gets_through_in_any_spelling()
    {
        string[] forbidden =
        [
            "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.200.3.4", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.8.9.10", "168.63.129.16", "169.254.0.1", "169.254.169.254", "169.254.170.2",
            "172.16.0.1", "172.31.255.254", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.0.1", "192.168.255.254", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.251", "239.1.2.3",
            "240.0.0.1", "255.255.255.255",
        ];
        // What isn't seen to be an address goes to the resolver, and what it leads to is checked all the same.
        using var fetcher = new SafeFetcher(AddressPolicy.PublicOnly, new FetchLimits(), TimeProvider.System, (host, _) => Task.FromResult(new[] { IPAddress.Parse(host.TrimEnd('.')) }));
        var cases = 0;
        foreach (var spelling in forbidden.SelectMany(Spellings))
        {
            Assert.True(Uri.TryCreate($"http://{spelling}/", UriKind.Absolute, out var address), spelling);
            var outcome = await fetcher.FetchAsync(new FetchRequest(address, FetchKind.Page), Cancellation);
            Assert.True(outcome is FetchOutcome.Refused { Reason: FetchRefusal.ForbiddenAddress }, $"{spelling}: {outcome}");
            cases++;
        }
        Assert.Equal(forbidden.Length * 17, cases);
    }

    private static IEnumerable<string> Spellings(string dotted)
    {
        var bytes = IPAddress.Parse(dotted).GetAddressBytes();
        var number = (uint)(bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3]);
        var (high, low) = (number >> 16, number & 0xffff);
        return
        [
            dotted, dotted + ".", $"{number}", $"0x{number:x8}", $"0{Convert.ToString(number, 8)}", string.Join('.', bytes.Select(part => $"0x{part:x}")),
            string.Join('.', bytes.Select(part => $"0{Convert.ToString(part, 8)}")), $"{bytes[0]}.{number & 0xffffff}", $"{bytes[0]}.{bytes[1]}.{low}", $"[::ffff:{dotted}]", $"[::ffff:{high:x}:{low:x}]",
            $"[0:0:0:0:0:ffff:{high:x}:{low:x}]", $"[::{dotted}]", $"[64:ff9b::{high:x}:{low:x}]", $"[64:ff9b:1::{high:x}:{low:x}]", $"[2002:{high:x}:{low:x}::1]", $"[2001:0:{high:x}:{low:x}::1]",
        ];
    }

    [Fact]
    public async Task A_redirect_to_this_machine_is_refused_though_it_comes_from_an_allowed_host()
    {
        foreach (var (path, host) in new[] { ("/a", "localhost"), ("/b", "127.0.0.1"), ("/c", "[::1]"), ("/d", "other.example") }) Web.Serve(path, new WebAnswer.Redirect(Web.At("/secret", host).ToString()));
        Web.Serve("/secret", new WebAnswer.Text("secret"));
        using var fetcher = new SafeFetcher(Allowing("news.example"), new FetchLimits(), TimeProvider.System, (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));
        foreach (var path in new[] { "/a", "/b", "/c", "/d" })
            AssertRefused(FetchRefusal.ForbiddenAddress, await fetcher.FetchAsync(new FetchRequest(Web.At(path, "news.example"), FetchKind.Page), Cancellation));
        Assert.DoesNotContain(Web.Requests, request => request.Path == "/secret");
    }

    [Fact]
    public async Task A_name_that_answers_differently_the_second_time_gains_nothing()
    {
        // The public address at the first look, this machine at the second: whoever checks one answer and connects to another is led here.
        var asked = 0;
        Task<IPAddress[]> Resolve(string host, CancellationToken cancellation) => Task.FromResult(new[] { asked++ % 2 == 0 ? IPAddress.Parse("192.0.2.7") : IPAddress.Loopback });
        Web.Serve("/", new WebAnswer.Text("secret"));
        using (var fetcher = new SafeFetcher(Allowing("192.0.2.7"), new FetchLimits { Time = TimeSpan.FromMilliseconds(300) }, TimeProvider.System, Resolve))
            Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(new FetchRequest(Web.At("/", "rebinding.example"), FetchKind.Page), Cancellation));
        Assert.Equal(1, asked);
        using (var fetcher = new SafeFetcher(Allowing("192.0.2.7"), new FetchLimits(), TimeProvider.System, Resolve))
            AssertRefused(FetchRefusal.ForbiddenAddress, await fetcher.FetchAsync(new FetchRequest(Web.At("/", "rebinding.example"), FetchKind.Page), Cancellation));
        Assert.Empty(Web.Requests);
    }

    [Fact]
    public async Task A_name_with_one_forbidden_address_among_others_is_refused()
    {
        using var fetcher = new SafeFetcher(
            AddressPolicy.PublicOnly, new FetchLimits(), TimeProvider.System, (_, _) => Task.FromResult(new[] { IPAddress.Parse("93.184.215.14"), IPAddress.Loopback }));
        AssertRefused(FetchRefusal.ForbiddenAddress, await fetcher.FetchAsync(new FetchRequest(Web.At("/", "news.example"), FetchKind.Page), Cancellation));
        Assert.Empty(Web.Requests);
    }

    [Fact]
    public async Task A_host_that_the_operator_names_is_fetched_from()
    {
        Web.Serve("/", new WebAnswer.Text("the intranet"));
        using var fetcher = new SafeFetcher(Allowing("intranet.example"), new FetchLimits(), TimeProvider.System, (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));
        Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync(new FetchRequest(Web.At("/", "intranet.example"), FetchKind.Page), Cancellation));
        AssertRefused(FetchRefusal.ForbiddenAddress, await fetcher.FetchAsync(new FetchRequest(Web.At("/", "other.example"), FetchKind.Page), Cancellation));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Ten_gigabytes_of_zeros_are_refused_after_a_few_megabytes(string encoding)
    {
        var bomb = new WebAnswer.Bomb(10L << 30, encoding);
        Web.Serve("/bomb", bomb);
        var clock = Stopwatch.StartNew();
        AssertRefused(FetchRefusal.TooLarge, await FetchAsync(Web.At("/bomb")));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"It took {clock.Elapsed}.");
        Assert.True(bomb.Packed < 10L << 30, "All of it was sent.");
    }

    [Fact]
    public async Task A_body_without_end_and_a_length_that_is_too_great_are_refused()
    {
        // However slow the machine is, size ends these and not time.
        var patient = new FetchLimits { Time = TimeSpan.FromMinutes(2) };
        Web.Serve("/endless", new WebAnswer.Endless());
        AssertRefused(FetchRefusal.TooLarge, await FetchAsync(Web.At("/endless"), patient));
        Web.Serve("/long", new WebAnswer.Text(new string('a', 5 << 20)) { Headers = new Dictionary<string, string> { ["Content-Length"] = (5 << 20).ToString(System.Globalization.CultureInfo.InvariantCulture) } });
        AssertRefused(FetchRefusal.TooLarge, await FetchAsync(Web.At("/long"), patient));
    }

    [Fact]
    public async Task A_server_that_drips_or_says_nothing_is_given_up_in_time()
    {
        Web.Serve("/drip", new WebAnswer.Drip(TimeSpan.FromMilliseconds(20)));
        Web.Serve("/silent", new WebAnswer.Silence());
        foreach (var path in new[] { "/drip", "/silent" })
        {
            var failed = Assert.IsType<FetchOutcome.Failed>(await FetchAsync(Web.At(path), new FetchLimits { Time = TimeSpan.FromMilliseconds(400) }));
            Assert.True(failed.Transient);
            Assert.Contains("took longer than 0.4 seconds", failed.Words);
        }
    }

    [Theory]
    [InlineData("image/png", "ContentType")]
    [InlineData("application/pdf", "ContentType")]
    [InlineData("application/octet-stream", "ContentType")]
    public async Task What_is_not_text_is_refused(string type, string reason)
    {
        Web.Serve("/file", new WebAnswer.Text("x", type));
        AssertRefused(Enum.Parse<FetchRefusal>(reason), await FetchAsync(Web.At("/file")));
    }

    [Theory]
    [InlineData("zstd", "Encoding")]
    [InlineData("gzip, gzip", "Encoding")]
    public async Task Packing_that_was_not_asked_for_is_refused(string encoding, string reason)
    {
        Web.Serve("/file", new WebAnswer.Text("x") { Encoding = encoding });
        AssertRefused(Enum.Parse<FetchRefusal>(reason), await FetchAsync(Web.At("/file")));
    }

    [Theory]
    [InlineData(404, false, "nothing at this address")]
    [InlineData(403, false, "without signing in")]
    [InlineData(410, false, "for good")]
    [InlineData(429, true, "too often")]
    [InlineData(503, true, "a fault")]
    public async Task A_failure_says_whether_it_may_pass(int status, bool transient, string words)
    {
        Web.Serve("/x", new WebAnswer.Text("no") { Status = status, Headers = new Dictionary<string, string> { ["Retry-After"] = "120" } });
        var failed = Assert.IsType<FetchOutcome.Failed>(await FetchAsync(Web.At("/x")));
        Assert.Equal((transient, TimeSpan.FromMinutes(2)), (failed.Transient, failed.RetryAfter));
        Assert.Contains(words, failed.Words);
    }

    [Fact]
    public async Task Broken_connections_names_and_packing_are_failures_that_may_pass()
    {
        Web.Serve("/cut", new WebAnswer.Cut("half"));
        Web.Serve("/broken", new WebAnswer.Text("This was never packed at all.") { Headers = new Dictionary<string, string> { ["Content-Encoding"] = "gzip" } });
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var closed = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        foreach (var address in new[] { Web.At("/cut"), Web.At("/broken"), new Uri($"http://127.0.0.1:{closed}/") })
            Assert.True(Assert.IsType<FetchOutcome.Failed>(await FetchAsync(address)).Transient, address.ToString());
        using var fetcher = new SafeFetcher(AddressPolicy.PublicOnly, new FetchLimits(), TimeProvider.System, (_, _) => throw new SocketException((int)SocketError.HostNotFound));
        Assert.Contains("no such host", Assert.IsType<FetchOutcome.Failed>(await fetcher.FetchAsync(new FetchRequest(new Uri("http://nowhere.example/"), FetchKind.Page), Cancellation)).Words);
    }

    [Fact]
    public async Task Whoever_asked_can_stop_it()
    {
        Web.Serve("/silent", new WebAnswer.Silence());
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        using var fetcher = Fetcher();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(new FetchRequest(Web.At("/silent"), FetchKind.Page), stop.Token));
    }

    private static string AssertRefused(FetchRefusal reason, FetchOutcome outcome)
    {
        // What else it was stands in the message.
        if (outcome is not FetchOutcome.Refused refused) throw new InvalidOperationException($"Not refused: {outcome}");
        Assert.Equal(reason, refused.Reason);
        return refused.Words;
    }

    private static AddressPolicy Allowing(string text)
    {
        Assert.True(AddressPolicy.TryParse(text, out var policy, out _));
        return policy;
    }

    private static SafeFetcher Fetcher(FetchLimits? limits = null) => new(Allowing("127.0.0.1"), limits ?? new FetchLimits(), TimeProvider.System);

    private static async Task<FetchOutcome> FetchAsync(Uri address, FetchLimits? limits = null)
    {
        using var fetcher = Fetcher(limits);
        return await fetcher.FetchAsync(new FetchRequest(address, FetchKind.Page), Cancellation);
    }
}
