using System.Text.RegularExpressions;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Sources;
using Xunit;

namespace ChatBot.Tests.Knowledge;

/// <summary>The engine knows language and the countries of the world, and nothing of any event.</summary>
public sealed partial class NoEventKnownTests
{
    /// <summary>Lists of the language and the world at large; a name of the topic may stand in them as any other.</summary>
    private static readonly string[] GeneralLists =
        ["words.txt", "background.txt", "nationalities.txt", "word-classes.txt", "question-words.txt", "agencies.txt", "organisation-words.txt"];

    private static readonly Topic Shipped = TopicFolder.ReadTopic(RepositoryRoot.File("config", "topics", "hague-2025"));

    [Fact]
    public void No_name_of_the_shipped_topic_stands_in_the_engines_code_or_data()
    {
        var names = Names();
        Assert.Contains("rutte", names);
        Assert.Contains("zelensky", names);
        var found = Files().SelectMany(file => Words().Matches(Code(file)).Select(match => Folding.Fold(match.Value)).Where(names.Contains).Distinct().Select(name => $"{Path.GetFileName(file)}: {name}"));
        Assert.Empty(found);
    }

    [Fact]
    public void No_id_of_the_shipped_topic_stands_in_the_engines_code()
    {
        string[] ids = [.. Shipped.Entities.Select(entity => entity.Id.Value).Where(id => id.Contains('-', StringComparison.Ordinal)), .. Shipped.Attributes.Select(attribute => attribute.Id)];
        var found = Files().Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(file => ids.Where(id => Code(file).Contains($"\"{id}\"", StringComparison.Ordinal)).Select(id => $"{Path.GetFileName(file)}: {id}"));
        Assert.Empty(found);
    }

    /// <summary>The words of names, titles and aliases that are no words of the language: "Rutte", "ATACMS", but not "press" or "Denmark".</summary>
    private static HashSet<string> Names()
    {
        var general = Files().Where(IsGeneral).SelectMany(file => Words().Matches(File.ReadAllText(file)).Select(match => Folding.Fold(match.Value))).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Shipped.Entities.SelectMany(entity => entity.Aliases.Prepend(entity.Name)).SelectMany(name => Words().Matches(name).Select(match => match.Value)).Where(word => char.IsUpper(word[0]) && word.Length > 3)
                .Select(word => Folding.Fold(word)).Where(word => !general.Contains(word)),
        ];
    }

    private static bool IsGeneral(string file) => GeneralLists.Any(list => Path.GetFileName(file).StartsWith(list, StringComparison.Ordinal));

    /// <summary>Comments may take the topic that ships for an example; the code may not.</summary>
    private static string Code(string file) => IsGeneral(file) ? "" : file.EndsWith(".cs", StringComparison.Ordinal) ? Comment().Replace(File.ReadAllText(file), "") : File.ReadAllText(file);

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(RepositoryRoot.File("src", "ChatBot.Knowledge"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".txt" or ".tsv" or ".json" && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Words();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();
}
