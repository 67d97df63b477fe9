using System.Globalization;
using ChatBot.Deliveries;
using ChatBot.Knowledge.Auditing;
using ChatBot.Knowledge.Documents;
using ChatBot.Knowledge.Topics;
using ChatBot.Settings;
using ChatBot.Sources;
using ChatBot.Store;
using ChatBot.Web;

namespace ChatBot.Operations;

/// <summary>How a thing stands.</summary>
internal enum Health
{
    /// <summary>In order.</summary>
    Fine,

    /// <summary>Works, but the operator should know.</summary>
    Note,

    /// <summary>Not in order.</summary>
    Wrong,
}

/// <summary>One line of the examination.</summary>
/// <param name="Health">How it stands.</param>
/// <param name="About">What was looked at.</param>
/// <param name="Words">What was found, and what to do where something is wrong.</param>
internal sealed record DoctorLine(Health Health, string About, string Words);

/// <summary>Looks an installation over without changing it.</summary>
/// <param name="time">For the age of documents.</param>
internal sealed class Doctor(TimeProvider time)
{
    private const int OldAfterDays = 60;
    private const int LatelyDays = 7;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    /// <summary>What is due longer doesn't go out by itself.</summary>
    private static readonly TimeSpan LongestDue = TimeSpan.FromMinutes(5);

    /// <summary>Everything that was looked at, in order.</summary>
    public async Task<IReadOnlyList<DoctorLine>> ExamineAsync(ChatBotSettings settings, CancellationToken cancellation)
    {
        var lines = new List<DoctorLine>();
        var topic = Topic(settings, lines);
        Documents(settings, lines);
        var data = DataFolder(settings);
        lines.Add(data);
        var store = await StoreAsync(settings, data.Health, cancellation);
        lines.Add(store);
        // A store that can't be used is one fault, and told once.
        if (store.Health != Health.Wrong)
        {
            lines.AddRange(await GoneAsync(settings, cancellation));
            lines.AddRange(await SourcesAsync(settings, null, cancellation));
        }
        if (topic is { Subject: null } && settings.Topic != TopicFolder.NoTopic) lines.Add(new DoctorLine(Health.Note, "topic", "topic.yaml names no subject, so questions such as \"when is it?\" have nothing to be about."));
        var runs = await FindServiceAsync(Local(settings.Web.Url).Uri, cancellation) == ServiceHealth.Living(settings);
        if (store.Health != Health.Wrong) lines.AddRange(await DeliveriesAsync(settings, runs, cancellation));
        lines.Add(Platform("Discord", settings.Discord.Token is not null, settings.Discord.Fault(), runs));
        lines.Add(Platform("Telegram", settings.Telegram.Token is not null, settings.Telegram.Fault(), runs));
        lines.Add(await WebAsync(settings.Web.Url, cancellation));
        return lines;
    }

    /// <summary>Whether the service runs, which alone looks at the sources.</summary>
    public static async Task<DoctorLine> ServiceAsync(ChatBotSettings settings, CancellationToken cancellation) => await FindServiceAsync(Local(settings.Web.Url).Uri, cancellation) is { } answer
        ? answer == ServiceHealth.Living(settings)
            ? new DoctorLine(Health.Fine, "service", $"is running at {settings.Web.Url} and looks at the sources by itself.")
            : new DoctorLine(Health.Note, "service", $"the service at {settings.Web.Url} has another store or another topic than this command was given, so it doesn't look at these sources.")
        : new DoctorLine(Health.Note, "service", $"nothing answers at {settings.Web.Url} (a service that was started with another --url: give the same here). Unless a service runs elsewhere on this store, no source is looked at until one is started ('chatbot serve').");

    /// <summary>A line for each source of the settings, and one for what the last ingest left out.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="only">The one source to tell all of; null: all, in short.</param>
    /// <param name="cancellation">Stops the look.</param>
    public async Task<IReadOnlyList<DoctorLine>> SourcesAsync(ChatBotSettings settings, string? only, CancellationToken cancellation)
    {
        IReadOnlyList<SourceState> states = [];
        if (settings.Store is not StoreAddress.SqliteFile file || File.Exists(file.Path))
            try
            {
                await using var database = StoreDatabase.At(settings.Store);
                if (await SchemaMigrator.IsCurrentAsync(database, cancellation)) states = await OffTopicNews.MarkAsync(settings.Topic, database, cancellation);
            }
            catch (StoreException failure)
            {
                return [new DoctorLine(Health.Wrong, "sources", failure.Message)];
            }
        var now = time.GetUtcNow();
        if (only is not null) return SourceHealth.Lines([.. settings.Sources.Where(source => source.Name == only)], states, now, all: true);
        var lines = SourceHealth.Lines(settings.Sources, states, now);
        return SourceHealth.Ingest(states, now) is { } ingest ? [.. lines, ingest] : lines;
    }

