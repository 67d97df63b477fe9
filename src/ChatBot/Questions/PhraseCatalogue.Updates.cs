using System.Globalization;

namespace ChatBot.Questions;

/// <content>What is said of updates, subscriptions and watches.</content>
public static partial class PhraseCatalogue
{
    /// <summary>Above what a source says anew.</summary>
    public const string NewFrom = "New";

    /// <summary>Above an attribute that has another value.</summary>
    public const string NowDifferent = "Changed";

    /// <summary>Above a value that competes with another source's.</summary>
    public const string NowDisputed = "Sources disagree on";

    /// <summary>Above a value that somebody denies.</summary>
    public const string Denied = "Denied";

    /// <summary>Before a statement that is denied.</summary>
    public const string WhatIsDenied = "What is denied";

    /// <summary>Above what a source takes back.</summary>
    public const string TakenBack = "Corrected";

    /// <summary>Before a statement that is no longer made.</summary>
    public const string NoLongerSays = "The document was changed and no longer says";

    /// <summary>Before what the same document said in its last version.</summary>
    public const string BeforeItChanged = "Before the document was changed";

    /// <summary>Before what was known before.</summary>
    public const string Before = "Before";

    /// <summary>Before the sentence of which one that only judges it speaks.</summary>
    public const string SaidOf = "This is said of";

    public const string SidesBefore = "Before, sources disagreed";

    /// <summary>Above the answer to a watched question that had none.</summary>
    public const string NowAnswered = "An answer to your question";

    /// <summary>Above a watched question that has no answer any more.</summary>
    public const string AnswerGone = "The answer to your question was taken back";

    /// <summary>Above the answer to a watched question that has another one.</summary>
    public const string AnswerChanged = "Another answer to your question";

    /// <summary>Above the answer to a question that somebody was given another answer to.</summary>
    public const string Correction = "The answer has changed since it was asked here";

    /// <summary>Above the answer to a question that is again what somebody was first given.</summary>
    public const string CorrectionBack = "The answer is again what it was when it was asked here";

    /// <summary>Before what was told of that question since.</summary>
    public const string ToldBetween = "In between I said";

    /// <summary>Behind a source's place, where what was there has been replaced.</summary>
    public const string EarlierVersion = " (an earlier version)";

    /// <summary>Above a passage of a document as it was before it was changed.</summary>
    public const string ChangedSince = "The document has been changed since. It said then:";

    /// <summary>Before what was said to that question then.</summary>
    public const string ToldBefore = "I said then";

    /// <summary>Before the first of the sides of an answer that sources disagreed on; the others follow.</summary>
    public const string ToldSides = "I said then that sources disagree";

    public const string OtherSide = "And";

    /// <summary>Under a message of several updates that is cut short.</summary>
    public static string MoreUpdates(int count) => count == 1 ? "One more, behind the button." : $"{count} more, behind the button.";

    /// <summary>On the button that shows what a message only counts.</summary>
    public static string TheOthers(int count) => count == 1 ? "The other one" : $"The other {count}";

    /// <summary>In a list of changes, before what its document, changed or taken out since, says no more.</summary>
    public const string SaidNoMore = "Taken back since";

    /// <summary>Where what a message only counted is so no more.</summary>
    public const string TakenBackSince = "Their documents say this no more.";

    /// <summary>Under news that are cut short.</summary>
    public static string MoreInDocument(int count) => $"and {count} more in this document.";

    /// <summary>Under the news that concern a subscription, where their document brings others.</summary>
    public static string Besides(int count) => count == 1 ? "The same document brings one more piece of news." : $"The same document brings {count} more pieces of news.";

    /// <summary>On the button that shows all news of a document.</summary>
    public const string AllOfIt = "All of it";

    /// <summary>On the button that shows all news of one document among several.</summary>
    public static string AllOf(string source) => $"All of {source}";

    /// <summary>On the button that goes on where news are cut short.</summary>
    public static string Further(string label, bool isOnWay) => isOnWay || label == AllOfIt ? "Show more" : label;

    /// <summary>Above news about something or somebody.</summary>
    public static string NewOn(string what, string source) => $"{NewFrom} on {what} – {source}";

    /// <summary>Before a statement that says otherwise, where nobody says which holds.</summary>
    public const string OtherwiseSaid = "Said otherwise";

    /// <summary>Before a statement that says otherwise, of a document that came in or was written later.</summary>
    public const string SaidSince = "Said otherwise since";

