using System.Net;
using ChatBot.Sources.Fetching;
using Xunit;

namespace ChatBot.Tests.Sources.Fetching;

public sealed class AddressPolicyTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")] // Alibaba's metadata
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("168.63.129.16")] // Azure's wire server
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")] // Oracle's metadata
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")] // IPv4-compatible
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("::ffff:0:127.0.0.1")] // IPv4-translated
    [InlineData("64:ff9b::127.0.0.1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("64:ff9b:1::7f00:1")]
    [InlineData("100::1")]
    [InlineData("2001::1")] // Teredo
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2002:a9fe:a9fe::1")]
    [InlineData("3fff::1")]
    [InlineData("4000::1")]
    [InlineData("5f00::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")] // Amazon's metadata
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void What_is_not_the_public_Internet_is_refused(string address) => Assert.NotNull(AddressPolicy.PublicOnly.Objection("news.example", IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("169.253.255.255")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.0.1.0")]
    [InlineData("192.167.255.255")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450:4001:800::200e")]
    public void The_public_Internet_is_allowed(string address) => Assert.Null(AddressPolicy.PublicOnly.Objection("news.example", IPAddress.Parse(address)));

    [Fact]
    public void A_network_that_the_operator_names_is_allowed_and_no_other()
    {
        var policy = Parse("10.1.0.0/16, 192.168.7.7");
        Assert.Null(policy.Objection("a", IPAddress.Parse("10.1.2.3")));
        Assert.Null(policy.Objection("a", IPAddress.Parse("192.168.7.7")));
        Assert.NotNull(policy.Objection("a", IPAddress.Parse("10.2.0.1")));
        Assert.NotNull(policy.Objection("a", IPAddress.Parse("192.168.7.8")));
        Assert.NotNull(policy.Objection("a", IPAddress.Parse("::ffff:10.1.2.3")));
    }

    [Fact]
    public void A_host_that_the_operator_names_may_be_private_but_not_where_clouds_keep_their_metadata()
    {
        var policy = Parse("intranet.example");
        Assert.Null(policy.Objection("Intranet.Example.", IPAddress.Parse("10.1.2.3")));
        Assert.Null(policy.Objection("intranet.example", IPAddress.Loopback));
        Assert.NotNull(policy.Objection("intranet.example", IPAddress.Parse("169.254.169.254")));
        Assert.NotNull(policy.Objection("other.example", IPAddress.Parse("10.1.2.3")));
    }

    [Theory]
    [InlineData("10.1.0.0/33", "10.1.0.0/33")]
    [InlineData("http://intranet", "http://intranet")]
    [InlineData("10.1.0.0/99, good.example, bad host/x", "10.1.0.0/99", "host/x")]
    public void All_that_is_no_host_and_no_network_is_told(string text, params string[] expected)
    {
        Assert.False(AddressPolicy.TryParse(text, out _, out var wrong));
        Assert.Equal(expected, wrong);
    }

    private static AddressPolicy Parse(string text)
    {
        Assert.True(AddressPolicy.TryParse(text, out var policy, out _));
        return policy;
    }
}