    /// <summary>Documents of the topic's own folder that lie there no more, so that nobody takes one away without knowing what follows.</summary>
    private async Task<IReadOnlyList<DoctorLine>> GoneAsync(ChatBotSettings settings, CancellationToken cancellation)
    {
        var folder = settings.Topic == TopicFolder.NoTopic ? "" : TopicFolder.DocumentsOf(settings.Topic);
        if (!Directory.Exists(folder) || settings.Store is StoreAddress.SqliteFile file && !File.Exists(file.Path)) return [];
        try
        {
            await using var database = StoreDatabase.At(settings.Store);
            if (!await SchemaMigrator.IsCurrentAsync(database, cancellation)) return [];
            var (inUse, takenOut) = await new DocumentStore(database, TopicFolder.IdOf(settings.Topic)).OfOriginAsync(TopicLibrary.TopicOrigin, time.GetUtcNow().AddDays(-LatelyDays), cancellation);
            var results = TopicFolder.ReadDocuments(folder).Select(r => r.Result).ToList();
            // A file that can't be read may be any of the missing ones.
            if (results.Exists(result => result is ReadResult.Refused)) return [];
            var here = results.OfType<ReadResult.Read>().Select(read => read.Document.Id.Value).ToHashSet(StringComparer.Ordinal);
            var missing = inUse.Where(id => !here.Contains(id)).ToList();
            var gone = takenOut.Where(id => !here.Contains(id)).ToList();
            return
            [
                .. missing.Count == 0 ? Array.Empty<DoctorLine>() : [new DoctorLine(Health.Note, "documents", $"{string.Join(", ", missing)}: no longer in {folder}. The next start of the service takes {(missing.Count == 1 ? "it" : "them")} out of use, and nobody is told.")],
                .. gone.Count == 0 ? Array.Empty<DoctorLine>() : [new DoctorLine(Health.Note, "documents", $"{string.Join(", ", gone)}: taken out of use in the last {LatelyDays} days, because no longer in {folder}. Put back unchanged, {(gone.Count == 1 ? "it is" : "they are")} known again from the next start on, and no news.")],
            ];
        }
        catch (Exception failure) when (failure is StoreException or UnreadableFilesException)
        {
            // Told already, by the lines of the store and of the documents.
            return [];
        }
    }

    /// <summary>What is due and doesn't go out, by platform; nothing where all does.</summary>
    private async Task<IReadOnlyList<DoctorLine>> DeliveriesAsync(ChatBotSettings settings, bool runs, CancellationToken cancellation)
    {
        if (settings.Store is StoreAddress.SqliteFile file && !File.Exists(file.Path)) return [];
        try
        {
            await using var database = StoreDatabase.At(settings.Store);
            if (!await SchemaMigrator.IsCurrentAsync(database, cancellation)) return [];
            var now = time.GetUtcNow();
            var late = (await new DeliveryRecords(database).CountAsync(now, cancellation)).Where(count => count.OldestDueAt < now - LongestDue && count.State != "paused").GroupBy(count => count.Platform);
            return
            [
                .. late.Select(platform => new DoctorLine(runs ? Health.Wrong : Health.Note, "deliveries", string.Create(
                    CultureInfo.InvariantCulture, $"{platform.Sum(count => count.Due):N0} due on {platform.Key}, the oldest for {SourceHealth.Span(now - (platform.Min(count => count.OldestDueAt) ?? now))}. ")
                    + (runs ? $"A service runs but doesn't get them out: {platform.Key} is off there, can't be reached, or it is too much at once; the service's log and 'chatbot deliveries' say more." : "They go out once a service runs with that platform's token."))),
            ];
        }
        catch (StoreException failure)
        {
            return [new DoctorLine(Health.Wrong, "deliveries", failure.Message)];
        }
    }

    private static DoctorLine Platform(string platform, bool hasToken, string? fault, bool runs) =>
        !hasToken && runs ? new(Health.Note, platform, $"this terminal has no token for it. The service that runs may have been started with one (ChatBot__{platform}__Token or …TokenFile): its first lines say whether {platform} is on.")
        : !hasToken ? new(Health.Note, platform, $"off: no token. Set ChatBot__{platform}__Token (or ChatBot__{platform}__TokenFile) to turn it on.")
        : fault is not null ? new(Health.Wrong, platform, $"the service will not start: {fault}")
        : new(Health.Fine, platform, "a token of the right form is set; whether it is valid is seen when the service signs in.");

