using System.Globalization;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Knowledge;
using ChatBot.Knowledge.Answering;
using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;
using ChatBot.Questions;
using ChatBot.Updates;

namespace ChatBot.Subscriptions;

/// <summary>The commands about subscriptions, watches and a chat's settings. In a group only those who manage it may change anything.</summary>
internal sealed class SubscriptionCommands(Func<KnowledgeBase> current, SubscriptionStore store, UpdateLog log, HeldUpdates held, TimeProvider time) : ICommandHandler
{
    private const int MostPreviewed = 500;
    private const int LongestQuoted = 40;

    /// <summary>Characters that a platform has room for behind a command that it offers.</summary>
    private const int LongestOffered = 100;

    /// <summary>Before the number by which a button ends a subscription.</summary>
    private const string ById = "id:";

    private readonly Retiming _retiming = new(time);

    public bool Handles(string name) => name is CommandCatalogue.Subscribe or CommandCatalogue.Subscriptions or CommandCatalogue.Unsubscribe or CommandCatalogue.Watch or CommandCatalogue.Unwatch
        or CommandCatalogue.Settings or CommandCatalogue.ForgetMe;

    public async ValueTask<Reply> HandleAsync(CommandText command, IncomingMessage message, CancellationToken cancellation)
    {
        if (command.Name == CommandCatalogue.Subscriptions) return await ListAsync(message, cancellation);
        if (command.Name == CommandCatalogue.ForgetMe) return await ForgetAsync(command, message, cancellation);
        if (command.Name == CommandCatalogue.Settings && command.Argument.Length == 0) return await AsMayAsync(await SettingsAsync(message.Chat, cancellation), message, cancellation);
        if (command.Name == CommandCatalogue.Watch && TypedQuestion.Of(command.Argument)?.Any(char.IsLetterOrDigit) != true) return WatchWhat(command.Argument);
        if (!await message.MayManage(cancellation)) return Reply.Saying(command.Name == CommandCatalogue.Watch ? PhraseCatalogue.WatchInPrivate(TypedQuestion.Of(command.Argument) ?? "") : PhraseCatalogue.ManagersOnly);
        return await OwnedAsync(command.Name switch
        {
            CommandCatalogue.Subscribe => await SubscribeAsync(command.Argument, message, cancellation),
            CommandCatalogue.Watch => await WatchAsync(command.Argument, message, cancellation),
            CommandCatalogue.Unsubscribe => await EndAsync(command.Argument, message.Chat, isWatch: false, cancellation),
            CommandCatalogue.Unwatch => await EndAsync(command.Argument, message.Chat, isWatch: true, cancellation),
            _ => await SetAsync(command.Argument, message.Chat, cancellation),
        }, message, cancellation);
    }

    /// <summary>What can be ended, by name where that means it alone.</summary>
    public async ValueTask<IReadOnlyList<ArgumentChoice>> ChoicesAsync(string name, ChatAddress chat, CancellationToken cancellation)
    {
        if (name is not (CommandCatalogue.Unsubscribe or CommandCatalogue.Unwatch)) return [];
        var these = (await store.OfAsync(chat, cancellation)).Where(subscription => SubscriptionReplies.IsWatch(subscription) == (name == CommandCatalogue.Unwatch)).ToList();
        var choices = these.Select(subscription => subscription.Following.Label is var label && label.Length <= LongestOffered && these.Count(other => other.Following.Label == label) == 1
            ? new ArgumentChoice(label, label) : new ArgumentChoice(label, IdOf(subscription)));
        return [.. choices, .. these.Count > 1 ? new[] { new ArgumentChoice(PhraseCatalogue.AllOfThem, "all") } : []];
    }

