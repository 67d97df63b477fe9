using System.Collections;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChatBot.Questions;
using ChatBot.Settings;
using ChatBot.Simulators.Web;
using ChatBot.Sources;
using ChatBot.Terminal;
using ChatBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Xunit;

namespace ChatBot.Tests.Terminal;

/// <summary>The commands as someone types them, over a small installation of their own.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("chatbot-").FullName;
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly Hashtable _environment = [];
    private ChatBotSettings? _served;

    public CommandLineTests()
    {
        Write("config/topics/hague-2025/topic.yaml", "title: The port of Aldenburg\ndescription: A quay.\nfloor: 60\n");
        Write("config/topics/hague-2025/briefs/port.md", "---\nid: port\ntitle: The port\npublished: 2031-03-12\n---\n\nThe new quay of Aldenburg opens on 14 March 2031. Mayor Hedda Quist will cut the ribbon.\n");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task A_question_is_answered_with_its_source()
    {
        Assert.Equal(0, await Run("ask", "When does the quay open?"));
        Assert.Contains("14 March 2031", Output);
        Assert.Contains("[1] “The port”, 12 March 2031, p1", Output);
        Assert.Equal("", Errors);
    }

    [Fact]
    public async Task A_question_may_come_as_words_and_begin_with_an_at_sign()
    {
        Assert.Equal(0, await Run("ask", "@quay", "when", "does", "it", "open?", "--json"));
        using var json = JsonDocument.Parse(Output);
        Assert.Equal("@quay when does it open?", json.RootElement.GetProperty("question").GetString());
    }

    [Fact]
    public async Task The_explanation_says_how_the_question_was_read()
    {
        Assert.Equal(0, await Run("ask", "--explain", "When does the quay open?"));
        Assert.Contains("asks for  date", Output);
        Assert.Contains("because", Output);
    }

    [Theory]
    [InlineData("When does the quay open?")]
    [InlineData("Who will cut the ribbon?")]
    [InlineData("What colour is the mayor's hat?")]
    [InlineData("/timeline quay")]
    [InlineData("hello")]
    public async Task The_page_and_its_api_answer_as_the_terminal_does(string question)
    {
        Assert.Equal(0, await Run("ask", "--json", question));
        var terminal = Output.TrimEnd();
        var text = JsonDocument.Parse(terminal).RootElement.GetProperty("text").GetString() ?? "";
        var topic = Path.Combine(_root, "config", "topics", "hague-2025");
        var knowledge = FolderKnowledge.Read(topic, TopicFolder.DocumentsOf(topic), TextWriter.Null);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        await using var site = builder.Build();
        site.MapWebPages(() => knowledge);
        await site.StartAsync(TestContext.Current.CancellationToken);
        var asked = "?q=" + Uri.EscapeDataString(question);
        Assert.Equal(terminal, await site.GetTestClient().GetStringAsync("/api/ask" + asked, TestContext.Current.CancellationToken));
        var page = WebUtility.HtmlDecode(await site.GetTestClient().GetStringAsync("/" + asked, TestContext.Current.CancellationToken));
        Assert.Contains(text.Split('\n')[0].Replace("**", "", StringComparison.Ordinal).Split(" [")[0].Trim(), Regex.Replace(page, "<[^>]+>", ""));
    }

    [Theory]
    [InlineData("ask --jsn when", "chatbot: '--jsn' is no option of ask; did you mean --json?")]
    [InlineData("aks when", "chatbot: There is no command 'aks'. Did you mean ask?\nTry: chatbot --help\n")]
    [InlineData("when is it?", "chatbot: There is no command 'when'. To ask a question: chatbot ask \"when is it?\"\nTry")]
    [InlineData("weather", "chatbot: There is no command 'weather'. The commands are serve, ask,")]
    [InlineData("ask", "chatbot: Required argument missing for command: 'ask'.")]
    [InlineData("--topc x", "chatbot: Unrecognized command or argument '--topc'. Did you mean --topic?")]
    [InlineData("ask --topic nowhere when", "there is no such topic folder")]
    [InlineData("ingest nowhere.txt", "there is no such file or folder")]
    [InlineData("answer --questions nowhere.jsonl --out -", "nowhere.jsonl")]
    public async Task Bad_usage_is_told_and_has_its_own_code(string words, string expected)
    {
        Assert.Equal(2, await Run(words.Split(' ')));
        Assert.Contains(expected, Errors);
        Assert.Equal("", Output);
    }

    [Theory]
    [InlineData("ask", "There is no question in that. Write it like: chatbot ask")]
    [InlineData("ingest", "One of the paths is empty.")]
    [InlineData("check", "There is no claim in that. Write it like: chatbot check")]
    public async Task An_empty_question_or_claim_is_bad_usage(string command, string expected)
    {
        foreach (var empty in new[] { "", "  " })
        {
            Assert.Equal(2, await Run(command, empty));
            Assert.Contains(expected, Errors);
            Assert.Equal("", Output);
        }
    }

    [Fact]
    public async Task A_question_that_is_too_long_is_refused_in_the_same_words_wherever_it_is_asked()
    {
        var question = new string('x', MessageHandler.LongestQuestion + 1);
        Assert.Equal(2, await Run("ask", question));
        Assert.Contains(PhraseCatalogue.TooLong, Errors);
        Assert.Equal(0, await Run(question + "\nexit\n", ["chat"]));
        Assert.Contains(PhraseCatalogue.TooLong, Output);
        Assert.Equal(0, await Run("answer", "--questions", Write("long.jsonl", $$"""{"id":"a","question":"{{question}}"}"""), "--out", "-"));
        Assert.Contains(PhraseCatalogue.TooLong, Output);
        Assert.Contains("1,000", PhraseCatalogue.TooLong);
        Assert.Equal(1000, MessageHandler.LongestQuestion);
    }

    [Theory]
    [InlineData("ask When?")]
    [InlineData("chat")]
    [InlineData("check It opens.")]
    [InlineData("verify")]
    [InlineData("deliveries")]
    [InlineData("sources")]
    public async Task A_named_store_that_is_not_there_is_told_and_not_made(string words)
    {
        Assert.Equal(2, await Run([.. words.Split(' '), "--store", "missing/typo.db"]));
        Assert.Contains($"chatbot: --store: there is no store {Path.Combine(_root, "missing", "typo.db")}. Mistyped? If it is to be made: 'chatbot ingest FILE' and 'chatbot serve' make it.", Errors);
        Assert.False(Directory.Exists(Path.Combine(_root, "missing")));
    }

    [Fact]
    public async Task A_named_store_is_made_by_an_ingest_and_can_be_read_then()
    {
        var path = Write("more.txt", "The lighthouse of Aldenburg was built by Oskar Lind in 1911. It stands on the north mole of the port.\n");
        Assert.Equal(0, await Run("ingest", path, "--store", "new/store.db"));
        Assert.Equal(0, await Run("ask", "Who built the lighthouse?", "--store", "new/store.db"));
        Assert.Contains("Oskar Lind", Output);
    }

    [Fact]
    public async Task Without_config_it_says_where_it_looked_and_what_to_do()
    {
        var elsewhere = Directory.CreateTempSubdirectory("chatbot-elsewhere-").FullName;
        // Another program's config/ is none of ours.
        Directory.CreateDirectory(Path.Combine(elsewhere, "config"));
        try
        {
            Assert.Equal(2, await Run("", ["ask", "When?"], elsewhere, elsewhere));
            Assert.Contains($"config/ was not found: not in {elsewhere} nor above it, and not beside the program", Errors);
            Assert.Contains("--topic DIR", Errors);
            Assert.Equal(0, await Run("", ["ask", "When does the quay open?"], elsewhere, Path.Combine(_root, "bin", "net")));
            Assert.Contains("14 March 2031", Output);
        }
        finally
        {
            Directory.Delete(elsewhere, recursive: true);
        }
    }

    [Fact]
    public async Task A_bad_line_is_told_with_file_and_line_and_nothing_is_written()
    {
        var questions = Write("questions.jsonl", "{\"id\":\"1\",\"question\":\"When?\"}\n\n{\"id\":\"2\"}\n");
        var answers = Path.Combine(_root, "answers.jsonl");
        Assert.Equal(2, await Run("answer", "--questions", questions, "--out", answers));
        Assert.Contains("questions.jsonl, line 3: the field 'question' is missing or null. Each line must be an object {\"id\",\"question\",\"history\"?}.", Errors);
        Assert.False(File.Exists(answers));
    }

    [Theory]
    [InlineData("check --claims {0} --out -", "{\"id\":\"1\",\"clam\":\"x\"}", "the field 'claim' is missing or null. Each line must be an object {\"id\",\"claim\"}.")]
    [InlineData("check --claims {0} --out -", "{\"id\":\"1\",\"claim\":null}", "the field 'claim' is missing or null.")]
    [InlineData("check --claims {0} --out -", "{\"id\":null,\"claim\":\"x\"}", "the field 'id' is missing or null.")]
    [InlineData("check --claims {0} --out -", "{\"id\":1,\"claim\":\"x\"}", "the field 'id' has a value of the wrong kind.")]
    [InlineData("check --claims {0} --out -", "{\"id\":\"1\",\"claim\":\"x\",\"claim\":\"y\"}", "a field is given twice.")]
    [InlineData("check --claims {0} --out -", "[1]", "it is no JSON object.")]
    [InlineData("check --claims {0} --out -", "{\"id\":", "not JSON (")]
    [InlineData("answer --questions {0} --out -", "{\"id\":\"1\",\"question\":\"x\",\"history\":[null]}", "the field 'history' has a null in its list.")]
    [InlineData("answer --questions {0} --out -", "{\"id\":\"1\",\"question\":null}", "the field 'question' is missing or null.")]
    [InlineData("evaluate --questions {0}", "{\"id\":\"1\",\"kind\":\"when\",\"question\":\"x\",\"answerable\":true,\"expect_any\":[null]}", "the field 'expect_any' has a null in its list.")]
    [InlineData("evaluate --questions {0}", "{\"id\":\"1\",\"kind\":\"when\",\"question\":\"x\",\"answerable\":true,\"expect_any\":[[null]]}", "the field 'expect_any' has a null in its list.")]
    [InlineData("evaluate --questions {0}", "{\"id\":\"1\",\"kind\":\"when\",\"question\":\"x\",\"answerable\":true,\"expectany\":[[\"y\"]]}", "the field 'expectany' is unknown; did you mean 'expect_any'?")]
    [InlineData("evaluate --questions {0}", "{\"id\":\"1\",\"kind\":\"when\",\"question\":\"x\",\"answerable\":true,\"colour\":1}", "the field 'colour' is unknown. Each line must be an object")]
    [InlineData("evaluate --questions {0}", "{\"id\":\"1\",\"kind\":\"when\",\"question\":\"x\",\"answerable\":true,\"expect_any\":[[\"26 (March\"]]}", "'26 (March' in 'expect_any' is no regular expression")]
    [InlineData("replay --updates {0} --out -", "{\"id\":null}", "is missing or null.")]
    public async Task A_line_with_something_missing_or_of_another_kind_is_told_in_plain_words(string command, string line, string told)
    {
        var file = Write("lines.jsonl", "\n" + line + "\n");
        Assert.Equal(2, await Run([.. command.Split(' ').Select(word => word == "{0}" ? file : word)]));
        Assert.Contains("lines.jsonl, line 2: ", Errors);
        Assert.Contains(told, Errors);
        Assert.DoesNotContain("ChatBot.", Errors);
    }

    [Fact]
    public async Task The_help_shows_the_form_that_a_line_must_have()
    {
        Assert.Equal(0, await Run("check", "--help"));
        Assert.Contains("{\"id\",\"claim\"}", Flowing);
    }

    [Fact]
    public async Task A_file_of_one_line_is_summed_up_in_the_singular()
    {
        Assert.Equal(0, await Run("check", "--claims", Write("claims.jsonl", "{\"id\":\"1\",\"claim\":\"The quay opens.\"}\n"), "--out", "-"));
        Assert.Contains("1 claim in ", Errors);
    }

    [Fact]
    public async Task Of_a_folder_with_a_file_that_cannot_be_opened_the_rest_is_taken()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights of their own on Windows.");
        Write("news/lighthouse.md", "The lighthouse of Aldenburg was built by Oskar Lind.\n");
        File.CreateSymbolicLink(Path.Combine(_root, "news", "a.md"), "/nowhere/a.md");
        Assert.Equal(1, await Run("ingest", Path.Combine(_root, "news")));
        Assert.Contains("left out: a.md is a link to /nowhere/a.md, which isn't there", Flowing);
        Assert.Contains("1 of 2 documents is in the store", Flowing);
    }

    [Fact]
    public async Task A_source_may_be_asked_about_alone()
    {
        Write("config/chatbot.json", "{ \"Sources\": [ { \"Name\": \"inbox\", \"Folder\": \"in\" }, { \"Name\": \"other\", \"Folder\": \"out\" } ] }");
        await Run("sources", "inbox", "--url", "http://127.0.0.1:1");
        Assert.Contains("inbox (", Flowing);
        Assert.DoesNotContain("other (", Flowing);
        Assert.Equal(2, await Run("sources", "inbx", "--url", "http://127.0.0.1:1"));
        Assert.Contains("No source is called 'inbx'. The sources are: inbox, other.", Errors);
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_told()
    {
        var file = Write("notes.txt", "x");
        Assert.Equal(1, await Run("doctor", "--url", "http://127.0.0.1:0", "--data", file));
        Assert.Contains("notes.txt is a file, so it can't be the data folder.", Flowing);
        Assert.Equal(1, await Run("doctor", "--url", "http://127.0.0.1:0", "--data", file + "/within"));
        Assert.Contains("can't be made in it.", Flowing);
    }

    [Fact]
    public async Task The_doctor_tells_of_an_unknown_host_and_of_a_page_that_is_open_to_all()
    {
        Assert.Equal(1, await Run("doctor", "--url", "http://locahost.invalid:5486"));
        Assert.Contains("there is no host 'locahost.invalid'", Flowing);
        Assert.Equal(0, await Run("doctor", "--url", "http://*:0"));
        Assert.Contains("It is open to everybody who reaches this machine.", Flowing);
    }

    [Fact]
    public async Task An_id_given_twice_is_told()
    {
        var questions = Write("questions.jsonl", "{\"id\":\"1\",\"question\":\"When?\"}\n{\"id\":\"1\",\"question\":\"Where?\"}\n");
        Assert.Equal(2, await Run("answer", "--questions", questions, "--out", "-"));
        Assert.Contains("questions.jsonl, line 2: the id '1' is that of line 1 already; give each line its own.", Errors);
    }

    [Fact]
    public async Task A_file_of_questions_is_answered_line_by_line_and_summed_up()
    {
        var questions = Write("questions.jsonl", "{\"id\":\"a\",\"question\":\"When does the quay open?\",\"kind\":\"when\"}\n{\"id\":\"b\",\"question\":\"and who?\",\"history\":[\"Who will cut the ribbon?\"]}\n");
        Assert.Equal(0, await Run("answer", "--questions", questions, "--out", "-"));
        var lines = Output.TrimEnd('\n').Split('\n');
        Assert.Equal(["a", "b"], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
        Assert.Matches(@"^2 questions in \d+\.\d\d s · start-up \d+\.\d\d s · peak memory \d+ MB$", Errors.TrimEnd('\n').Split('\n')[^1]);
    }

    [Fact]
    public async Task A_conversation_reads_lines_until_exit()
    {
        Assert.Equal(0, await Run("When does the quay open?\n\n1\nexit\nWho is the mayor?\n", "chat"));
        Assert.Contains("14 March 2031", Output);
        Assert.DoesNotContain("Who is the mayor", Output);
        Assert.Contains("Mayor Hedda Quist will cut the ribbon.", Output); // "1" shows the whole paragraph.
    }

    [Fact]
    public async Task Help_in_a_conversation_lists_what_works_there_and_that_works()
    {
        Assert.Equal(0, await Run("/help\nexit\n", "chat"));
        Assert.Contains("  /who name – who someone is here\n", Output);
        Assert.Contains("  /check claim – whether the sources bear a claim out\n", Output);
        Assert.DoesNotContain("/subscribe", Output);
        Assert.Equal(0, await Run("/check The new quay of Aldenburg opens on 15 March 2031.\n/sources\n/about\nexit\n", "chat"));
        Assert.Contains(PhraseCatalogue.ClaimContradicted, Output);
        Assert.Contains("I hold 1 document, ", Output);
        Assert.Contains(PhraseCatalogue.NoModel, Flowing);
    }

    [Fact]
    public async Task Help_on_one_command_is_that_command_s_line()
    {
        Assert.Equal(0, await Run("/help /WHO\nexit\n", "chat"));
        Assert.Contains("/who name – who someone is here", Output);
        Assert.DoesNotContain("/check", Output);
    }

    [Theory]
    [InlineData("/subscribe Quist", "/subscribe is for chats on Telegram and Discord")]
    [InlineData("/watch When does it open?", "/watch is for chats on Telegram and Discord")]
    [InlineData("/stop", "I don't know that command; /help lists them. Did you mean /unsubscribe?")]
    [InlineData("/whne", "I don't know that command; /help lists them. Did you mean /when?")]
    [InlineData("The new quay of Aldenburg opens on 15 March 2031. True?", PhraseCatalogue.ClaimContradicted)]
    [InlineData("/check", "Type it like this: /check claim")]
    [InlineData("help", "/check CLAIM tells whether the documents bear a claim out; /help lists them all.")]
    public async Task A_command_of_chats_a_typo_and_half_a_command_say_what_to_do_instead(string typed, string expected)
    {
        Assert.Equal(0, await Run(typed + "\nexit\n", ["chat"]));
        Assert.Contains(expected, Flowing);
    }

    [Fact]
    public async Task A_claim_may_be_longer_than_a_question_and_one_that_is_too_long_is_told_its_own_limit()
    {
        Assert.Equal(0, await Run("/check " + new string('x', 1500) + "\n/check " + new string('x', 5000) + "\nexit\n", ["chat"]));
        Assert.Contains(PhraseCatalogue.ClaimNotFound, Output);
        Assert.Contains("at most 4,096 characters to check", Flowing);
        Assert.DoesNotContain("1,000", Output);
        Assert.Equal(4096, MessageHandler.LongestClaim);
    }

    [Fact]
    public async Task A_source_that_the_answer_does_not_have_is_said_to_be_missing()
    {
        Assert.Equal(0, await Run("When does the quay open?\n9\nexit\n", "chat"));
        Assert.Contains("There is no source 9 above; the last answer has ", Output);
    }

    [Fact]
    public async Task Stored_facts_are_verified()
    {
        Assert.Equal(0, await Run("verify"));
        Assert.Contains("unsupported", Output);
    }

    [Fact]
    public async Task A_brief_with_a_wrong_number_is_not_in_order()
    {
        Write("articles/port.md", "---\nid: port\n---\n\nThe quay is 300 metres long, and it is new. Nobody knows who paid for it.\n");
        Write("config/topics/hague-2025/briefs/port.md", "---\nid: port\nkind: brief\ntitle: The port\n---\n\n## p1\n\nThe quay is 400 metres long.\n");
        Assert.Equal(1, await Run("verify", "--documents", "articles"));
        Assert.Contains("number 400 metres is not in p1 of port", Output);
    }

    [Fact]
    public async Task An_ingest_prints_denials_and_other_figures_that_no_attribute_takes()
    {
        Assert.Equal(0, await Run("ingest", Write("first.txt", "The town of Oster wants a bigger harbour. Oster Transit has trained 30 drivers for the line.\n")));
        Assert.DoesNotContain("differs", Output);
        Assert.Equal(0, await Run("ingest", Write("second.txt", "The town of Oster does not want a bigger harbour. Oster Transit has trained 45 drivers for the line.\n")));
        var told = string.Join(' ', Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("differs: “The town of Oster does not want a bigger harbour.” in second, “The town of Oster wants a bigger harbour.” in first", told);
        Assert.Contains("45 drivers for the line.” in second,", told);
        Assert.Equal(0, await Run("ingest", Write("second.txt", "Oster Transit has trained 46 drivers for the line.\n")));
        Assert.Contains("45 drivers for the line.” in its last version", string.Join(' ', Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task A_document_is_ingested_once_and_asked_about()
    {
        var path = Write("more.txt", "The lighthouse\n\nThe lighthouse of Aldenburg was built by Oskar Lind in 1911. It stands on the north mole of the port.\n");
        Assert.Equal(0, await Run("ingest", path));
        Assert.Contains("new in the store", Output);
        Assert.Equal(0, await Run("ingest", path));
        Assert.Contains("nothing was changed", Output);
        Assert.Equal(0, await Run("ask", "Who built the lighthouse?"));
        Assert.Contains("Oskar Lind", Output);
    }

    [Fact]
    public async Task A_day_that_has_not_come_is_told_and_a_document_that_is_too_large_is_told_with_what_to_do()
    {
        Assert.Equal(0, await Run("ingest", Write("future.md", "---\npublished: 2999-03-01\n---\n\nThe lighthouse of Aldenburg was built by Oskar Lind.\n")));
        Assert.Contains("It states the day 1 March 2999, which has not come yet", Flowing);
        Assert.Equal(0, await Run("ask", "Who built the lighthouse?"));
        Assert.Contains("[1] future, undated; it states 1 March 2999, which had not come, p1", Flowing);
        Assert.Equal(1, await Run("ingest", Write("large.txt", new string('a', (4 << 20) + 1))));
        Assert.Contains("large.txt has 4,194,305 bytes; a document may have 4,194,304.", Output);
        Assert.Contains("no setting raises this limit", Output);
    }

    [Fact]
    public async Task A_stated_day_that_is_none_is_told_and_never_cited_as_one()
    {
        Assert.Equal(0, await Run("ingest", Write("slip.md", "---\npublished: 2025-13-45\n---\n\nThe lighthouse of Aldenburg was built by Oskar Lind.\n")));
        Assert.Contains("published is '2025-13-45', which is no day, so the document counts as undated", Flowing);
        Assert.Equal(0, await Run("ask", "Who built the lighthouse?"));
        Assert.Contains("slip, undated; it states '2025-13-45', which is no day, p1", Flowing);
    }

    [Fact]
    public async Task A_path_that_is_not_there_keeps_none_of_the_others_out_but_alone_is_bad_usage()
    {
        var good = WriteGood();
        Assert.Equal(1, await Run("ingest", "nowhere.txt", good));
        Assert.Contains("nowhere.txt: there is no such file or folder.", Flowing);
        Assert.Contains("1 of 2 documents is in the store", Output);
        Assert.Equal(2, await Run("ingest", "nowhere.txt"));
        Assert.Contains("nowhere.txt: there is no such file or folder.", Errors);
    }

    [Theory]
    [InlineData("figures.json", "The lighthouse of Aldenburg was built by Oskar Lind in 1911.", "its name says that it is neither text, Markdown nor HTML")]
    [InlineData("figures.txt", "{\"lighthouse\": {\"built\": 1911, \"by\": \"Oskar Lind\"}}", "is JSON")]
    [InlineData("figures", "[{\"built\": 1911}, {\"built\": 1912}]", "is JSON")]
    [InlineData("feed.txt", "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>News of the port</title></channel></rss>", "is XML")]
    [InlineData("letter.txt", "{\\rtf1\\ansi The lighthouse of Aldenburg was built by Oskar Lind in 1911.}", "is RTF")]
    public async Task What_is_neither_text_Markdown_nor_HTML_is_refused_by_name_or_content(string name, string text, string why)
    {
        var good = WriteGood();
        Assert.Equal(1, await Run("ingest", Write(name, text), good));
        Assert.Contains(why, Flowing);
        Assert.Contains("1 of 2 documents is in the store", Output);
    }

    [Fact]
    public async Task A_group_of_commands_alone_shows_what_can_stand_behind_it()
    {
        Assert.Equal(0, await Run("topic"));
        Assert.Contains("new <name>", Output);
        Assert.Equal("", Errors);
    }

    [Fact]
    public async Task A_refused_file_keeps_none_of_the_others_out()
    {
        var good = WriteGood();
        Assert.Equal(1, await Run("ingest", Write("empty.txt", ""), good));
        Assert.Contains("empty.txt is empty", Output);
        Assert.Contains("1 of 2 documents is in the store", Output);
    }

    [Fact]
    public async Task A_web_page_is_ingested_under_its_address_and_a_changed_one_is_a_new_version()
    {
        await using var web = await WebSimulator.StartAsync(TestContext.Current.CancellationToken);
        _environment["ChatBot__Fetch__Allow"] = "127.0.0.1";
        web.Serve("/news/lighthouse", Page("Oskar Lind"));
        Assert.Equal(0, await Run("ingest", web.At("/news/lighthouse").ToString()));
        Assert.Contains("new in the store", Output);
        Assert.Contains("127-0-0-1-lighthouse-", Output);
        web.Serve("/news/lighthouse/?utm_source=mail", Page("Berta Quist"));
        Assert.Equal(0, await Run("ingest", web.At("/news/lighthouse/?utm_source=mail#top").ToString(), web.At("/news/lighthouse").ToString()));
        Assert.Contains("stored as version 2", Output);
        Assert.Equal(0, await Run("ask", "Who built the lighthouse?"));
        Assert.Contains("Berta Quist", Output);
        Assert.DoesNotContain("Oskar Lind", Output);

        static WebAnswer.Text Page(string builder) => new(
            $"<html><head><title>The lighthouse</title></head><body><h1>The lighthouse</h1><p>The lighthouse of Aldenburg was built by {builder} in 1911. It stands on the north mole of the port.</p></body></html>");
    }

    [Theory]
    [InlineData("file:///etc/passwd", "is no http or https address, and nothing else is fetched.")]
    [InlineData("ftp://files.example/a", "is no http or https address, and nothing else is fetched.")]
    [InlineData("http://me:geheim@news.example/", "has a user name or password in it; give the address without them.")]
    [InlineData("http://169.254.169.254/latest/", "169.254.169.254 is the link itself, where clouds keep their metadata. Nothing is fetched from there unless Fetch:Allow names it.")]
    [InlineData("http://localhost/", "localhost leads to")]
    [InlineData("http://", "http:// is no address.")]
    public async Task An_address_that_may_not_be_fetched_is_told_and_keeps_nothing_else_out(string address, string expected)
    {
        var good = WriteGood();
        Assert.Equal(1, await Run("ingest", address, good));
        Assert.Contains(expected, string.Join(' ', Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.DoesNotContain("geheim", Output + Errors);
        Assert.Contains("1 of 2 documents is in the store", Output);
    }

    [Fact]
    public async Task A_document_that_the_topics_own_would_displace_is_refused()
    {
        var good = WriteGood();
        Assert.Equal(1, await Run("ingest", Write("port.txt", "The quay of Aldenburg has been closed. Nobody knows for how long.\n"), good));
        Assert.Contains("the topic's own folder has a document 'port'", Flowing);
        Assert.Contains("1 of 2 documents is in the store", Output);
    }

    [Fact]
    public async Task Two_files_that_are_one_document_are_both_left_out_and_the_others_are_not()
    {
        var good = WriteGood();
        Assert.Equal(1, await Run("ingest", Write("a/tram.txt", "The tram of Aldenburg rolls on Sundays.\n"), Write("b/tram.txt", "The tram of Aldenburg rests on Sundays.\n"), good));
        Assert.Contains("both are the document 'tram', so neither was taken.", Flowing);
        Assert.Contains("1 of 3 documents is in the store", Output);
    }

    [Theory]
    [InlineData("14 March", 0)]
    [InlineData("15 March", 1)]
    public async Task The_evaluation_fails_below_the_topics_floor(string expected, int code)
    {
        Write("config/topics/hague-2025/questions.jsonl", $$"""{"id":"q1","kind":"when","question":"When does the quay open?","answerable":true,"expect_any":[["{{expected}}"]],"sources":["port"]}""");
        Assert.Equal(code, await Run("evaluate"));
        Assert.Contains("the floor of this topic is 60 %", Output);
        Assert.Equal(code == 1, Output.Contains("Not right: 1 (with their answers: --show-wrong)\n  wrong     q1 When does the quay open?\n", StringComparison.Ordinal));
        Assert.Equal(code, await Run("evaluate", "--json"));
        using var marked = JsonDocument.Parse(Output);
        Assert.Equal(("q1", code == 1 ? "wrong" : "right"), (marked.RootElement.GetProperty("id").GetString(), marked.RootElement.GetProperty("mark").GetString()));
    }

    [Theory]
    [InlineData("doctor", 1)]
    [InlineData("ask", 2)]
    public async Task A_time_zone_of_the_topic_that_does_not_exist_is_told(string command, int code)
    {
        Write("config/topics/hague-2025/topic.yaml", "title: A\ndescription: B\ntime-zone: Europe/Lundon\n");
        Assert.Equal(code, await Run([command, .. command == "ask" ? new[] { "When?" } : ["--url", "http://127.0.0.1:0"]]));
        Assert.Contains("topic.yaml:3:12: 'Europe/Lundon' is no time zone; did you mean 'Europe/London'?", command == "ask" ? Errors : Flowing);
    }

    [Fact]
    public async Task The_doctor_finds_nothing_wrong_and_names_platforms_that_are_off()
    {
        Assert.Equal(0, await Run("doctor", "--url", "http://127.0.0.1:0"));
        Assert.Contains("Discord    off: no token.", Output);
        Assert.EndsWith("Nothing is wrong; 3 notes above.\n", Output);
    }

    [Fact]
    public async Task Sources_that_nobody_has_looked_at_are_told_and_none_at_all_is_told_with_what_to_do()
    {
        Assert.Equal(0, await Run("sources"));
        Assert.Contains("No sources are set up.", Output);
        _environment["ChatBot__Sources__0__Name"] = "inbox";
        _environment["ChatBot__Sources__0__Folder"] = "inbox";
        Assert.Equal(0, await Run("sources"));
        Assert.Contains("nothing answers at", Output);
        Assert.Contains("has never been looked at", string.Join(' ', Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(0, await Run("doctor", "--url", "http://127.0.0.1:0"));
        Assert.Contains("source     inbox", Output);
    }

    [Fact]
    public async Task An_empty_queue_of_deliveries_says_what_would_fill_it()
    {
        Assert.Equal(0, await Run("deliveries"));
        Assert.StartsWith("Nothing was sent in the last two weeks, and nothing waits. Whoever subscribes with", Output);
    }

    [Fact]
    public async Task What_an_ingest_left_out_the_doctor_tells_until_an_ingest_takes_all()
    {
        var good = WriteGood();
        Assert.Equal(1, await Run("ingest", good, Write("empty.txt", "")));
        Assert.Equal(0, await Run("doctor", "--url", "http://127.0.0.1:0"));
        var told = string.Join(' ', Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("ago 'chatbot ingest' left out 1 of 2: ", told);
        Assert.Contains("empty.txt", told);
        Assert.EndsWith("Nothing is wrong; 4 notes above.", told);
        Assert.Equal(0, await Run("ingest", good));
        Assert.Equal(0, await Run("doctor", "--url", "http://127.0.0.1:0"));
        Assert.DoesNotContain("left out", Output);
    }

    [Fact]
    public async Task The_doctor_tells_what_is_wrong()
    {
        Write("config/topics/hague-2025/topic.yaml", "title: x\ncolour: red\n");
        _environment["ChatBot__Topik"] = "x";
        Assert.Equal(1, await Run("doctor"));
        Assert.Contains("ChatBot__Topik: there is no such setting; did you mean ChatBot__Topic?", Output);
        _environment.Clear();
        Assert.Equal(1, await Run("doctor", "--url", "http://127.0.0.1:0"));
        Assert.Contains("topic.yaml:2:1: unknown key 'colour'", Output);
    }

    [Fact]
    public async Task All_mistakes_of_a_test_set_are_told_at_once_with_their_lines()
    {
        Write("config/topics/hague-2025/questions.jsonl", """
            {"id":"q1","kind":"when","question":"When?","answerable":true,"expect_any":[["14","(15"]],"reject":["[x"]}
            {"id":"q2","kind":"when","question":"When?","answerable":true,}
            {"id":"q3","kind":"when","questions":"When?","answerable":false}
            {"id":"q1","kind":"when","question":"When?","answerable":true}
            not json

            """);
        Assert.Equal(2, await Run("evaluate"));
        string[] told = [
            "questions.jsonl, line 1: question q1: '(15' in 'expect_any' is no regular expression", "questions.jsonl, line 1: question q1: '[x' in 'reject' is no regular expression",
            "questions.jsonl, line 2: not JSON (a comma stands before a closing bracket; take it out).", "questions.jsonl, line 3: the field 'question' is missing or null.",
            "questions.jsonl, line 3: the field 'questions' is unknown; did you mean 'question'?", "questions.jsonl, line 4: question q1: it is answerable, but no answer could be right without 'expect_any'",
            "questions.jsonl, line 4: the id 'q1' is that of line 1 already; give each line its own.", "questions.jsonl, line 5: not JSON (",
        ];
        Assert.All(told, line => Assert.Contains(line, Errors, StringComparison.Ordinal));
        Assert.Equal(1, Errors.Split("Each line must be an object").Length - 1);
        Assert.DoesNotContain("reader options", Errors, StringComparison.Ordinal);
        _environment.Clear();
        Assert.Equal(1, await Run("doctor", "--url", "http://127.0.0.1:0"));
        Assert.Contains("questions.jsonl, line 5: not JSON", Flowing, StringComparison.Ordinal);
        Assert.Contains("questions.jsonl, line 1: question q1: '(15'", Flowing, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claims.jsonl", """{"id":"c1","claim":"It opens.","verdict":"supported","source":["port"]}""", "claims.jsonl, line 2: the field 'source' is unknown; did you mean 'sources'?", 1)]
    [InlineData("claims.jsonl", """{"id":"c1","claim":"It opens.","verdict":"true"}""", "claims.jsonl, line 2: claim c1: 'true' is no verdict; write one of ", 1)]
    [InlineData("claims.jsonl", """{"id":"c1","claim":"It opens.","verdict":"supported","sources":["prot"]}""", "'sources' of claim c1 names 'prot', which is no document of the topic's own; did you mean 'port'?", 0)]
    [InlineData("questions.jsonl", """{"id":"q1","kind":"when","question":"When?","answerable":true,"expect":[["14"]]}""", "questions.jsonl, line 2: the field 'expect' is unknown", 1)]
    [InlineData("questions.jsonl", """{"id":"q1","kind":"when","question":"When?","answerable":true,"expect_any":[["14"]],"sources":["port|mail"]}""", "'sources' of question q1 names 'mail', which is no document of the topic's own.", 0)]
    public async Task The_doctor_reads_what_a_topic_is_tested_with(string file, string line, string told, int exit)
    {
        Write("config/topics/hague-2025/" + file, "\n" + line + "\n");
        Assert.Equal(exit, await Run("doctor", "--url", "http://127.0.0.1:0"));
        Assert.Contains(told, Flowing);
    }

    [Fact]
    public async Task A_topic_without_its_folder_of_documents_is_told_at_the_start_and_by_the_doctor()
    {
        Directory.Move(Path.Combine(_root, "config", "topics", "hague-2025", "briefs"), Path.Combine(_root, "config", "topics", "hague-2025", "docs"));
        await Run("ask", "When does the quay open?");
        Assert.Contains("briefs: there is no such folder, so the topic has no documents of its own.", Errors);
        Assert.Equal(1, await Run("doctor", "--url", "http://127.0.0.1:0"));
        Assert.Contains("briefs: there is no such folder, so the topic has no documents of its own.", Flowing);
    }

    [Fact]
    public async Task The_doctor_tells_of_what_lies_in_the_topics_folder_and_is_not_read_as_meant()
    {
        var briefs = "config/topics/hague-2025/briefs/";
        Write(briefs + "missing.html", "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The requested address was not found on this server.</p></body></html>");
        Write(briefs + "hafen.txt", "Der neue Kai des Hafens wird im März eröffnet, sagte die Bürgermeisterin gestern vor vielen Gästen im Rathaus der Stadt.\n");
        Write(briefs + "bytes.txt", "ÿþÃ ÿþÃÃ ÿÿþ Ã þÃÿ.\n");
        Write(briefs + "report.pdf", "%PDF-1.4");
        Assert.Equal(0, await Run("doctor", "--url", "http://127.0.0.1:0"));
        foreach (var told in new[] { "missing.html: It reads like a server's page of excuses (“Not Found”)", "hafen.txt: It reads like another language than English", "bytes.txt: It reads like damaged text", "report.pdf was passed over" })
            Assert.Contains(told, Flowing);
        Assert.DoesNotContain("port.md: It reads like", Flowing);
    }

    [Fact]
    public async Task The_doctor_tells_of_a_document_that_was_taken_out_of_the_topics_folder()
    {
        Assert.Equal(0, await Run("ask", "When does the quay open?"));
        File.Delete(Path.Combine(_root, "config", "topics", "hague-2025", "briefs", "port.md"));
        Write("config/topics/hague-2025/briefs/tram.md", "---\nid: tram\ntitle: The tram\npublished: 2031-03-12\n---\n\nThe tram of Aldenburg rolls again.\n");
        Assert.Equal(0, await Run("doctor", "--url", "http://127.0.0.1:0"));
        Assert.Contains("port: no longer in ", Flowing);
    }

    [Fact]
    public async Task The_doctor_tells_what_is_long_due_and_that_the_service_has_settings_of_its_own()
    {
        Assert.Equal(0, await Run("ask", "When does the quay open?"));
        var store = Path.Combine(_root, "data", "chatbot.db");
        await using (var database = ChatBot.Store.StoreDatabase.At(new ChatBot.Store.StoreAddress.SqliteFile(store)))
        await using (var connection = await database.OpenAsync(TestContext.Current.CancellationToken))
        {
            await using var insert = connection.CreateCommand();
            insert.CommandText = """
                INSERT INTO chats (id, platform, chat, thread, leased_until, claim) VALUES (1, 'telegram', '7', '', 0, 0);
                INSERT INTO deliveries (key, chat_id, queued_at, due_at, joinable, state, attempt, doubtful) VALUES ('k', 1, 0, 0, 0, 0, 3, 0);
                """;
            await insert.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal(0, await Run("doctor", "--url", "http://127.0.0.1:0"));
        Assert.Contains("1 due on telegram, the oldest for ", Flowing);
        Assert.Contains("They go out once a service runs", Flowing);

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var service = builder.Build();
        var living = "";
        service.MapGet("/health/live", () => living);
        await service.StartAsync(TestContext.Current.CancellationToken);
        var url = service.Urls.Single();
        Assert.Equal(0, await Run("serve", "--url", url));
        living = ChatBot.Operations.ServiceHealth.Living(_served ?? throw new InvalidOperationException("Not served."));
        Assert.Equal(1, await Run("doctor", "--url", url));
        Assert.Contains("A service runs but doesn't get them out", Flowing);
        Assert.Contains("Telegram this terminal has no token for it.", Flowing);
        Assert.EndsWith("1 thing is wrong.\n", Output);
    }

    [Fact]
    public async Task The_doctor_judges_a_token_as_the_service_does()
    {
        _environment["ChatBot__Telegram__Token"] = "hello";
        _environment["ChatBot__Discord__Token"] = "tökén";
        Assert.Equal(1, await Run("doctor", "--url", "http://127.0.0.1:0"));
        Assert.Contains("Telegram the service will not start: A bot token is the bot's number, a colon and letters", Flowing);
        Assert.Contains("Discord the service will not start: The Discord token is empty or contains blanks", Flowing);
        Assert.DoesNotContain("hello", Output);
        Assert.EndsWith("2 things are wrong.\n", Output);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_one_fault_and_its_store_is_not_called_fine()
    {
        Assert.Equal(1, await Run("doctor", "--url", "http://127.0.0.1:0", "--data", "/proc/nope"));
        Assert.Contains("can't be made before the data folder can be written", Flowing);
        Assert.EndsWith("1 thing is wrong.\n", Output);
    }

    [Fact]
    public async Task A_store_that_is_a_folder_is_a_fault_as_at_the_start()
    {
        Assert.Equal(1, await Run("doctor", "--url", "http://127.0.0.1:0", "--store", Path.GetTempPath()));
        Assert.Contains("can't be opened", Flowing);
        Assert.EndsWith("1 thing is wrong.\n", Output);
    }

    [Fact]
    public async Task A_store_that_cannot_be_reached_is_one_fault()
    {
        Assert.Equal(1, await Run("doctor", "--url", "http://127.0.0.1:0", "--store", "Host=127.0.0.1;Port=1;Database=chatbot;Timeout=3"));
        Assert.Contains("can't be reached", Flowing);
        Assert.EndsWith("1 thing is wrong.\n", Output);
    }

    [Fact]
    public async Task A_collection_may_have_documents_without_a_title()
    {
        var corpus = Write("corpus.jsonl", "{\"id\":\"a\",\"text\":\"The quay opens on Friday.\"}\n{\"id\":\"b\",\"title\":\"Trams\",\"text\":\"The tram rests on Sunday.\"}\n");
        var sentences = Write("sentences.jsonl", "{\"id\":\"s1\",\"document\":\"a\",\"text\":\"The quay opens on Friday.\"}\n");
        Assert.Equal(0, await Run("retrieve", "--corpus", corpus, "--sentences", sentences, "--questions", Write("asked.jsonl", "{\"id\":\"1\",\"question\":\"When does the quay open?\"}\n"), "--out", "-"));
        Assert.Contains("\"sentence\":\"s1\"", Output);
    }

    [Theory]
    [InlineData(1, "1 message in ")]
    [InlineData(4, "4 messages in ")]
    public async Task Guessed_messages_are_counted(int messages, string told)
    {
        var examples = Write("train.jsonl", "{\"text\":\"when does it open\",\"intent\":\"when\"}\n{\"text\":\"where does it lie\",\"intent\":\"where\"}\n");
        var asked = Write("test.jsonl", string.Concat(Enumerable.Repeat("{\"text\":\"when is it\",\"intent\":\"when\"}\n", messages)));
        Assert.Equal(0, await Run("intents", "--train", examples, "--test", asked, "--out", "-"));
        Assert.StartsWith(told, Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("")]
    public async Task Without_a_command_the_service_runs_with_the_settings_given(string command)
    {
        Assert.Equal(0, await Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--data", "b", "--url=http://127.0.0.1:7777"]));
        Assert.Equal((Path.Combine(_root, "b"), "http://127.0.0.1:7777"), (_served?.Data, _served?.Web.Url));
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("chat")]
    [InlineData("answer")]
    [InlineData("retrieve")]
    [InlineData("intents")]
    [InlineData("verify")]
    [InlineData("ingest")]
    [InlineData("evaluate")]
    [InlineData("sources")]
    [InlineData("doctor")]
    [InlineData("serve")]
    public async Task Every_command_has_help_with_an_example(string command)
    {
        Assert.Equal(0, await Run(command, "--help"));
        Assert.Contains($"Examples:\n  chatbot {command}", Output);
    }

    private string Output => _output.ToString();

    /// <summary>The output as if its lines were endless.</summary>
    private string Flowing => string.Join(' ', Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string Errors => _error.ToString();

    private Task<int> Run(params string[] words) => Run(words.Length > 0 && words[0].Contains('\n') ? words[0] : "", words.Length > 0 && words[0].Contains('\n') ? words[1..] : words);

    private Task<int> Run(string input, string[] words) => Run(input, words, _root, _root);

    private Task<int> Run(string input, string[] words, string workingFolder, string programFolder)
    {
        _output.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        var context = new CommandContext(new TerminalScreen(new StringReader(input), _output, _error) { Width = 100 }, TimeProvider.System, workingFolder, programFolder, _environment);
        return new CommandLine(context, (settings, _) =>
        {
            _served = settings;
            return Task.CompletedTask;
        }).RunAsync(words, TestContext.Current.CancellationToken);
    }

    /// <summary>A document that nothing is wrong with.</summary>
    private string WriteGood() => Write("more.txt", "The lighthouse of Aldenburg was built by Oskar Lind in 1911. It stands on the north mole of the port.\n");

    private string Write(string path, string text)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? _root);
        File.WriteAllText(full, text);
        return full;
    }
}