    private static Topic? Topic(ChatBotSettings settings, List<DoctorLine> lines)
    {
        try
        {
            var topic = TopicFolder.ReadTopic(settings.Topic);
            lines.Add(new DoctorLine(Health.Fine, "topic", string.Create(
                CultureInfo.InvariantCulture, $"{topic.Id}: {topic.Entities.Count} entities, {topic.Attributes.Count} attributes, {topic.Intents.Count} intents.")));
            lines.AddRange(MuteCues.In(topic).Select(Mute));
            return topic;
        }
        catch (UnreadableFilesException failure)
        {
            lines.AddRange(failure.Problems.Select(problem => new DoctorLine(Health.Wrong, "topic", problem)));
            return null;
        }
    }

    private static DoctorLine Mute(MuteCue cue) => new(
        Health.Note, "topic", $"attributes.yaml, {cue.Attribute}: '{cue.Phrase}' under '{(cue.SaysYes ? "yes" : "no")}:' never says {(cue.SaysYes ? "yes" : "no")}. A sentence with it {(cue.IsTurnedRound ? $"says {(cue.SaysYes ? "no" : "yes")}" : "says neither")}"
            + ", because another phrase of the attribute is found in it first, 'excludes' has words of it, or it is denied itself. What stands under 'yes:' with “not” before it is no by itself: take the phrase out, or the one that stands in it.");

