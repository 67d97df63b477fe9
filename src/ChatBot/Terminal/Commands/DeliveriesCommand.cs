using System.CommandLine;
using System.Globalization;
using ChatBot.Deliveries;
using ChatBot.Store;

namespace ChatBot.Terminal.Commands;

/// <summary><c>chatbot deliveries</c>: what waits, what went out, what didn't arrive.</summary>
internal static class DeliveriesCommand
{
    private const int MostFailed = 10;

    public static Command Build(CommandContext context)
    {
        var command = new Command("deliveries", "Shows the queue of deliveries by platform, and why some did not arrive. Changes nothing.");
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = context.SettingsOf(parsed);
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
        if (counts.Count == 0) screen.Output.WriteLine("Nothing was or is to be delivered.");
        var lines = new StyledLines(screen.Width, screen.Colours);
        foreach (var count in counts)
        {
            var more = new List<string>();
            if (count.Due > 0) more.Add(string.Create(CultureInfo.InvariantCulture, $"{count.Due:N0} due"));
            if (count.OldestDueAt is { } due) more.Add(string.Create(CultureInfo.InvariantCulture, $"the oldest for {(now - due).TotalSeconds:N0} s"));
            if (count.Doubtful > 0) more.Add(string.Create(CultureInfo.InvariantCulture, $"{count.Doubtful:N0} in doubt"));
            Write(lines.Add(count.Platform.PadRight(10)).Add(count.State.PadRight(9), count.State is "refused" or "gone" or "unknown" ? TerminalStyle.Bad : TerminalStyle.Plain)
                .Add(string.Create(CultureInfo.InvariantCulture, $"{count.Count,9:N0}")).Add(more.Count > 0 ? $"  {string.Join(", ", more)}" : "", TerminalStyle.Faint));
        }
        foreach (var one in failed)
            Write(lines.Add(string.Create(CultureInfo.InvariantCulture, $"{one.EndedAt.UtcDateTime:d MMM HH:mm} {one.Platform} "), TerminalStyle.Faint).Add($"{one.State}: ", TerminalStyle.Bad).Add(TerminalText.Clean(one.Problem)));

        void Write(StyledLines paragraph)
        {
            foreach (var line in paragraph.Take(0, 4)) screen.Output.WriteLine(line);
        }
    }
}
