using System.CommandLine;
using ChatBot.Deliveries;
using ChatBot.Store;

namespace ChatBot.Terminal.Commands;

/// <summary><c>chatbot deliveries</c>: what waits, what went out, what didn't arrive.</summary>
internal static class DeliveriesCommand
{
    private const int MostFailed = 100;

    public static Command Build(CommandContext context)
    {
        var command = new Command("deliveries", "Shows the queue of deliveries by platform, and why some did not arrive. Changes nothing.");
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = context.SettingsToRead(parsed);
            await using var database = StoreDatabase.At(settings.Store);
            await new SchemaMigrator(database, context.Time).MigrateAsync(cancellation);
            var records = new DeliveryRecords(database);
            var now = context.Time.GetUtcNow();
            Show(await records.CountAsync(now, cancellation), await records.FailedAsync(MostFailed, cancellation), now, context.Screen);
            return 0;
        });
        return command;
    }

    private static void Show(IReadOnlyList<QueueCount> counts, IReadOnlyList<FailedDelivery> failed, DateTimeOffset now, TerminalScreen screen)
    {
        var lines = new StyledLines(screen.Width, screen.Colours);
        Write(lines.Add(QueueWords.Summary(counts, now)));
        foreach (var count in counts)
        {
            var more = new List<string>();
            if (count.Due > 0) more.Add($"{QueueWords.Number(count.Due)} due");
            if (count.Doubtful > 0) more.Add($"{QueueWords.Number(count.Doubtful)} perhaps twice");
            Write(lines.Add(count.Platform.PadRight(10)).Add(QueueWords.State(count.State).PadRight(24), count.State is "refused" or "gone" or "unknown" ? TerminalStyle.Bad : TerminalStyle.Plain)
                .Add(QueueWords.Number(count.Count).PadLeft(9)).Add(more.Count > 0 ? $"  {string.Join(", ", more)}" : "", TerminalStyle.Faint));
        }
        foreach (var kind in QueueWords.Kinds(failed))
            Write(lines.Add($"{kind.Platform}, {QueueWords.State(kind.State)}: ", TerminalStyle.Bad).Add(TerminalText.Clean(kind.Problem)).Add($" ({QueueWords.When(kind)})", TerminalStyle.Faint));

        void Write(StyledLines paragraph)
        {
            foreach (var line in paragraph.Take(0, 4)) screen.Output.WriteLine(line);
        }
    }
}
