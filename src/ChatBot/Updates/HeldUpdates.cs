using ChatBot.Knowledge.Documents;
using ChatBot.Store;

namespace ChatBot.Updates;

/// <summary>
/// Holds what updates say, character by character, against the versions of the documents it is from. What stands in none is left out; what no longer stands
/// in the current one is marked (<see cref="UpdateStatement.IsPast"/>); what stands elsewhere in it is named by its place there.
/// </summary>
/// <param name="documents">The documents in all their versions.</param>
/// <param name="stillSays">Whether a document that no longer has these words says the same in others; null where that makes no difference.</param>
internal sealed class HeldUpdates(DocumentStore documents, Func<DocumentId, string, bool>? stillSays = null)
{
    /// <summary>The update with what stands, as it stands now.</summary>
    public async Task<StoredUpdate> HoldAsync(StoredUpdate update, CancellationToken cancellation)
    {
        var versions = new Dictionary<string, IReadOnlyList<KeptVersion>>(StringComparer.Ordinal);
        foreach (var id in update.Content.Lines.SelectMany(line => line.Says.Concat(line.Before).Concat(line.Between ?? [])).Concat(update.Content.Then ?? []).Select(statement => statement.Document).Distinct())
            versions[id] = await documents.VersionsAsync(id, cancellation);
        var lines = new List<UpdateLine>();
        foreach (var line in update.Content.Lines)
        {
            var now = line.Now is { } told ? Held(told, versions[told.Document]) : null;
            if (line.Now is not null && now is null) continue;
            if (now is { IsPast: true } && stillSays?.Invoke(DocumentId.Parse(now.Document), now.Text) == true) now = now with { IsReworded = true };
            var before = line.Before.Select(statement => Held(statement, versions[statement.Document])).OfType<UpdateStatement>().ToList();
            var beside = line.Beside?.Select(statement => Held(statement, versions[statement.Document])).OfType<UpdateStatement>().Where(statement => !statement.IsPast).ToList();
            if (now is not null || before.Count > 0) lines.Add(line with { Now = now, Before = before, Beside = beside, Between = line.Between?.Select(statement => Held(statement, versions[statement.Document])).OfType<UpdateStatement>().ToList() });
        }
        return update with { Content = update.Content with { Lines = lines, Then = update.Content.Then?.Select(statement => Held(statement, versions[statement.Document])).OfType<UpdateStatement>().ToList() } };
    }

    private static UpdateStatement? Held(UpdateStatement statement, IReadOnlyList<KeptVersion> versions)
    {
        if (!versions.Any(version => StandsIn(version.Document.Text, statement))) return null;
        var current = versions.FirstOrDefault(version => version.IsCurrent)?.Document.Text ?? "";
        if (StandsIn(current, statement)) return statement;
        return current.IndexOf(statement.Text, StringComparison.Ordinal) is >= 0 and var moved ? statement with { Start = moved } : statement with { IsPast = true };
    }

    private static bool StandsIn(string text, UpdateStatement statement) =>
        statement.Start >= 0 && statement.Start <= text.Length && string.CompareOrdinal(text, statement.Start, statement.Text, 0, statement.Text.Length) == 0;
}