    private void Documents(ChatBotSettings settings, List<DoctorLine> lines)
    {
        if (settings.Topic == TopicFolder.NoTopic) return;
        var folder = TopicFolder.DocumentsOf(settings.Topic);
        if (Directory.Exists(settings.Topic) && TopicFolder.MissingDocuments(settings.Topic) is { } missing)
        {
            lines.Add(new DoctorLine(Health.Wrong, "documents", missing));
            lines.AddRange(ExpectedFiles.Lines(settings.Topic, []));
            return;
        }
        try
        {
            var results = TopicFolder.ReadDocuments(folder);
            lines.AddRange(TopicFolder.PassedOver(folder).Select(passed => new DoctorLine(Health.Note, "documents", passed)));
            lines.AddRange(
                from result in results
                where result.Result is ReadResult.Read
                from warning in ((ReadResult.Read)result.Result).Warnings
                where warning.StartsWith(ReadResult.DoubtBegins, StringComparison.Ordinal)
                select new DoctorLine(Health.Note, "documents", $"{result.Path}: {warning}"));
            lines.AddRange(results.Select(r => r.Result).OfType<ReadResult.Refused>().Select(refused => new DoctorLine(Health.Wrong, "documents", $"{refused.Message} {refused.WhatToDo}")));
            var read = results.Select(r => r.Result).OfType<ReadResult.Read>().Select(r => r.Document).ToList();
            var own = read.ConvertAll(document => document.Id);
            if (read.Count == 0)
            {
                lines.AddRange(ExpectedFiles.Lines(settings.Topic, own));
                lines.Add(new DoctorLine(Health.Wrong, "documents", $"none in {folder}, so every question goes unanswered; put some there, or use 'chatbot ingest'."));
                return;
            }
            var newest = read.Select(document => document.Source.Published).Max();
            var age = newest is { } day ? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).DayNumber - day.DayNumber : 0;
            lines.Add(new DoctorLine(age > OldAfterDays ? Health.Note : Health.Fine, "documents", string.Create(
                CultureInfo.InvariantCulture, $"{read.Count} in {folder}; {(newest is { } date ? $"the newest dated one is of {date:d MMMM yyyy}, {Age(age)}." : "none of them has a date.")}")));
            lines.AddRange(ExpectedFiles.Lines(settings.Topic, own));
        }
        catch (UnreadableFilesException failure)
        {
            lines.AddRange(failure.Problems.Select(problem => new DoctorLine(Health.Wrong, "documents", problem)));
        }
    }

    private static string Age(int days) => string.Create(CultureInfo.InvariantCulture, $"{(days == 0 ? "today" : Math.Abs(days) == 1 ? "1 day" : $"{Math.Abs(days)} days")}{(days > 0 ? " old" : days < 0 ? " ahead" : "")}");

    private static DoctorLine DataFolder(ChatBotSettings settings)
    {
        var folder = settings.Data;
        while (!Directory.Exists(folder) && !File.Exists(folder) && Path.GetDirectoryName(folder) is { } parent) folder = parent;
        if (File.Exists(folder)) return new DoctorLine(Health.Wrong, "data", $"{folder} is a file, so {(folder == settings.Data ? "it can't be the data folder" : $"{settings.Data} can't be made in it")}. Move it away, or set ChatBot__Data to a folder.");
        var probe = Path.Combine(folder, $".chatbot-{Path.GetRandomFileName()}");
        try
        {
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return new DoctorLine(Health.Fine, "data", folder == settings.Data ? $"{folder} can be written." : $"{settings.Data} isn't there yet; the first start makes it.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new DoctorLine(Health.Wrong, "data", $"{folder} can't be written ({failure.Message.TrimEnd('.')}). Give this user the right to, or set ChatBot__Data to another folder.");
        }
    }

    private static async Task<DoctorLine> StoreAsync(ChatBotSettings settings, Health data, CancellationToken cancellation)
    {
        if (data == Health.Wrong && settings.Store is StoreAddress.SqliteFile inData && !File.Exists(inData.Path) && Path.GetDirectoryName(inData.Path) == settings.Data)
            return new DoctorLine(Health.Note, "store", $"{inData.Path} can't be made before the data folder can be written.");
        if (settings.Store is StoreAddress.SqliteFile file && !Path.Exists(file.Path))
            return await FindServiceAsync(Local(settings.Web.Url).Uri, cancellation) == ServiceHealth.Living(settings)
                ? new DoctorLine(Health.Wrong, "store", $"{file.Path} is gone, though the service at {settings.Web.Url} runs on it: it was deleted or moved away. Stop the service, put the file back or restore a backup, and start it.")
                : settings.StoreOrigin is { } origin
                ? new DoctorLine(Health.Note, "store", $"{file.Path} isn't there; unless its name is mistyped in {origin}, the first start makes it.")
                : new DoctorLine(Health.Fine, "store", $"{file.Path} isn't there yet; the first start makes it.");
        try
        {
            await using var database = StoreDatabase.At(settings.Store);
            await using var connection = await database.OpenAsync(cancellation);
            var version = await connection.NumberAsync(null, database.VersionTableQuery, cancellation) == 0 ? 0 : await connection.NumberAsync(null, "SELECT max(version) FROM schema_versions", cancellation);
            var newest = SchemaMigrator.NewestVersion;
            var current = await SchemaMigrator.IsCurrentAsync(database, cancellation);
            return version > newest
                ? new DoctorLine(Health.Wrong, "store", $"{database.Description} was written by a newer ChatBot (schema {version}, this program knows {newest}). Update ChatBot, or restore a backup from before.")
                : new DoctorLine(current ? Health.Fine : Health.Note, "store", $"{database.Description}, schema {version} of {newest}{(current ? "." : "; the next start brings it up.")}");
        }
        catch (StoreException failure)
        {
            return new DoctorLine(Health.Wrong, "store", failure.Message);
        }
    }

    private static async Task<DoctorLine> WebAsync(string url, CancellationToken cancellation)
    {
        var listening = await ListenProbe.TryAsync(url, cancellation);
        var open = listening.IsOpenToAll ? " It is open to everybody who reaches this machine." : "";
        if (listening.Problem is not { } problem) return new DoctorLine(listening.IsOpenToAll ? Health.Note : Health.Fine, "web page", $"{url} is free.{open}");
        return listening.IsTaken && await FindServiceAsync(Local(url).Uri, cancellation) is not null
            ? new DoctorLine(listening.IsOpenToAll ? Health.Note : Health.Fine, "web page", $"the service is running at {url}.{open}")
            : new DoctorLine(Health.Wrong, "web page", problem);
    }

    /// <summary>The address as this machine reaches it.</summary>
    private static UriBuilder Local(string url)
    {
        var local = new UriBuilder(url.Replace("*", "127.0.0.1", StringComparison.Ordinal).Replace("+", "127.0.0.1", StringComparison.Ordinal));
        if (local.Host is "0.0.0.0" or "[::]") local.Host = "127.0.0.1";
        return local;
    }

    /// <summary>What the service there says of itself; null where none answers.</summary>
    private static async Task<string?> FindServiceAsync(Uri root, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = LongestWait };
        try
        {
            return await http.GetStringAsync(new Uri(root, "/health/live"), cancellation) is var answer && ServiceHealth.IsAlive(answer) ? answer : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
