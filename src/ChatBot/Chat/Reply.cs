using System.Globalization;
using NodaTime;

namespace ChatBot.Chat;

/// <summary>
/// What the bot says, as a tree of small parts that every platform writes in its own way. Text in it is data: no part holds markup.
/// </summary>
/// <param name="Blocks">What is said, in order.</param>
/// <param name="Sources">What it rests on, one line each, numbered from 1 in this order.</param>
/// <param name="Actions">Buttons, in order; a platform shows as many as it can.</param>
public sealed record Reply(IReadOnlyList<ReplyBlock> Blocks, IReadOnlyList<ReplySource> Sources, IReadOnlyList<ReplyAction> Actions)
{
    /// <summary>The actions, each once, and those of one label told apart by a number; what asks a question stays as it is, because that may be read off it.</summary>
    public IEnumerable<ReplyAction> Buttons
    {
        get
        {
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var action in Actions.DistinctBy(action => (action.Kind, action.Label, action.Subject)))
            {
                var times = seen[action.Label] = seen.GetValueOrDefault(action.Label) + 1;
                yield return times == 1 || action.Kind == ReplyActionKind.Ask ? action : action with { Label = string.Create(CultureInfo.InvariantCulture, $"{action.Label} ({times})") };
            }
        }
    }

    /// <summary>A reply of one framing sentence.</summary>
    public static Reply Saying(string words) => new([new ReplyBlock.Line([new ReplySpan.Words(words)])], [], []);
}

/// <summary>A part of a reply that stands on lines of its own. A closed set.</summary>
public abstract record ReplyBlock
{
    private ReplyBlock()
    {
    }

    /// <summary>The bot's own framing words, or a direct answer in bold.</summary>
    public sealed record Line(IReadOnlyList<ReplySpan> Spans) : ReplyBlock;

    /// <summary>Words of a document.</summary>
    /// <param name="Spans">The words, with their source marks.</param>
    public sealed record Statement(IReadOnlyList<ReplySpan> Spans) : ReplyBlock;

    /// <summary>A whole passage, folded where the platform can fold.</summary>
    public sealed record Passage(IReadOnlyList<ReplySpan> Spans) : ReplyBlock;
}

/// <summary>A run of text within a block. A closed set.</summary>
public abstract record ReplySpan
{
    private ReplySpan()
    {
    }

    /// <summary>Plain words.</summary>
    public sealed record Words(string Text) : ReplySpan;

    /// <summary>Words in bold.</summary>
    public sealed record Strong(string Text) : ReplySpan;

    /// <summary>Words of lesser weight: who said it, how a question was read.</summary>
    public sealed record Faint(string Text) : ReplySpan;

    /// <summary>The number of the source behind a statement, "[1]".</summary>
    public sealed record SourceMark(int Number) : ReplySpan;

    /// <summary>
    /// A moment with its hour, which a platform may show in each reader's own zone. Never for a day without an hour: that would be another day in some
    /// zones. Nor for what a document says: those words stay as they are.
    /// </summary>
    /// <param name="At">When, in the zone of the chat.</param>
    public sealed record Moment(ZonedDateTime At) : ReplySpan
    {
        /// <summary>In words, for platforms that show the same to everybody: "22 June 2026 09:00 CEST".</summary>
        public string InWords => At.ToString("d MMMM yyyy HH:mm x", CultureInfo.InvariantCulture);
    }
}

/// <summary>One line of the source list.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Label">Publisher, title, date, passage, in words.</param>
/// <param name="Place">The passage as an address within the document: its first and last character ("120-240").</param>
/// <param name="Url">Where the document can be read, if that is known.</param>
public sealed record ReplySource(string Document, string Label, string Place, Uri? Url)
{
    /// <summary>The words at that place, for who may not know the document yet; null where they are read off it.</summary>
    public string? Words { get; init; }

    /// <summary>Whether its number is shown; not where it stands alone, and had another number in the reply that led to it.</summary>
    public bool IsNumbered { get; init; } = true;
}

/// <summary>What a button does.</summary>
public enum ReplyActionKind
{
    /// <summary>Shows the passage around a statement.</summary>
    Passage,

    /// <summary>Shows dated lines about the same matter.</summary>
    Timeline,

    /// <summary>Asks another question.</summary>
    Ask,

    /// <summary>Gives a command, as if it had been typed.</summary>
    Command,

    /// <summary>Tells when this answer changes.</summary>
    Watch,

    /// <summary>Says that the answer helped.</summary>
    Helpful,

    /// <summary>Says that it didn't.</summary>
    Unhelpful,
}

/// <summary>A button.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Label">What it says.</param>
/// <param name="Subject">What it is about: a question, a document with a place ("id 120-240"), a short command with its stroke ("/unwatch 3"), or "".</param>
public sealed record ReplyAction(ReplyActionKind Kind, string Label, string Subject)
{
    /// <summary>The question that it watches; null where it does something else.</summary>
    public string? ToWatch => Kind switch
    {
        ReplyActionKind.Watch => Subject,
        ReplyActionKind.Command when CommandText.Read(Subject) is { Name: CommandCatalogue.Watch } command => command.Argument,
        _ => null,
    };

    /// <summary>The platform's id of the only person for whom a command's button works; null: for everybody who may give the command.</summary>
    public string? Owner { get; init; }

    /// <summary>The words at the place that a passage's button shows, for who may not know the document yet; null where they are read off it.</summary>
    public string? Words { get; init; }
}
