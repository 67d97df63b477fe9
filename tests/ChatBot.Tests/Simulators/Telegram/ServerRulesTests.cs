using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Simulators.Telegram;
using ChatBot.Simulators.Telegram.World;
using Xunit;

namespace ChatBot.Tests.Simulators.Telegram;

/// <summary>What the platform accepts and refuses, asked over bare HTTP and not through our client.</summary>
public sealed class ServerRulesTests
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parameters_come_as_query_form_multipart_or_json_and_method_names_in_any_case()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var ann = Started(telegram);
        var address = $"{telegram.Server.BaseUrl}/bot{telegram.Server.Options.Token}";
        var markup = """{"inline_keyboard":[[{"text":"A","callback_data":"a"}]]}""";
        await Http.GetAsync($"{address}/SENDMESSAGE?chat_id={ann.Id}&text=query&reply_markup={Uri.EscapeDataString(markup)}", Cancellation);
        using var form = new FormUrlEncodedContent(new Dictionary<string,
            string> { ["chat_id"] = $"{ann.Id}", ["text"] = "form", ["reply_markup"] = markup, ["disable_notification"] = "true" });
        await Http.PostAsync($"{address}/sendmessage", form, Cancellation);
        using var multipart = new MultipartFormDataContent { { new StringContent($"{ann.Id}"), "chat_id" },
            { new StringContent("multipart"), "text" }, { new StringContent(markup), "reply_markup" } };
        await Http.PostAsync($"{address}/sendMessage", multipart, Cancellation);
        using var json = new StringContent($$"""{"chat_id":"{{ann.Id}}","text":"json","reply_markup":{{markup}} }""", Encoding.UTF8, "application/json");
        await Http.PostAsync($"{address}/SendMessage", json, Cancellation);
        var posts = ann.Private.Posts.Skip(1).ToArray();
        Assert.Equal(["query", "form", "multipart", "json"], posts.Select(post => post.Text));
        Assert.All(posts, post => Assert.Equal("A", Assert.Single(Assert.Single(post.Buttons))));
    }

    [Theory]
    [InlineData("sendMessage", """{"text":"x"}""", 400, "Bad Request: chat_id is empty")]
    [InlineData("sendMessage", """{"chat_id":ANN}""", 400, "Bad Request: message text is empty")]
    [InlineData("sendMessage", """{"chat_id":ANN,"text":"\u0000 \n\u202e"}""", 400, "Bad Request: message text is empty")]
    [InlineData("sendMessage", """{"chat_id":5,"text":"x"}""", 400, "Bad Request: chat not found")]
    [InlineData("sendMessage", """{"chat_id":ANN,"text":"x","parse_mode":"LaTeX"}""", 400, "Bad Request: unsupported parse_mode")]
    [InlineData("sendMessage", """{"chat_id":ANN,"text":"x","message_thread_id":4}""", 400, "Bad Request: message thread not found")]
    [InlineData("sendMessage", """{"chat_id":ANN,"text":"x","reply_parameters":{"message_id":77}}""", 400, "Bad Request: message to be replied not found")]
    [InlineData("sendMessage", """{"chat_id":ANN,"text":"x","reply_parameters":{"message_id":1,"quote":"not in it"}}""", 400, "Bad Request: QUOTE_TEXT_INVALID")]
    [InlineData("sendMessage", """{"chat_id":ANN,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"A"}]]}}""", 400, "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")]
    [InlineData("sendMessage", """{"chat_id":ANN,"text":"x","reply_markup":{"inline_keyboard":[{"text":"A"}]}}""", 400, "Bad Request: field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays")]
    [InlineData("sendMessage", """{"chat_id":ANN,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"A","callback_data":"ééééééééééééééééééééééééééééééééé"}]]}}""", 400, "Bad Request: BUTTON_DATA_INVALID")]
    [InlineData("editMessageText", """{"chat_id":ANN,"message_id":77,"text":"x"}""", 400, "Bad Request: message to edit not found")]
    [InlineData("editMessageText", """{"chat_id":ANN,"message_id":1,"text":"x"}""", 400, "Bad Request: message can't be edited")]
    [InlineData("deleteMessage", """{"chat_id":ANN,"message_id":77}""", 400, "Bad Request: message to delete not found")]
    [InlineData("answerCallbackQuery", """{"callback_query_id":"1"}""", 400, "Bad Request: query is too old and response timeout expired or query ID is invalid")]
    [InlineData("setMyCommands", """{"commands":[{"command":"Ask","description":"x"}]}""", 400, "Bad Request: BOT_COMMAND_INVALID")]
    [InlineData("setWebhook", """{"url":"http://example.org"}""", 400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")]
    [InlineData("sendHologram", "{}", 404, "Not Found: method not found")]
    [InlineData("sendMessage", "{", 400, "Bad Request: can't parse the request's body as JSON")]
    public async Task What_breaks_a_rule_is_refused_in_the_platforms_words(string method, string body, int status, string description)
    {
        await using var telegram = await SimulatedTelegram.StartAsync(isFaithful: false);
        var ann = Started(telegram);
        var (code, answer) = await CallAsync(telegram, method, body.Replace("ANN", $"{ann.Id}", StringComparison.Ordinal));
        Assert.Equal((status, description), ((int)code, answer["description"]?.GetValue<string>()));
        Assert.Equal(status, answer["error_code"]?.GetValue<int>());
        Assert.Single(ann.Private.Posts);
    }

    [Fact]
    public async Task A_wrong_token_is_401_and_a_malformed_one_404()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await Http.GetAsync($"{telegram.Server.BaseUrl}/bot1:wrong/getMe", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Http.GetAsync($"{telegram.Server.BaseUrl}/botwrong/getMe", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Four_thousand_and_ninety_six_characters_pass_and_one_more_does_not()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var ann = Started(telegram);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(telegram, "sendMessage", $$"""{"chat_id":{{ann.Id}},"parse_mode":"HTML","text":"<b>{{new string('x', 4096)}}</b>"}""")).Status);
        Assert.Equal("Bad Request: message is too long", (await CallAsync(telegram, "sendMessage", $$"""{"chat_id":{{ann.Id}},"text":"{{new string('x', 4097)}}"}""")).Answer["description"]?.GetValue<string>());
    }

    [Fact]
    public async Task Limits_are_kept_per_chat_per_group_and_over_all_and_say_how_long_to_wait()
    {
        var time = new ChatBot.Tests.TelegramClient.SkippingTime();
        await using var telegram = await SimulatedTelegram.StartAsync(new SimulatorOptions { Limits = new SendLimits(AllPerSecond: 3,
            ChatPerSecond: 1, GroupPerMinute: 4), Time = time });
        var people = Enumerable.Range(0, 4).Select(i => telegram.Server.AddPerson($"P{i}")).ToArray();
        foreach (var person in people)
            person.Start();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(telegram, people[0].Private)).Status);
        Assert.Equal(1, RetryAfter(await SendAsync(telegram, people[0].Private)));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(telegram, people[1].Private)).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(telegram, people[2].Private)).Status);
        Assert.Equal(1, RetryAfter(await SendAsync(telegram, people[3].Private)));
        time.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(telegram, people[0].Private)).Status);

        var group = telegram.Server.AddGroup("Group", people[0]);
        people[0].AddBot(group);
        for (var i = 0; i < 4; i++)
        {
            time.Pass(TimeSpan.FromSeconds(2));
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(telegram, group)).Status);
        }
        time.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal(52, RetryAfter(await SendAsync(telegram, group)));
        time.Pass(TimeSpan.FromSeconds(52));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(telegram, group)).Status);
    }

    [Fact]
    public async Task After_two_days_a_message_cannot_be_deleted_and_after_its_time_a_query_not_answered()
    {
        var time = new ChatBot.Tests.TelegramClient.SkippingTime();
        await using var telegram = await SimulatedTelegram.StartAsync(new SimulatorOptions { Time = time });
        var ann = Started(telegram);
        await CallAsync(telegram, "sendMessage", $$"""{"chat_id":{{ann.Id}},"text":"x","reply_markup":{"inline_keyboard":[[{"text":"A","callback_data":"a"} ] ] } }""");
        var tap = ann.Tap(await telegram.Server.WaitForBotAsync(ann.Private, cancellationToken: Cancellation), "A");
        time.Pass(TimeSpan.FromHours(48));
        Assert.StartsWith("Bad Request: message can't be deleted", (await CallAsync(telegram, "deleteMessage", $$"""{"chat_id":{{ann.Id}},"message_id":2}""")).Answer["description"]?.GetValue<string>(), StringComparison.Ordinal);
        Assert.StartsWith("Bad Request: query is too old", (await CallAsync(telegram, "answerCallbackQuery", $$"""{"callback_query_id":"{{tap.QueryId}}"}""")).Answer["description"]?.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_comes_again_until_a_higher_offset_confirms_it_and_a_negative_offset_keeps_the_last()
    {
        await using var telegram = await SimulatedTelegram.StartAsync();
        var ann = telegram.Server.AddPerson("Ann");
        for (var i = 0; i < 5; i++)
            ann.Say($"m{i}");
        var first = await UpdatesAsync(telegram, """{"limit":2}""");
        Assert.Equal(first, await UpdatesAsync(telegram, """{"limit":2}"""));
        Assert.Equal(first[1] + 1, (await UpdatesAsync(telegram, $$"""{"offset":{{first[1] + 1}} }"""))[0]);
        Assert.Equal([first[0] + 4], await UpdatesAsync(telegram, """{"offset":-1}"""));
        Assert.Equal([first[0] + 4], await UpdatesAsync(telegram, "{}"));
    }

    private static Person Started(SimulatedTelegram telegram)
    {
        var ann = telegram.Server.AddPerson("Ann");
        ann.Start();
        return ann;
    }

    private static int? RetryAfter((HttpStatusCode Status, JsonObject Answer) result) =>
        result.Status == HttpStatusCode.TooManyRequests ? result.Answer["parameters"]?["retry_after"]?.GetValue<int>() : null;

    private static Task<(HttpStatusCode Status, JsonObject Answer)> SendAsync(SimulatedTelegram telegram, Room room) =>
        CallAsync(telegram, "sendMessage", $$"""{"chat_id":{{room.Id}},"text":"x"}""");

    private static async Task<int[]> UpdatesAsync(SimulatedTelegram telegram, string body) =>
        [.. (await CallAsync(telegram, "getUpdates", body)).Answer["result"]!.AsArray().Select(update => update!["update_id"]!.GetValue<int>())];

    private static async Task<(HttpStatusCode Status, JsonObject Answer)> CallAsync(SimulatedTelegram telegram, string method, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync($"{telegram.Server.BaseUrl}/bot{telegram.Server.Options.Token}/{method}", content, Cancellation);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!.AsObject());
    }
}
