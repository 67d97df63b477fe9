using System.Globalization;
using ChatBot.Knowledge.Answering;

namespace ChatBot.Questions;

/// <summary>
/// Every framing word that the bot says of its own. What isn't in here and isn't a statement of a document is never said.
/// </summary>
public static partial class PhraseCatalogue
{
    /// <summary>Before competing values.</summary>
    public const string SourcesDisagree = "Sources disagree";

    /// <summary>Before sources that give the same value in their own words.</summary>
    public const string Likewise = "Likewise:";

    /// <summary>Before the value that was so first.</summary>
    public const string Earlier = "Earlier";

    /// <summary>Before the value that is so now.</summary>
    public const string Latest = "Latest";

    /// <summary>Before another value of the same moment as the latest.</summary>
    public const string AsLate = "Of the same day";

    /// <summary>Behind the values shown, where there are more.</summary>
    public static string Further(int values) => values == 1 ? "The documents give one more value; /compare shows each source's." : $"The documents give {values} more values; /compare shows each source's.";

    /// <summary>Before statements, where somebody's very words are asked for and none are quoted.</summary>
    public const string NoQuotation = "None of the documents quotes such words; this is what they report instead:";

    /// <summary>Before the first sentences of a document.</summary>
    public const string Begins = "It begins:";

    /// <summary>Behind a list that has more lines than are shown.</summary>
    public static string FurtherLines(int lines) => lines == 1 ? "One more, which fits less well, is left out; say “more” to see it." : $"{lines} more, which fit less well, are left out; say “more” to see the next.";

    /// <summary>Behind some of several who are asked for.</summary>
    public const string OthersLeftOut = "The documents name others as well; ask about one by name.";

    /// <summary>Behind what somebody said, where there is more of it.</summary>
    public static string FurtherSaid(int statements) => $"{(statements == 1 ? "One more is" : $"{statements} more are")} left out; say “more” to see {(statements == 1 ? "it" : "the next")}, or more closely what about, as in /quote NAME ABOUT.";

