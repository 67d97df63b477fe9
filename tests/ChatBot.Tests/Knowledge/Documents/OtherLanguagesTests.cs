using System.Text;
using ChatBot.Knowledge.Documents;
using Xunit;

namespace ChatBot.Tests.Knowledge.Documents;

/// <summary>Texts in other languages, some with many words that English has too.</summary>
public sealed class OtherLanguagesTests
{
    [Theory]
    [InlineData("Der Stadtrat will das Fest in den Juli verlegen, was in der Stadt so manchen freut. Im Juni war es an den Tagen zu warm.")]
    [InlineData("Das Fest beginnt am Freitag in Orvik.")]
    [InlineData("Le maire a dit que le festival est au parc et dure six jours.")]
    [InlineData("Het feest is in het park, en er worden zesduizend bezoekers verwacht op de dag.")]
    public void A_text_in_another_language_is_doubted(string text) => Assert.Contains(Read(text).Warnings, warning => warning.Contains("another language", StringComparison.Ordinal));

    [Theory]
    [InlineData("The festival of Orvik begins on Friday.")]
    [InlineData("Festival begins Friday.")]
    [InlineData("Mayor Jan de Vries and Ana de la Cruz of Los Llanos opened the festival in El Paso with a choir from Le Mans.")]
    public void English_text_is_not_whatever_names_it_has(string text) => Assert.DoesNotContain(Read(text).Warnings, warning => warning.Contains("another language", StringComparison.Ordinal));

    private static ReadResult.Read Read(string text) => Assert.IsType<ReadResult.Read>(new DocumentReader().Read(new DocumentInput(Encoding.UTF8.GetBytes(text), "fest.txt")));
}