    /// <summary>What is to end is not followed: what is, or what is named nearest.</summary>
    public async ValueTask<Reply?> WhyNotAsync(CommandText command, ChatAddress chat, CancellationToken cancellation)
    {
        if (command is not { Name: CommandCatalogue.Unsubscribe or CommandCatalogue.Unwatch, Argument.Length: > 0 }) return null;
        var isWatch = command.Name == CommandCatalogue.Unwatch;
        var these = (await store.OfAsync(chat, cancellation)).Where(subscription => SubscriptionReplies.IsWatch(subscription) == isWatch).ToList();
        if (MeantBy(command.Argument, these).Count > 0) return null;
        return these.Count == 0 ? await EndAsync(command.Argument, chat, isWatch, cancellation)
            : Nearest(command.Argument, these, PhraseCatalogue.NotFollowedHere(Quoted(command.Argument)))
            ?? SubscriptionReplies.List(these, await ClockAsync(chat, cancellation), IsUnanswered, PhraseCatalogue.NotFollowedButThese(Quoted(command.Argument)));
    }

    private async Task<Reply> ListAsync(IncomingMessage message, CancellationToken cancellation)
    {
        var clock = await ClockAsync(message.Chat, cancellation);
        var followed = await store.OfAsync(message.Chat, cancellation);
        var list = SubscriptionReplies.List(followed, clock, IsUnanswered);
        if (followed.Count > 0 && message.MissingRight is { } right) list = list with { Blocks = [new ReplyBlock.Line([new ReplySpan.Words(PhraseCatalogue.PausedHere(right))]), .. list.Blocks] };
        return await AsMayAsync(list, message, cancellation);
    }

    /// <summary>A list without its buttons and what may be typed, for those who may not change it.</summary>
    private static async ValueTask<Reply> AsMayAsync(Reply reply, IncomingMessage message, CancellationToken cancellation)
    {
        if (reply.Actions.Count == 0 || await message.MayManage(cancellation)) return reply;
        var blocks = reply.Blocks.Where(block => block is not ReplyBlock.Line { Spans: [ReplySpan.Faint { Text: PhraseCatalogue.SettingsUsage }] });
        return reply with { Blocks = [.. blocks, new ReplyBlock.Line([new ReplySpan.Faint(PhraseCatalogue.ManagersOnly)])], Actions = [] };
    }

    private async Task<Reply> SubscribeAsync(string argument, IncomingMessage message, CancellationToken cancellation)
    {
        if (Retiming.Read(argument) is { } rhythm)
        {
            var followed = await store.OfAsync(message.Chat, cancellation);
            if (_retiming.Meant(message, followed) is not { } meant) return followed.Count == 0 ? Reply.Saying(PhraseCatalogue.NoSubscriptions) : Reply.Saying(PhraseCatalogue.RetimeWhich(followed[^1].Following.Label, SubscriptionReplies.When(rhythm)));
            if (meant.Kind == SubscriptionKind.Question) return Reply.Saying(PhraseCatalogue.WatchedAtOnce(SubscriptionReplies.When(rhythm)));
            var isFollowed = followed.Any(one => one.Following.Kind == meant.Kind && one.Following.Subject == meant.Subject);
            argument = isFollowed ? FollowingReader.Confirmed(meant, rhythm) : $"{FollowingReader.Words(meant)} {FollowingReader.Often(rhythm)}";
        }
        if (PendingChoice.Read(argument) is { } button)
        {
            if (await store.ChoiceAsync(button.Reference, cancellation) is not { } words) return Reply.Saying(PhraseCatalogue.ButtonExpired);
            argument = FollowingReader.Confirmed(words, button.Often);
        }
        var request = FollowingReader.Read(argument, current());
        if (request.NamesNobody) return WatchWhat("");
        if (request.Problem is { } problem) return Reply.Saying(problem);
        if (request.Following is not { } following) return Reply.Saying(argument.Length > Keywords.Longest ? PhraseCatalogue.TooLongToFollow : PhraseCatalogue.NothingToFollow);
        if (following.Kind == SubscriptionKind.Question) return await WatchAsync(following.Subject, request.Timetable, message, cancellation);
        if (request.Each.Count > 1)
        {
            var each = request.Each.Select(PendingChoice.Of).ToList();
            foreach (var one in each.Where(one => one.IsLong)) await store.KeepAsync(one, time.GetUtcNow(), cancellation);
            return SubscriptionReplies.Each(each, request.Timetable, following);
        }
        _retiming.Note(message, following);
        var same = await SameAsync(following, message.Chat, cancellation);
        var before = (await store.OfAsync(message.Chat, cancellation)).FirstOrDefault(known => known.Following.Kind == same.Kind && known.Following.Subject == same.Subject);
        // Who names what is followed already, and how often it is to come, has nothing to agree to.
        if (!request.IsConfirmed && !(before is not null && request.NamesRhythm))
        {
            var week = await log.SinceAsync(time.GetUtcNow() - TimeSpan.FromDays(7), MostPreviewed, cancellation);
            var matching = week.Where(update => !update.IsSilent && new UpdateTerms(update.Content, update.Question).Concern(following.Kind, following.Subject)).ToList();
            var choice = PendingChoice.Of(following);
            if (choice.IsLong) await store.KeepAsync(choice, time.GetUtcNow(), cancellation);
            var isUnheardOf = matching.Count == 0 && !FollowingReader.IsSpokenOf(following, current());
            var preview = SubscriptionReplies.Preview(following, choice, request.Timetable, request.AsTyped, request.Misread, isUnheardOf, matching.Count, matching.Count > 0 ? UpdateReplies.Of([(await held.HoldAsync(matching[0], cancellation)).For([Interests.Of(following)])]) : null);
            return argument.Length > 0 ? preview : preview with { Blocks = [.. preview.Blocks, new ReplyBlock.Line([new ReplySpan.Faint(PhraseCatalogue.SubscribeToWhat(current().Topic.Entities.FirstOrDefault(entity => entity.Kind == EntityKind.Person)?.Name))])] };
        }
        following = same;
        _retiming.Note(message, following);
        if (before is not null && before.Timetable == request.Timetable)
            return Reply.Saying(PhraseCatalogue.AlreadySubscribed(following.Label, SubscriptionReplies.When(request.Timetable)) + ".") with { Actions = [SubscriptionReplies.StopFollowing(before)] };
        var clock = await ClockAsync(message.Chat, cancellation);
        return await store.AddAsync(message.Chat, message.Person, following, request.Timetable, clock, cancellation) is not { } id
            ? Reply.Saying(PhraseCatalogue.TooManySubscriptions)
            : SubscriptionReplies.WaitingFor(message.MissingRight, SubscriptionReplies.Made(new Subscription(id, message.Person.Value, following, request.Timetable, clock.Now), before?.Timetable, clock));
    }

