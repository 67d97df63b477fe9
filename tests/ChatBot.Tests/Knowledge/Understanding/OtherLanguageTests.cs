using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Understanding;
using Xunit;

namespace ChatBot.Tests.Knowledge.Understanding;

public sealed class OtherLanguageTests
{
    private static readonly HashSet<string> English = new(StringComparer.Ordinal) { "die", "was", "in", "the", "is", "summit", "when", "who", "place", "to", "nato", "on", "a", "de", "van", "wie", "den", "in", "did", "met" };

    [Theory]
    [InlineData("Wann ist der Gipfel?", "de")]
    [InlineData("où est le sommet", "fr")]
    [InlineData("¿Cuándo es la cumbre?", "es")]
    [InlineData("Chi parla al vertice?", "it")]
    [InlineData("Quando é a cimeira da NATO?", "pt")]
    [InlineData("waar is de top en hoe laat", "nl")]
    [InlineData("Wanneer begint de NAVO-top in Den Haag?", "nl")]
    [InlineData("Wie is de secretaris-generaal van de NAVO?", "nl")]
    [InlineData("Hola", "es")]
    [InlineData("Guten Tag", "de")]
    [InlineData("NATO zirvesi ne zaman başlıyor?", "tr")]
    [InlineData("Kiedy jest szczyt?", "pl")]
    [InlineData("zirve ne zaman", "tr")]
    [InlineData("когда саммит", "ru")]
    [InlineData("коли саміт", "uk")]
    public void A_question_in_another_language_is_told_by_its_common_words(string message, string language) => Assert.Equal(language, Of(message));

    [Theory]
    [InlineData("NATOの首脳会議はいつですか？", "ja")]
    [InlineData("峰会什么时候开始？", "zh")]
    [InlineData("정상회담은 언제입니까?", "ko")]
    [InlineData("متى تبدأ القمة؟", "ar")]
    [InlineData("מתי הפסגה?", "he")]
    [InlineData("Πότε αρχίζει;", "el")]
    [InlineData("शिखर सम्मेलन कब है?", "hi")]
    [InlineData("Здравейте, започва ли", "ru")]
    [InlineData("Їжак", "uk")]
    [InlineData("การประชุมเมื่อไหร่", "other")]
    [InlineData("when is the 首脳会議", null)]
    [InlineData("Who is Łukasz Žižek?", null)]
    [InlineData("Что is the matter with Ωmega ltd?", null)]
    public void A_question_in_other_letters_is_told_by_them(string message, string? language) => Assert.Equal(language, Of(message));

    [Fact]
    public void Letters_that_documents_have_are_no_other_language() => Assert.Null(OtherLanguage.Of("Рутте", Tokenizer.Tokenize("Рутте"), _ => true));

    [Theory]
    [InlineData("When is the summit in Den Haag?")]
    [InlineData("who was to die")]
    [InlineData("did van de Velde met de Wit in Den Haag")]
    [InlineData("was on a place")]
    [InlineData("2 + 2")]
    [InlineData("")]
    public void English_is_no_other_language(string message) => Assert.Null(Of(message));

    private static string? Of(string message) => OtherLanguage.Of(message, Tokenizer.Tokenize(message), English.Contains);
}
