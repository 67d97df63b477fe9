using ChatBot.Store;
using Xunit;

namespace ChatBot.Tests.Store;

public sealed class StoreAddressTests
{
    [Theory]
    [InlineData("data/chatbot.db")]
    [InlineData("/var/lib/chat bot/store.db")]
    [InlineData("hosts.db")]
    [InlineData("C:\\data\\store.db")]
    [InlineData("data/a=b;c.db")]
    [InlineData("year=2025.db")]
    public void A_path_is_a_SQLite_file(string setting) => Assert.Equal(new StoreAddress.SqliteFile(setting), StoreAddress.Parse(setting));

    [Theory]
    [InlineData("Host=db;Database=bot;Username=u;Password=geheim")]
    [InlineData("Username=u; Password=geheim; host=db; Database=bot")]
    public void A_host_is_a_PostgreSQL_server_and_its_password_is_not_shown(string setting)
    {
        var server = Assert.IsType<StoreAddress.PostgreSqlServer>(StoreAddress.Parse(setting));
        Assert.Contains("geheim", server.ConnectionString);
        Assert.Equal("PostgreSQL database bot at db:5432", server.ToString());
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" ", "is empty")]
    [InlineData("postgres://u:geheim@db/bot", "Host=")]
    [InlineData("Host=db;Pasword=geheim", "can't be read")]
    [InlineData("Host=db;Password='geheim", "can't be read")]
    [InlineData("Server=127.0.0.1;Password=geheim", "begins with 'Server='")]
    [InlineData("Hots=127.0.0.1;Password=geheim", "begins with 'Hots='")]
    [InlineData("Hots=geheim", "'Host=…;")]
    [InlineData("Password=geheim", "names no Host")]
    [InlineData("mysql://u:geheim@db/bot", "is a mysql:// address")]
    public void What_is_neither_is_told_without_repeating_it(string setting, string expected)
    {
        var error = Assert.Throws<FormatException>(() => StoreAddress.Parse(setting));
        Assert.Contains(expected, error.Message);
        Assert.DoesNotContain("geheim", error.ToString());
    }
}