    /// <summary>Keywords that are followed already, in other forms of the words, are the same subscription.</summary>
    private async Task<Following> SameAsync(Following following, ChatAddress chat, CancellationToken cancellation) =>
        following.Kind == SubscriptionKind.Keywords && Keywords.Read(following.Subject) is { } words
            ? (await store.OfAsync(chat, cancellation)).Select(subscription => subscription.Following).FirstOrDefault(known => known.Kind == following.Kind && Keywords.Read(known.Subject)?.AreSameAs(words) == true) ?? following
            : following;

    private Reply WatchWhat(string typed)
    {
        var example = current().Topic.Suggestions is [var first, ..] ? first : null;
        return Reply.Saying(CommandText.Read(typed) is { SaysSomething: true } list && CommandCatalogue.Find(list.Name) is not null ? PhraseCatalogue.NotToWatch(list.Name, example) : PhraseCatalogue.WatchWhat(example));
    }

    private Task<Reply> WatchAsync(string argument, IncomingMessage message, CancellationToken cancellation)
    {
        var timed = TimetableReader.OfQuestion(argument);
        return WatchAsync(timed?.What ?? argument, timed?.Timetable, message, cancellation);
    }

    /// <param name="question">The question.</param>
    /// <param name="often">The rhythm that was asked for beside it, if any: a watch has none.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellation">Stops it.</param>
    private async Task<Reply> WatchAsync(string question, Timetable? often, IncomingMessage message, CancellationToken cancellation)
    {
        if (TypedQuestion.Of(question) is not { } asked) return WatchWhat(question);
        var known = current();
        var answer = known.Ask(asked, Conversation.New);
        if (answer is SmallTalk) return WatchWhat(question);
        asked = PresentAnswer.AsRead(asked, answer, known);
        // The same words are the same question, whatever their capitals and signs.
        var watched = (await store.OfAsync(message.Chat, cancellation)).FirstOrDefault(followed => SubscriptionReplies.IsWatch(followed) && TypedQuestion.AreSame(followed.Following.Subject, asked));
        if (watched is not null) asked = watched.Following.Subject;
        _retiming.Note(message, new Following(SubscriptionKind.Question, asked, asked));
        var added = await store.AddAsync(
            message.Chat, message.Person, new Following(SubscriptionKind.Question, asked, asked), new Timetable(Rhythm.Instant, TimetableReader.UsualHour, 1), await ClockAsync(message.Chat, cancellation), cancellation);
        if (added is not { } id) return Reply.Saying(PhraseCatalogue.TooManySubscriptions);
        var said = Reply.Saying(
            watched is not null ? PhraseCatalogue.AlreadyWatched(asked)
            : message.IsPrivate ? answer.Abstained ? PhraseCatalogue.WatchingUnknown(asked) : PhraseCatalogue.Watching(asked)
            : answer.Abstained ? PhraseCatalogue.WatchingUnknownHere(asked) : PhraseCatalogue.WatchingHere(asked));
        var now = PresentAnswer.Of(answer, known);
        return SubscriptionReplies.WaitingFor(message.MissingRight, now with
        {
            Blocks = [.. said.Blocks, .. often is { Rhythm: not Rhythm.Instant } rhythm ? [new ReplyBlock.Line([new ReplySpan.Words(PhraseCatalogue.WatchedAtOnce(SubscriptionReplies.When(rhythm)))])] : Array.Empty<ReplyBlock>(), .. now.Blocks.Count > 0 ? [new ReplyBlock.Line([new ReplySpan.Faint(PhraseCatalogue.AnswerNow)])] : Array.Empty<ReplyBlock>(), .. now.Blocks],
            Actions = [.. now.Actions, new ReplyAction(ReplyActionKind.Command, "Stop watching", string.Create(CultureInfo.InvariantCulture, $"/unwatch {ById}{id}"))],
        });
    }