    /// <summary>Above the answer to a watched question on which sources now disagree.</summary>
    public const string AnswerDisputed = "Sources now disagree on your question";

    /// <summary>Above the answer to a watched question on which sources disagreed before as well.</summary>
    public const string StillDisputed = "Sources still disagree on your question, and a document now says something else";

    /// <summary>Above the answer to a watched question that stays, though a new document says something else.</summary>
    public const string AnswerStands = "The answer to your question stays, but a document now says something else";

    /// <summary>Where nothing new has come.</summary>
    public const string NothingNew = "Nothing new has come in";

    /// <summary>Where it is not understood since when.</summary>
    public const string SinceWhen = "Since when? These work: /changes 30 minutes, /changes 2 hours, /changes 9:00, /changes 3 days, /changes yesterday, /changes Monday or /changes 1 June 2025";

    /// <summary>Where somebody subscribes whose rights don't reach.</summary>
    public const string ManagersOnly = "Here, only those who manage the chat can change that. Write to me in private to be told things yourself.";

    /// <summary>Where somebody wants a question watched in a chat that others manage.</summary>
    public static string WatchInPrivate(string question) => $"Here, only those who manage the chat can have a question watched. To be told yourself, write to me in private: /watch {question}";

    /// <summary>Before the list, where it isn't said what is to be ended.</summary>
    public static string EndWhich(bool isWatch) => isWatch ? "Which watch shall I end?" : "Which subscription shall I end?";

    /// <summary>What can be ended: each of several.</summary>
    public const string AllOfThem = "All of them";

    /// <summary>Where there is no watch to be ended.</summary>
    public const string NoWatches = "No question is watched here. /watch with a question tells you when its answer changes.";

    /// <summary>Where there is no subscription to be ended, but a watch.</summary>
    public const string OnlyWatches = "There is no subscription here, only what you watch; /unwatch ends that.";

    /// <summary>Behind what is left after /unsubscribe everything.</summary>
    public const string AllEndsTheRest = "“Everything” is what follows all news. /unsubscribe all ends the others too.";

    /// <summary>To words to be followed of which none carries anything.</summary>
    public const string NothingToFollow = "There is no word in that which I could follow. Give me a name, an outlet, or keywords, as in: /subscribe drones, sanctions";

    /// <summary>Where nobody subscribed to anything.</summary>
    public const string NoSubscriptions = "Nothing is subscribed to here. /subscribe everything, or a name, an outlet, or keywords such as: drones, sanctions";

    /// <summary>Where an hour is named that there is not, or none that is full.</summary>
    public static string NoHour(string word) => word.Contains(':', StringComparison.Ordinal) ? $"I can't tell news at {word}, only on the full hour, from 0 to 23. {HowOften}" : $"There is no hour {word}; hours go from 0 to 23. {HowOften}";

    /// <summary>Where a weekday is named that there is not.</summary>
    public static string NoDay(string word) => $"I don't know the day “{word}”. {HowOften}";

    /// <summary>Where it is said how often, and that can't be done.</summary>
    public static string NoRhythm(string words) => $"I can't tell news “{words}”. {HowOften}";

    /// <summary>Where it is said how often, in words that may as well be looked for.</summary>
    /// <param name="rhythm">These words.</param>
    /// <param name="typed">All that may be looked for.</param>
    public static string NoRhythmOrWords(string rhythm, string typed) => $"{NoRhythm(rhythm)} For news with these very words, put them in quotation marks: /subscribe \"{typed}\"";

    /// <summary>Where an hour is named with its time zone.</summary>
    public static string ZoneElsewhere(string zone) => $"I go by this chat's time zone, which /settings shows and changes; leave out “{zone}”. {HowOften}";

    /// <summary>Under what is to be followed, where words of timing were typed with a slip.</summary>
    public static string ReadAsTiming(IReadOnlyList<(string Typed, string Read)> misread) => $"I read {string.Join(" and ", misread.Select(word => $"“{word.Typed}” as “{word.Read}”"))}.";

    private const string HowOften = "Say how often like this: at once, daily at 9, or weekly on Friday at 18.";

    /// <summary>Where a subscription or a watch is to be ended that there is not.</summary>
    public static string NoneToEnd(bool isWatch) => isWatch ? "No such question is watched here; /subscriptions lists those that are." : "There is no such subscription here; /subscriptions lists them.";

    /// <summary>To an order, in words of somebody's own, to end what is not followed.</summary>
    public static string NotFollowedHere(string what) => $"“{what}” isn't followed here.";

