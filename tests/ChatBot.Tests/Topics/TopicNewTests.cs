using System.Collections;
using ChatBot.Sources;
using ChatBot.Terminal;
using Xunit;

namespace ChatBot.Tests.Topics;

/// <summary><c>chatbot topic new</c> as someone types it.</summary>
public sealed class TopicNewTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("chatbot-").FullName;
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public TopicNewTests()
    {
        Directory.CreateDirectory(Path.Combine(_root, "config", "topics"));
        Write("articles/one.md", "---\npublisher: The Courier\ntitle: One\npublished: 2031-03-01\n---\n\nThe Aldenburg Port Festival takes place at Anchor Square from 12 to 14 June 2031. Mayor Hedda Quist opens the festival.\n");
        Write("articles/two.txt", "The harbour\n\nThe festival takes place at Tar Quay. Hedda Quist denied that it was in danger.\n");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task A_drafted_topic_can_be_asked_at_once()
    {
        Assert.Equal(0, await Run("topic", "new", "port-2031", "--documents", "articles"));
        Assert.Contains($"{InTopic()}: ", Output);
        Assert.DoesNotContain("refused", Output);
        Assert.Contains("event: Aldenburg Port Festival (festival)", Output);
        Assert.Contains("differs\n  the place of the Aldenburg Port Festival: ", Output);
        Assert.Contains("- two states no date", Output);
        Assert.Equal(["one.md", "two.txt"], Directory.EnumerateFiles(InTopic("briefs")).Select(Path.GetFileName).Order());
        Assert.Contains("# review: 2 values", File.ReadAllText(InTopic("attributes.yaml")));

        Assert.Equal(0, await Run("ask", "--topic", InTopic(), "When is the festival?"));
        Assert.Contains("12 to 14 June 2031", Output);
    }

    [Fact]
    public async Task Denials_and_figures_that_no_attribute_takes_are_listed_among_what_differs()
    {
        Write("plain/one.md", "---\npublished: 2031-03-01\n---\n\nThe town of Oster wants a bigger harbour.\n");
        Write("plain/two.md", "---\npublished: 2031-03-02\n---\n\nThe town of Oster does not want a bigger harbour.\n");
        Assert.Equal(0, await Run("topic", "new", "plain-2031", "--documents", "plain"));
        Assert.Contains("“The town of Oster does not want a bigger harbour.” in two, “The town of Oster wants a bigger harbour.” in one", string.Join(' ', Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task What_is_there_already_is_not_overwritten()
    {
        Write("config/topics/port-2031/topic.yaml", "title: mine\n");
        Assert.Equal(2, await Run("topic", "new", "port-2031", "--documents", "articles"));
        Assert.Contains("nothing is overwritten", Errors);
        Assert.Equal("title: mine\n", File.ReadAllText(InTopic("topic.yaml")));
        Assert.Equal([InTopic("topic.yaml")], Directory.EnumerateFileSystemEntries(InTopic()));
    }

    [Theory]
    [InlineData("Port 2031", "articles", "'Port 2031' can't be a topic's name")]
    [InlineData("../port", "articles", "'../port' can't be a topic's name")]
    [InlineData("none", "articles", "'none' can't be a topic's name")]
    [InlineData("port-2031", "nowhere", "there is no such folder.")]
    [InlineData("port-2031", "config", "no document in it could be read")]
    public async Task Bad_usage_is_told_and_leaves_nothing_behind(string name, string documents, string expected)
    {
        Assert.Equal(2, await Run("topic", "new", name, "--documents", documents));
        Assert.Contains(expected, Errors);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_root, "config", "topics")));
    }

    [Fact]
    public async Task A_refused_document_is_told_and_left_out()
    {
        Write("articles/empty.txt", "");
        Assert.Equal(1, await Run("topic", "new", "port-2031", "--documents", "articles"));
        Assert.Contains("empty.txt is empty", Output);
        Assert.Contains("1 of 3 files was refused (above) and is no part of the topic.", string.Join(' ', Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.False(File.Exists(InTopic("briefs", "empty.txt")));
    }

    [Fact]
    public async Task What_is_no_document_is_named()
    {
        Write("articles/leaflet.pdf", "%PDF-1.4");
        Write("articles/older/three.txt", "The festival takes place at Old Quay.");
        Write("articles/.hidden", "x");
        Write("articles/README.txt", "x");
        Assert.Equal(0, await Run("topic", "new", "port-2031", "--documents", "articles"));
        var flowing = string.Join(' ', Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("leaflet.pdf was passed over: it is neither text, Markdown nor HTML; documents end in .txt, .md or .html.", flowing);
        Assert.Contains("older was passed over: folders within it are not looked into; move the files up.", flowing);
        Assert.DoesNotContain("hidden", flowing);
        Assert.DoesNotContain("README", flowing);
    }

    [Fact]
    public async Task Another_folder_of_topics_can_be_named()
    {
        Assert.Equal(0, await Run("topic", "new", "port-2031", "--documents", "articles", "--into", "mine"));
        Assert.Equal("Aldenburg Port Festival", TopicFolder.ReadTopic(Path.Combine(_root, "mine", "port-2031")).Entities[0].Name);
    }

    [Fact]
    public async Task The_help_shows_how()
    {
        Assert.Equal(0, await Run("topic", "new", "--help"));
        Assert.Contains("Examples:\n  chatbot topic new ", Output);
    }

    private string Output => _output.ToString();

    private string Errors => _error.ToString();

    private string InTopic(params ReadOnlySpan<string> parts) => Path.Combine([_root, "config", "topics", "port-2031", .. parts]);

    private Task<int> Run(params string[] words)
    {
        _output.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        var context = new CommandContext(new TerminalScreen(TextReader.Null, _output, _error) { Width = 100 }, TimeProvider.System, _root, _root, new Hashtable());
        return new CommandLine(context, (_, _) => Task.CompletedTask).RunAsync(words, TestContext.Current.CancellationToken);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? _root);
        File.WriteAllText(full, text);
    }
}