    private bool IsUnanswered(string question) => current().Ask(question, Conversation.New).Abstained;

    private async Task<Reply> EndAsync(string argument, ChatAddress chat, bool isWatch, CancellationToken cancellation)
    {
        var all = await store.OfAsync(chat, cancellation);
        var these = all.Where(subscription => SubscriptionReplies.IsWatch(subscription) == isWatch).ToList();
        var ended = MeantBy(argument, these);
        if (ended.Count == 0 && argument.StartsWith(ById, StringComparison.Ordinal)) return Reply.Saying(PhraseCatalogue.AlreadyEnded);
        if (these.Count == 0) return Reply.Saying(isWatch ? PhraseCatalogue.NoWatches : all.Count > 0 ? PhraseCatalogue.OnlyWatches : PhraseCatalogue.NoSubscriptions);
        if (ended.Count == 0 && argument.Length > 0) return Nearest(argument, these, PhraseCatalogue.NoneToEnd(isWatch)) ?? Reply.Saying(PhraseCatalogue.NoneToEnd(isWatch));
        if (ended.Count == 0)
        {
            var list = SubscriptionReplies.List(these, await ClockAsync(chat, cancellation), IsUnanswered, PhraseCatalogue.EndWhich(isWatch));
            return isWatch || these.Count == all.Count ? list : list with { Blocks = [.. list.Blocks, new ReplyBlock.Line([new ReplySpan.Faint(PhraseCatalogue.WatchesBesides)])] };
        }
        await store.RemoveAsync(ended.Select(subscription => subscription.Id), cancellation);
        var said = Reply.Saying(PhraseCatalogue.Unsubscribed(string.Join(", ", ended.Select(subscription => subscription.Following.Label))));
        // Whoever types what to end is told the numbers that hold from here on.
        if (argument.StartsWith(ById, StringComparison.Ordinal)) return said;
        var left = SubscriptionReplies.WithNumbers(said, [.. these.Except(ended)]);
        return argument == "everything" && ended.Count < these.Count ? left with { Blocks = [.. left.Blocks, new ReplyBlock.Line([new ReplySpan.Faint(PhraseCatalogue.AllEndsTheRest)])] } : left;
    }