    /// <summary>The same, above what is.</summary>
    public static string NotFollowedButThese(string what) => $"“{what}” isn't followed here, only this:";

    /// <summary>Under the list of what may be ended where questions are watched, too.</summary>
    public const string WatchesBesides = "Questions that are watched here end by /unwatch.";

    /// <summary>To a button that ends what has ended.</summary>
    public const string AlreadyEnded = "That has ended already; /subscriptions lists what is followed here.";

    /// <summary>To keywords that are too long.</summary>
    public const string TooLongToFollow = "That is too long to follow. Give me a name, or keywords of at most 100 characters in all.";

    /// <summary>Where a watch lacks its question.</summary>
    /// <param name="example">A question of the topic's own; null where it suggests none.</param>
    public static string WatchWhat(string? example) => $"Which question? Type it like this: /watch {example ?? "When does it start?"}";

    /// <summary>Where something other than a question is to be watched: a list, or another command.</summary>
    /// <param name="command">Its name.</param>
    /// <param name="example">A question of the topic's own; null where it suggests none.</param>
    public static string NotToWatch(string command, string? example) =>
        $"What /{command} shows can't be watched, only the answer to a question, such as: /watch {example ?? "When does it start?"} For all news of a name or of words: /subscribe";

    /// <summary>Where nothing was sent lately.</summary>
    public const string NothingSent = "Nothing was sent here in the last two weeks.";

    /// <summary>Where a time zone is not known.</summary>
    public static string NoSuchZone(string typed) => $"I don't know the time zone “{typed}”. Name it as Europe/Amsterdam, America/New_York or UTC+2.";

    /// <summary>Where a setting is named that there is not.</summary>
    public static string NoSuchSetting(string typed) => $"There is no setting “{typed}”; there are zone, quiet and corrections. {SettingsUsage}";

    /// <summary>Where a setting lacks its value.</summary>
    public static string ValueMissing(string setting) => setting switch
    {
        "zone" => "Which time zone? Type it like this: /settings zone Europe/Kyiv",
        "quiet" => "Quiet from when to when? Type it like this: /settings quiet 22-7, or /settings quiet off",
        _ => "On or off? Type it like this: /settings corrections on",
    };

    /// <summary>Where quiet hours can't be read.</summary>
    public static string NoHours(string typed) => $"“{typed}” are no hours that I can keep. Give two full hours from 0 to 23 that differ, as in /settings quiet 22-7, or /settings quiet off";

    /// <summary>Where something is neither on nor off.</summary>
    public static string NotOnOrOff(string typed) => $"Corrections are on or off, not “{typed}”. Type it like this: /settings corrections on";

    /// <summary>Where a time zone is named by its city alone, and may be one of these.</summary>
    public static string ZoneMeant(string zone) => $"Do you mean {zone}? Type it like this: /settings zone {zone}";

    /// <summary>How settings are typed.</summary>
    public const string SettingsUsage = "Type: /settings zone Europe/Kyiv, /settings quiet 22-7 or off, or /settings corrections on or off";

    /// <summary>Where everything kept about someone is gone.</summary>
    public const string Forgotten = "Done: I keep nothing of yours: no subscription, no watch, no setting, nothing of our conversation. Nothing is on its way to you.";

    /// <summary>Before /forgetme is carried out.</summary>
    public const string ForgetWhat = "This deletes your subscriptions, watches and settings, and our conversation. What groups and channels follow stays, without your name. It can't be undone.";

    /// <summary>Where there is room for no more.</summary>
    public const string TooManySubscriptions = "There are fifty subscriptions here already. /unsubscribe one first.";

    /// <summary>Under what is to be followed, before it is confirmed.</summary>
    public static string Preview(int updates) => updates switch
    {
        0 => "In the last week there was nothing of it.",
        1 => "In the last week you would have got 1 update:",
        _ => string.Create(CultureInfo.InvariantCulture, $"In the last week you would have got {updates} updates, the last:"),
    };

    /// <summary>After a subscription is made.</summary>
    public static string Subscribed(string label, string when) => $"Done: {label}, {when}";

    /// <summary>Behind it, where the same was told at other times until then.</summary>
    public static string InsteadOf(string when) => $", instead of {when}";

    /// <summary>After a subscription has ended.</summary>
    public static string Unsubscribed(string label) => $"Ended: {label}";

    /// <summary>After a watch is made.</summary>
    public static string Watching(string question) => $"I'll tell you when the answer changes: {question}";