    /// <summary>Before a line of a timeline. Of what has no day of its own, the day of the document that reports it is told.</summary>
    public static string On(Moment moment)
    {
        var (from, to) = (moment.Days.From, moment.Days.To);
        var days = from == to ? Day(from) : from.Day == 1 && to == from.AddMonths(1).AddDays(-1) ? from.ToString("MMMM yyyy", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{from.Day}{(from.Month == to.Month ? "" : $" {from:MMMM}")}–{Day(to)}");
        return moment.IsEarliest ? $"Reported {days} or later" : moment.IsReport ? $"Report of {days}" : days;
    }

    /// <summary>A day that a document gives by a word ("tomorrow"), and which it is by the document's own date.</summary>
    public static string Reckoned(string words, DateOnly day) => $"{words} ({Day(day)})";

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Where the documents don't answer.</summary>
    public const string NotKnown = "The documents I have don't say.";

    /// <summary>Where the documents don't tell why or whether something is so, and it may not be so at all.</summary>
    public const string NotSaid = "None of the documents I have says so.";

    /// <summary>Before the nearest facts.</summary>
    public const string Nearest = "The nearest they say:";

    /// <summary>Before statements, where the question names people or places that none of them does.</summary>
    public static string NotNamed(IReadOnlyList<string> names) => $"What I find doesn't name {(names.Count == 1 ? names[0] : string.Join(", ", names.SkipLast(1)) + " or " + names[^1])}:";

    /// <summary>Behind the answer to one part of a question: the parts that nothing answers, as they were typed.</summary>
    public static string PartsNotKnown(IReadOnlyList<string> parts) => $"I find no answer to {string.Join(" or ", parts.Select(part => $"“{part}”"))}.";

    /// <summary>Before statements, asked who said so, where they name nobody.</summary>
    public const string NoSpeaker = "No speaker is named; the source says so itself:";

    /// <summary>Where it is asked which of several values is right.</summary>
    public const string NotDecided = "I don't decide which is right. What they say, the latest first:";

    /// <summary>The same where their days don't tell which is the latest.</summary>
    public const string NotDecidedNorDated = "I don't decide which is right. What they say:";

    /// <summary>Above an answer that was doubted, and was looked up once more.</summary>
    public const string LookedAgain = "I looked again:";

    /// <summary>Where the newest of several values is asked for, and their days don't tell.</summary>
    public const string NewestNotKnown = "Their days don't tell me which is the newest. What they say:";

    /// <summary>Before one of several values: the day on which it was said or written.</summary>
    public static string Dated(Moment? day) => day is { } known ? On(known) : "Undated";

    /// <summary>Where it is asked why a question got no answer.</summary>
    /// <param name="notFound">What of the question stands in no document, as typed.</param>
    /// <param name="hasNearest">Whether what comes near was shown.</param>
    public static string WhyNotKnown(IReadOnlyList<string> notFound, bool hasNearest) => (notFound.Count switch
    {
        0 => "I answer only where a sentence of my documents does. The words of your question, or such as mean the same, stand in them, but I found no sentence that answers it.",
        1 => $"I answer only where a sentence of my documents does, and none of them speaks of “{notFound[0]}”.",
        _ => $"I answer only where a sentence of my documents does, and none of them speaks of {string.Join(", ", notFound.SkipLast(1).Select(word => $"“{word}”"))} or “{notFound[^1]}”.",
    }) + (hasNearest ? " What I showed is only the nearest." : "") + " In other words it may be found; /sources lists what I hold.";

    /// <summary>Before facts that come near without being found to answer.</summary>
    public const string NoClearAnswer = "I find no clear answer in the documents. The nearest they say:";

    /// <summary>Under a reply with more passages than it has buttons for.</summary>
    public static string PassagesLeftOut(int shown, int all) => $"The buttons show the first {shown} of {all} passages; reply “what does [{shown + 1}] say?” to this message for the next.";

    /// <summary>Where a passage of the last answer is asked for by a number that none of its sources has.</summary>
    public static string NoSuchSource(int number, int sources) => sources == 0 ? $"There is no source {number}: my last answer rests on none." : $"There is no source {number} above; the last answer has {sources}.";

    /// <summary>Where a passage is asked for by the number that it had in a message of which nothing is kept any more.</summary>
    public const string SourcesForgotten = "I don't know any more what that number stood for there. The buttons under that message still show its passages.";

    /// <summary>Where a passage is asked for that no version of its document has any more.</summary>
    public const string PassageGone = "What stood there is in none of my documents any more.";

    /// <summary>Where a message told something that no document says as it is known now: it was told a moment ago, or is gone.</summary>
    public const string NotAtHand = "I don't have at hand what that message tells. If it has only just come in, ask again in a moment.";

    /// <summary>Before choices.</summary>
    public const string WhichOne = "Which of these do you mean?";

    /// <summary>Before how a question was read.</summary>
    public const string ReadAs = "Read as:";

    /// <summary>Behind a citation of a brief.</summary>
    public const string OurBrief = "our brief of the article";

    /// <summary>Before statements that say what was claimed.</summary>
    public const string ClaimSupported = "Supported: the documents say so.";

    /// <summary>Before statements that say otherwise.</summary>
    public const string ClaimContradicted = "Contradicted: the documents say otherwise.";

    /// <summary>Before statements of which some say so and some otherwise.</summary>
    public const string ClaimDisputed = "Disputed: the documents don't agree on it.";

    /// <summary>Where a claim is disputed and only a report says so.</summary>
    public const string ClaimReported = "Disputed: it is only reported, and not confirmed.";

    /// <summary>Where nothing decides a claim.</summary>
    public const string ClaimNotFound = "Not covered: the documents I have don't say.";

    /// <summary>Behind the verdicts, where a message claims more than is checked at once.</summary>
    public static string ClaimsLeftOut(int judged, int made) => $"I checked the first {judged} of {made} claims; send the rest in another message.";

    /// <summary>Where a message to be checked says of whom only "he" or "they", and nothing before tells who that is.</summary>
    /// <param name="pronoun">The pronoun, as typed.</param>
    /// <param name="example">The same with a name in its place.</param>
    public static string ClaimNeedsName(string pronoun, string example) => $"I can't tell whom “{pronoun}” means. Write the name, as in: /check {example}";

    /// <summary>How else a message is given to be checked, where people forward messages.</summary>
    public static string CheckByReply(bool isPrivate) => isPrivate ? "Or forward me a message, or send /check in reply to one." : "Or send /check in reply to a message, and I check that one.";

    /// <summary>How else a message is given to be checked, where messages have a menu.</summary>
    public const string CheckByMenu = "Or open a message's menu, Apps → Check against sources.";

    /// <summary>Where a message to be checked has no words.</summary>
    public const string ClaimMissing = "What should I check? Give me a claim: one sentence that says something is so.";

    /// <summary>Where the bot is to check an answer of its own.</summary>
    public const string OwnAnswer = "That is an answer of mine: each of its statements stands in a document, the one named behind it. If it may be out of date, ask the question again.";

    /// <summary>Where the bot is to check a passage that it showed.</summary>
    public const string OwnPassage = "That is a passage of a document, word for word; the line under it names the document.";

    /// <summary>Where the bot is to check what it said in words of its own: help, a refusal, what is set or followed.</summary>
    public const string OwnWords = "That is a message of mine that states nothing from a document. There is nothing in it to check.";

    /// <summary>Where the bot is asked about an answer of its own.</summary>
    public const string AskAboutOwn = "That is an answer of mine. Reply to it to ask further.";

    /// <summary>Where the bot is to check what it said of its own not knowing.</summary>
    public const string OwnNotKnown = "That is an answer of mine: I said that my documents don't tell. There is nothing in it to check.";

    /// <summary>Where a message to be checked is a command.</summary>
    public const string ClaimIsCommand = "That is a command, not a claim: a claim is a sentence that says something is so.";

    /// <summary>Where a message to be checked is a greeting, thanks or the like.</summary>
    public const string ClaimIsNone = "There is no claim in that: a claim is a sentence that says something is so.";

    /// <summary>Where a question needs what was said before, and the message that it replies to gives nothing of that kind, or is forgotten.</summary>
    public const string NoContextThere = "I can't tell whom or what that means, not even by the message that you reply to. Write the name.";

    /// <summary>Under the answer to what was no question but a claim that documents decide.</summary>
    public static string CheckHint(bool isPrivate) => isPrivate ? "That reads like a claim. Write /check before it, or forward a message to me, and I tell whether the documents bear it out."
        : "That reads like a claim. Write /check before it, and I tell whether the documents bear it out.";

    /// <summary>Where a message gives an opinion.</summary>
    public const string ClaimOpinion = "That is an opinion; documents can't settle it.";

    /// <summary>Before the verdict on what a message gives as an opinion, and documents can settle.</summary>
    public const string ClaimHeld = "You give it as an opinion; I check what it says.";

    /// <summary>Where documents neither bear out nor contradict what a message gives as an opinion.</summary>
    public const string ClaimHeldNotFound = "You give it as an opinion; the documents I have don't settle it.";

    /// <summary>Where a question is given as a claim.</summary>
    public const string ClaimQuestion = "That is a question, not a claim. With /ask instead of /check I answer it.";

    /// <summary>Where one of the claims that were checked is meant, and there are fewer.</summary>
    public static string NoSuchClaim(int made) => $"I checked {made} claims just now, no more.";

    /// <summary>Before the sources of what was shown last.</summary>
    public const string RestsOn = "What I told last rests on:";

    /// <summary>Before a statement that says what was claimed, where others don't.</summary>
    public const string SaysSo = "Says so";

    /// <summary>Before a statement that says otherwise, where others don't.</summary>
    public const string SaysOtherwise = "Says otherwise";

    /// <summary>Before a statement that denies the one before it.</summary>
    public const string DeniedBehind = "Denied right after";

    /// <summary>To someone who begins.</summary>
    public const string SeeHelp = "/help shows what else I can do.";

    /// <summary>To someone whom a link brought that says nothing that could be read.</summary>
    public const string LinkNotRead = "I can't read the link that led you here; it may have been cut off or mistyped.";

    /// <summary>To a group or server that the bot was just added to.</summary>
    public static string AddedHere(string topic) => $"Hello. I answer questions about {topic} with words from documents that I hold, and name the source of each.";

    /// <summary>How the bot is asked in a group.</summary>
    /// <param name="name">Its name there.</param>
    /// <param name="question">A question to show it by; null where there is none.</param>
    /// <param name="seesMentions">Whether it is shown messages that only mention it.</param>
    public static string AskInGroup(string? name, string? question, bool seesMentions) =>
        $"To ask, reply to a message of mine{(seesMentions ? $", begin one with @{name}" : "")} or write: /ask@{name} {question ?? "QUESTION"}";

    /// <summary>How the bot is asked on a server.</summary>
    public const string AskOnServer = "To ask, mention me, reply to a message of mine, or use /ask.";

    /// <summary>Before questions to begin with.</summary>
    public const string ForInstance = "For instance:";

    /// <summary>Before how many documents there are.</summary>
    public const string IHold = "I hold";

    /// <summary>How answers come about.</summary>
    public const string NoModel = "There is no language model in me: what I tell stands in a document word for word, and each statement names its source.";

    /// <summary>Before how a command is typed.</summary>
    public const string LikeThis = "Type it like this:";

    /// <summary>Where a command is not known.</summary>
    public const string UnknownCommand = "I don't know that command; /help lists them.";

    /// <summary>Before the command that was probably meant.</summary>
    public const string Perhaps = "Did you mean";

    /// <summary>Where there is nothing to answer from.</summary>
    public const string NoDocuments = "I hold no documents yet.";

    /// <summary>Where no document is named so.</summary>
    public const string NoSuchDocument = "I hold no such document; /sources lists them.";

    /// <summary>To someone who asks faster than is allowed.</summary>
    public const string TooMany = "That is a lot of questions at once. Please wait a few seconds, then ask again.";

    /// <summary>To someone who edits a question faster than is allowed, beside its answer.</summary>
    public const string EditedTooSoon = "That was a lot at once, so my answer is still to your question as it was. Please wait a few seconds, then edit it again.";

    /// <summary>"1 fact", "1,200 facts".</summary>
    public static string Counted(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>What can be asked for.</summary>
    public static string Ability(string topic) => $"Ask me when, where, who, what was said or how much about {topic}. I answer only from documents that I hold, show where they disagree, and say so when they don't tell.";

    /// <summary>Where help is asked for and no chat stands behind it.</summary>
    public const string InChatsMore = "On Telegram and Discord one can also subscribe to news and watch a question.";

    /// <summary>To a command of chats, where there is none.</summary>
    public static string InChatsOnly(string command) => $"/{command} is for chats on Telegram and Discord, where I can write to people later. /help lists what works here.";

    /// <summary>To a claim of more than <see cref="MessageHandler.LongestClaim"/> characters.</summary>
    public const string ClaimTooLong = "That is too long for me. Please give me at most 4,096 characters to check.";

    /// <summary>To a question of more than <see cref="MessageHandler.LongestQuestion"/> characters.</summary>
    public const string TooLong = "That is too long for me. Please ask in at most 1,000 characters.";

    /// <summary>Where answering failed through a fault of the bot's own.</summary>
    public const string Stumbled = "Something went wrong with me there, and my operator can read of it. Please ask in other words.";

    /// <summary>To a sticker, a photo and the like.</summary>
    public const string TextOnly = "I can only read text. Ask me a question in words, or see /help.";

    /// <summary>Where a button belongs to something that is gone.</summary>
    public const string ButtonExpired = "That button no longer works. Please ask again.";

    /// <summary>Where the platform tells again, after a stop, of something to do that was begun before.</summary>
    public const string Interrupted = "I was interrupted at that. Please look whether it was done, and if not, try again.";

    /// <summary>On a button that leads from an answer, sent on into another chat, to the bot.</summary>
    public const string AskMe = "Ask me more";

    /// <summary>To a thumb up or down.</summary>
    public const string ThanksForFeedback = "Thank you, noted.";

    /// <summary>To a second thumb on the same answer.</summary>
    public const string AlreadyNoted = "I have noted that already.";

    /// <summary>After the other thumb was given before.</summary>
    public const string FeedbackChanged = "Noted; this one counts now.";

    /// <summary>What is kept about people, a paragraph each.</summary>
    public static IReadOnlyList<string> Privacy { get; } =
    [
        "What you write is used to answer you, and kept until it is answered. What you asked, with the few questions before it, and the numbers of the messages that answer it, with what they showed, are kept for three days, so that replies and edits find their answer; /forgetme deletes that.",
        "For half an hour I remember the last few turns of our conversation, in memory only, so that you can ask follow-ups without replying.",
        "Questions that I can't answer, and what a 👍 or 👎 was given to, are kept without your name and without the chat, so that the documents can be improved.",
        "What you subscribe to, watch and set is kept until you end it, and what was sent for it two weeks. /forgetme deletes all of that at once.",
        "Words to follow that are too long for a button are kept for 30 days after they were offered, without your name and without the chat; which thumb is yours is kept for three days, as a fingerprint, so that a change of mind counts once.",
        "Where /settings corrections is on, and only there, I remember for a week what was asked in the chat, by which message, and what I answered, but not who asked; off or /forgetme deletes it.",
        "Numbers of messages that I have dealt with are kept for three days, so that none is answered twice.",
    ];

    /// <summary>Whether small talk of this key names the topic in quotation marks, as other languages do: as its title alone.</summary>
    public static bool IsQuoting(string phrase) => IsOfLanguage(phrase) && phrase != "language other";

    /// <summary>Whether small talk of this key says that English alone is understood.</summary>
    public static bool IsOfLanguage(string phrase) => phrase.StartsWith("language ", StringComparison.Ordinal);

    /// <summary>The reply to small talk, by the key of <see cref="SmallTalk.Phrase"/>.</summary>
    public static string SmallTalk(string phrase, string topic) => phrase switch
    {
        "greeting" => $"Hello. Ask me about {topic}.",
        "thanks" => "You're welcome.",
        "goodbye" => "Goodbye.",
        "praise" => "Thank you.",
        "blame" => "Sorry about that. Every answer names its sources, so you can check it.",
        "acknowledgement" => "All right.",
        "identity" => $"I'm a bot. I answer questions about {topic} with words from stored documents, and name the source of each.",
        "ability" => $"{Ability(topic)} Look-ups such as /when, /who NAME, /number ABOUT and /timeline work too, and /check CLAIM tells whether the documents bear a claim out; /help lists them all.",
        "news" => $"Ask me about {topic}. In a chat, /changes lists what new documents have changed, and /subscribe brings it there.",
        "instruction" => "I only answer questions, with words from the documents that I hold.",
        "commands" => "I don't know that command; /help lists them.",
        "context" => "I can't tell whom or what that means. Write the name, or reply with it to my answer to a question about it.",
        "no more" => "I have nothing more on that.",
        "several claims" => "I checked several claims just now. Which one do you mean? Say “the first one” or the like, or ask a whole question.",
        "several statements" => "That message says several things, and I can't tell which of them you mean. Name one by its number, as in “when was [2]?”, or ask a whole question.",
        "no rivals" => "Of what that message tells nothing contradicts the rest, as far as I can see. Whether it is right I can't judge; the sources stand under it.",
        "several disputes" => "In that message sources disagree on several things. Ask about one of them in a whole question.",
        "one side" => "What I told last has one side only. What it rests on stands under it; whether that is right I can't judge.",
        "nobody said" => "My documents don't tell that, so they name nobody who said it.",
        "needs who" => "Who? Write the name behind it: /who NAME",
        "needs quote" => "Whose words? Write the name behind it: /quote NAME, and what about if you like.",
        "needs number" => "Which figure? Write what it is about behind it: /number TOPIC",
        "needs compare" or "needs ask" => "Write the question behind it: /compare QUESTION, /ask QUESTION",
        "sum" => "I don't reckon; I only tell what stands in the documents that I hold.",
        "language de" => $"Ich verstehe nur Englisch. Auf Englisch beantworte ich Fragen zu „{topic}“ aus gespeicherten Dokumenten, mit Quellen.",
        "language fr" => $"Je ne comprends que l'anglais. En anglais, je réponds aux questions sur « {topic} » à partir de documents enregistrés, avec les sources.",
        "language es" => $"Solo entiendo inglés. En inglés respondo preguntas sobre «{topic}» a partir de documentos guardados, con sus fuentes.",
        "language it" => $"Capisco solo l'inglese. In inglese rispondo alle domande su «{topic}» in base a documenti salvati, con le fonti.",
        "language pt" => $"Só compreendo inglês. Em inglês respondo a perguntas sobre «{topic}» a partir de documentos guardados, com as fontes.",
        "language nl" => $"Ik begrijp alleen Engels. In het Engels beantwoord ik vragen over ‘{topic}’ uit opgeslagen documenten, met bronnen.",
        "language pl" => $"Rozumiem tylko angielski. Po angielsku odpowiadam na pytania o „{topic}” na podstawie zapisanych dokumentów, z podaniem źródeł.",
        "language tr" => $"Yalnızca İngilizce anlıyorum. İngilizce sorarsanız “{topic}” hakkındaki soruları kayıtlı belgelerden, kaynaklarıyla yanıtlarım.",
        "language ru" => $"Я понимаю только английский. По-английски я отвечаю на вопросы о «{topic}» по сохранённым документам, с указанием источников.",
        "language uk" => $"Я розумію лише англійську. Англійською я відповідаю на запитання про «{topic}» за збереженими документами, із зазначенням джерел.",
        "language ja" => $"英語だけが分かります。英語で質問していただければ、「{topic}」について、保存された文書から出典を付けてお答えします。",
        "language zh" => $"我只懂英语。请用英语提问，我会根据已保存的文件回答有关“{topic}”的问题，并注明出处。",
        "language ko" => $"저는 영어만 이해합니다. 영어로 질문하시면 ‘{topic}’에 대해 저장된 문서를 바탕으로 출처와 함께 답해 드립니다.",
        "language ar" => $"أفهم الإنجليزية فقط. إذا سألت بالإنجليزية أجبت عن الأسئلة حول «{topic}» من وثائق محفوظة مع ذكر المصادر.",
        "language he" => $"אני מבין אנגלית בלבד. אם תשאלו באנגלית, אענה על שאלות על „{topic}” מתוך מסמכים שמורים, עם ציון המקורות.",
        "language el" => $"Καταλαβαίνω μόνο αγγλικά. Στα αγγλικά απαντώ σε ερωτήσεις για «{topic}» από αποθηκευμένα έγγραφα, με τις πηγές.",
        "language hi" => $"मैं केवल अंग्रेज़ी समझता हूँ। अंग्रेज़ी में पूछने पर मैं “{topic}” के बारे में सहेजे गए दस्तावेज़ों से, स्रोतों के साथ, उत्तर देता हूँ।",
        "language other" => $"I understand English only. Ask me in English about {topic}.",
        "empty" => $"Ask me a question about {topic}.",
        _ => $"I answer questions about {topic}.",
    };
}