    /// <summary>Those that words behind the command end.</summary>
    private static List<Subscription> MeantBy(string argument, List<Subscription> these) => argument switch
    {
        "" => [],
        "all" => these,
        "everything" => [.. these.Where(subscription => subscription.Following.Kind == SubscriptionKind.Everything)],
        _ => [.. Named(argument, these)],
    };

    private static string IdOf(Subscription subscription) => string.Create(CultureInfo.InvariantCulture, $"{ById}{subscription.Id}");

    /// <summary>By a button's id, by the number in the list, or by name.</summary>
    private static IEnumerable<Subscription> Named(string argument, List<Subscription> these)
    {
        if (argument.StartsWith(ById, StringComparison.Ordinal)) return these.Where(subscription => argument == IdOf(subscription));
        if (int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return these.Skip(number - 1).Take(number > 0 ? 1 : 0);
        return these.Where(subscription => subscription.Following.Label.Contains(argument.Trim('“', '”'), StringComparison.OrdinalIgnoreCase) || subscription.Following.Subject.Equals(argument, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(subscription => subscription.Following.Label.Equals(argument, StringComparison.OrdinalIgnoreCase)).Take(1);
    }

    /// <summary>Where nothing of that name is followed: what is named nearest, with a button that ends it; null where nothing is near.</summary>
    private static Reply? Nearest(string argument, List<Subscription> these, string none)
    {
        var named = these.SelectMany(subscription => subscription.Following.Label.Split(' ').Append(subscription.Following.Label).Select(name => (Name: name.Trim('“', '”', '?', ','), Subscription: subscription))).ToList();
        if (NearestName.Of(argument.Trim('“', '”', '"', '?'), named.Select(one => one.Name)) is not { } nearest) return null;
        var meant = named.First(one => one.Name == nearest).Subscription;
        return Reply.Saying($"{none} {PhraseCatalogue.Perhaps} {meant.Following.Label.TrimEnd('?')}?") with { Actions = [SubscriptionReplies.StopFollowing(meant)] };
    }

    private async Task<Reply> SettingsAsync(ChatAddress chat, CancellationToken cancellation) =>
        SubscriptionReplies.Settings(await store.SettingsAsync(chat, cancellation), current().Topic.TimeZone, await ClockAsync(chat, cancellation), await store.OfAsync(chat, cancellation));

    private async ValueTask<ChatClock> ClockAsync(ChatAddress chat, CancellationToken cancellation) =>
        ChatClock.Of(await store.SettingsAsync(chat, cancellation), current().Topic.TimeZone, time.GetUtcNow());

    private async Task<Reply> SetAsync(string argument, ChatAddress chat, CancellationToken cancellation)
    {
        var settings = await store.SettingsAsync(chat, cancellation);
        var words = argument.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var typed = words is ["time", "zone", ..] ? words[1..] : words;
        var value = string.Join(' ', typed.Skip(1));
        switch (typed[0].ToLowerInvariant())
        {
            case "zone" or "timezone":
                if (value.Length == 0) return Reply.Saying(PhraseCatalogue.ValueMissing("zone"));
                var name = value.Replace(' ', '_');
                var zones = NodaTime.DateTimeZoneProviders.Tzdb.Ids;
                var known = FixedZones.IdOf(value) ?? zones.FirstOrDefault(id => id.Equals(name, StringComparison.OrdinalIgnoreCase));
                if (known is null || !known.Contains('/', StringComparison.Ordinal))
                {
                    // A city alone: its zone is offered, never taken for granted.
                    var meant = zones.FirstOrDefault(id => id.EndsWith($"/{name}", StringComparison.OrdinalIgnoreCase));
                    if (meant is not null)
                        return Reply.Saying(PhraseCatalogue.ZoneMeant(meant)) with { Actions = [new ReplyAction(ReplyActionKind.Command, meant, $"/settings zone {meant}")] };
                    if (known is null) return Reply.Saying(PhraseCatalogue.NoSuchZone(Quoted(value)));
                }
                settings = settings with { TimeZone = known };
                break;
            case "quiet":
                if (value.Length == 0) return Reply.Saying(PhraseCatalogue.ValueMissing("quiet"));
                var isOff = value.ToLowerInvariant() is "off" or "none" or "hours off" or "hours none";
                var hours = isOff ? null : QuietOf(value);
                if (!isOff && hours is null) return Reply.Saying(PhraseCatalogue.NoHours(Quoted(value)));
                settings = settings with { Quiet = hours };
                break;
            case "corrections":
                if (value.Length == 0) return Reply.Saying(PhraseCatalogue.ValueMissing("corrections"));
                if (value.ToLowerInvariant() is not ("on" or "off" or "none")) return Reply.Saying(PhraseCatalogue.NotOnOrOff(Quoted(value)));
                settings = settings with { Corrections = value.Equals("on", StringComparison.OrdinalIgnoreCase) };
                break;
            default: return Reply.Saying(PhraseCatalogue.NoSuchSetting(Quoted(typed[0])));
        }
        await store.SetAsync(chat, settings, current().Topic.TimeZone, time.GetUtcNow(), cancellation);
        return await SettingsAsync(chat, cancellation);
    }

    /// <summary>"22-7", "22 to 7", "hours from 22:00–07:00".</summary>
    private static QuietHours? QuietOf(string typed)
    {
        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => word.ToLowerInvariant() is "hours" or "hour" or "time" or "from" or "between" or "is").ToList();
        typed = string.Join(' ', words.Select(word => word.ToLowerInvariant() is "and" or "until" or "till" or "til" ? "-" : word));
        var ends = typed.Replace("to", "-", StringComparison.OrdinalIgnoreCase).Split('-', '–').Select(end => TimetableReader.Hour(end.Trim().ToLowerInvariant())).ToList();
        return ends is [{ } from, { } to] && from != to ? new QuietHours(from * 60, to * 60) : null;
    }

    /// <summary>What somebody typed, as it is told back.</summary>
    private static string Quoted(string typed) => typed.Length <= LongestQuoted ? typed : typed[..LongestQuoted] + "…";

    private async Task<Reply> ForgetAsync(CommandText command, IncomingMessage message, CancellationToken cancellation)
    {
        var mayChat = !message.IsPrivate && await message.MayManage(cancellation);
        switch (command.Argument)
        {
            case CommandCatalogue.Confirmed:
                await store.ForgetAsync(message.Person, message.IsPrivate ? message.Chat : null, cancellation);
                return Reply.Saying(message.IsPrivate ? PhraseCatalogue.Forgotten : PhraseCatalogue.ForgottenHere);
            case CommandCatalogue.OfChat or $"{CommandCatalogue.OfChat} {CommandCatalogue.Confirmed}" when !message.IsPrivate && !mayChat: return Reply.Saying(PhraseCatalogue.ManagersOnly);
            case $"{CommandCatalogue.OfChat} {CommandCatalogue.Confirmed}" when mayChat:
                await store.ForgetAsync(message.Chat, cancellation);
                return Reply.Saying(PhraseCatalogue.ChatForgotten);
            case CommandCatalogue.OfChat when mayChat:
                return Reply.Saying(PhraseCatalogue.ForgetChatWhat((await store.OfAsync(message.Chat, cancellation)).Count)) with { Actions = [new ReplyAction(ReplyActionKind.Command, "Delete the chat's", $"/{CommandCatalogue.ForgetMe} {CommandCatalogue.OfChat} {CommandCatalogue.Confirmed}")] };
            default:
                var own = new ReplyAction(ReplyActionKind.Command, message.IsPrivate ? "Delete it" : "Delete mine", $"/forgetme {CommandCatalogue.Confirmed}") { Owner = message.Person.Value };
                return Reply.Saying(message.IsPrivate ? PhraseCatalogue.ForgetWhat : PhraseCatalogue.ForgetWhatHere) with { Actions = mayChat ? [own, new ReplyAction(ReplyActionKind.Command, "And this chat's", $"/{CommandCatalogue.ForgetMe} {CommandCatalogue.OfChat}")] : [own] };
        }
    }

    /// <summary>Whatever was set in a private chat belongs to whoever it is with.</summary>
    private async Task<Reply> OwnedAsync(Reply reply, IncomingMessage message, CancellationToken cancellation)
    {
        if (message.IsPrivate) await store.OwnAsync(message.Chat, message.Person, cancellation);
        return reply;
    }
}