    /// <summary>Where a rhythm was asked for beside a question to be watched.</summary>
    public static string WatchedAtOnce(string often) => $"A changed answer is told at once, not {often}; /subscribe brings news by such a rhythm.";

    /// <summary>Behind what is watched, before what the question is answered with now.</summary>
    public const string AnswerNow = "Now the answer is:";

    /// <summary>Where something was ordered in words of somebody's own.</summary>
    public static string TypedLikeThis(string command) => $"Type that like this, or tap it: {command}";

    /// <summary>Where another rhythm is wanted, and nobody can tell for which of several subscriptions.</summary>
    /// <param name="label">One of them.</param>
    /// <param name="often">The rhythm.</param>
    public static string RetimeWhich(string label, string often) => $"Which subscription is to come {often}? Name it behind /subscribe, with how often, as in: /subscribe {label} daily at 9";

    /// <summary>Where it isn't said what is to be followed: that it can be, and how often.</summary>
    /// <param name="name">Somebody whom the topic knows; null where it knows nobody.</param>
    public static string SubscribeToWhat(string? name) => $"Or say what and how often: /subscribe {name ?? "drones"} daily at 9, /subscribe drones, sanctions weekly on Friday at 18";

    /// <summary>After a watch is made on a question that has no answer.</summary>
    public static string WatchingUnknown(string question) => $"The documents don't say yet. I'll tell you when they do: {question}";

    /// <summary>What a chat's hours are.</summary>
    public static string Hours(string zone, string? quiet) => quiet is null ? $"Time zone: {zone}. No quiet hours." : $"Time zone: {zone}. Quiet hours: {quiet}; what comes then is told in one message after them.";

    /// <summary>Whether a chat is told of corrections.</summary>
    public static string Corrections(bool areTold) => areTold
        ? "Corrections: on. When an answer that I gave here in the last week changes, I say so." : "Corrections: off. I don't say when an answer that I gave here has changed.";

    /// <summary>Why a correction was sent.</summary>
    public const string BecauseShown = "because you were given another answer";

    /// <summary>Why something was sent.</summary>
    public static string Because(string followed) => $"because you follow {followed}";

    /// <summary>Why something was not sent: it is not due yet; behind it, when it is.</summary>
    public const string WaitsUntil = "waits until";

    /// <summary>Why something was sent, in a sentence of its own.</summary>
    public static string BecauseOf(string followed) => $"You got this because you follow {followed}.";

    /// <summary>Why the answer to a watched question was sent.</summary>
    public const string BecauseWatched = "You got this because you watch this question, and its answer rests on something new.";

    /// <summary>Why a correction was sent, in a sentence of its own.</summary>
    public const string BecauseCorrected = "You got this because you were given another answer within a week before, and corrections are on.";

    /// <summary>Why something was sent: for a subscription that has ended since.</summary>
    public const string BecauseThen = "You got this by a subscription that has ended since.";

    /// <summary>The same in a list.</summary>
    public const string BecauseEnded = "by a subscription that has ended since";

    /// <summary>Why the answer to a watched question was sent, in a list.</summary>
    public const string BecauseWatchedShort = "because you watch this question";

    /// <summary>Before the moment at which something was sent.</summary>
    public const string SentAt = "sent";

    /// <summary>On the button that shows what came before the changes shown.</summary>
    public const string OlderChanges = "Older changes";

    /// <summary>Above what was sent lately.</summary>
    public const string SentHere = "Sent here, the latest first:";

    /// <summary>Above what was sent lately and what waits.</summary>
    public const string SentOrWaiting = "Sent here or still to come, the latest first:";

    /// <summary>Above what was not sent.</summary>
    public const string NotSentHere = "Not sent here, of the last week:";

    /// <summary>Behind a list that is cut short.</summary>
    public static string AndOthers(int count) => $"and {count} more.";

    /// <summary>On the button that goes on where a list is cut short.</summary>
    public const string MoreOfThese = "Show more";

    /// <summary>On the button that leads to the whole record.</summary>
    public const string AllSent = "All that was sent";

    /// <summary>Where no news have the words that were asked for.</summary>
    public static string NoSuchNews(string words) => $"Nothing that came in lately has “{(words.Length <= 40 ? words : words[..40] + "…")}” in it.";

    /// <summary>Above news whose documents have the words that were asked for in their titles alone.</summary>
    public static string OnlyInTitle(string words) => $"Only titles of documents have “{(words.Length <= 40 ? words : words[..40] + "…")}”; what is news in them doesn't.";

    /// <summary>Where documents have the words that were asked for, and no news does.</summary>
    public static string NoNewsOfIt(string words) => $"“{(words.Length <= 40 ? words : words[..40] + "…")}” came in, but nothing with it was news:";

    /// <summary>Why a sentence was no news; behind it, where it stood before.</summary>
    public static string KnownAlready(string source) => $"it was known already, from {source}";

    /// <summary>Why a document's sentence was no news.</summary>
    public const string OffTopic = "its document names too little of the topic to be news";

    /// <summary>Why a sentence was no news, where nothing more is known of it.</summary>
    public const string HeldForNoNews = "it was stored without being told to anybody, as what is there at the first start is";

    /// <summary>Where a message is gone from the record.</summary>
    public const string NoSuchMessage = "I don't know any more why that was sent: it is forgotten after two weeks.";

    /// <summary>Why something was not sent: the chat was closed, from a moment that follows.</summary>
    public const string ChatWasClosed = "not delivered: this chat was closed to me from";

    /// <summary>Why something was not sent: the chat is closed, since a moment that follows.</summary>
    public const string ChatIsClosed = "not delivered: I can't write here since";

    /// <summary>Why something was not sent: the platform wouldn't take it.</summary>
    public const string PlatformRefused = "not delivered: the platform refused it on";

    /// <summary>Why something was not sent: while it waited, its document was changed again, or a watch or later news told of it.</summary>
    public const string OverBefore = "not told: it was out of date, or told already, when it was due";

    /// <summary>Why something will not be told: what it was for was ended while it waited.</summary>
    public const string EndedBefore = "will not be sent: nothing that is still followed here has to do with it";

    /// <summary>Why something was not told: its document was changed or taken out before it was due.</summary>
    public const string TakenBackBefore = "not told: its document said it no more when it was due";

    /// <summary>Why something was not told: what came later was told in its place.</summary>
    public const string OvertakenBefore = "not told: when it was due, something later stood in its place";

    /// <summary>Why something was not told: what it had changed was changed back.</summary>
    public const string UndoneBefore = "not told: when it was due, all was again as it had been before";

    /// <summary>Why something was not told: it would have come twice.</summary>
    public const string ToldOtherwise = "not told twice: the answer to a question that is watched here, or another message, has it";

    /// <summary>Of what a message only counted, before the moment of the message.</summary>
    public const string CountedIn = "counted as “more”, not shown, in the message of";

    /// <summary>In the account of one message, above what it only counted.</summary>
    public static string CountedHere(int count) => count == 1 ? "One more was counted at its end, not shown." : $"{count} more were counted at its end, not shown.";

    /// <summary>In the account of one message, above what it left out.</summary>
    public const string LeftOutHere = "Left out of it:";

    /// <summary>Of what was sent, where nobody knows whether it arrived, before the moment.</summary>
    public const string PerhapsDelivered = "perhaps delivered: the connection broke off on";

    /// <summary>Why something was not sent: nothing that is followed has to do with it.</summary>
    public const string NotFollowed = "nothing that is followed here has to do with it";

    /// <summary>Why something was not sent: it was there before the source was first read.</summary>
    public const string FirstRun = "told to nobody: the source had it before I first read it";

    /// <summary>Why something was not sent: the subscription is younger.</summary>
    public const string BeforeYou = "it came before you subscribed";

    /// <summary>Why something was not sent: the watch is younger.</summary>
    public const string BeforeWatch = "it came before you watched the question that it answers";

    /// <summary>Why something was not sent, though a watched question's answer rests on it.</summary>
    public const string AnswerUnmoved = "the answer to a question that is watched here rests on it as well, but was the same before";

    /// <summary>In a list of what was and was not sent: the same as of the line above.</summary>
    public const string LikewiseTold = "likewise";

    /// <summary>Why something was not sent: the subscription has ended or its chat was closed.</summary>
    public const string NotQueued = "it was not followed when it came";

    /// <summary>Behind what was sent, where nobody knows whether an attempt before arrived.</summary>
    public const string PerhapsTwice = "an attempt broke off, so you may have it twice";

    /// <summary>Before the moment at which an update became known.</summary>
    public const string CameIn = "Came in";

    /// <summary>Before the moment of the next digest.</summary>
    public const string NextDigest = "next";

    /// <summary>Among a chat's settings, before the moment at which the digest comes by them.</summary>
    public static string DigestOf(string when) => $"Digest {when}";

    /// <summary>In quiet hours, before the moment at which they end.</summary>
    public const string QuietUntil = "It is quiet now, until";
}
