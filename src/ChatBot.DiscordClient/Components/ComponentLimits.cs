using System.Runtime.CompilerServices;

namespace ChatBot.DiscordClient.Components;

internal static class ComponentLimits
{
    public const int MaxCustomIdLength = 100;

    public static string CustomId(string customId) => Text("custom id", customId, 1, MaxCustomIdLength);

    public static string Text(string part, string text, int atLeast, int atMost, [CallerArgumentExpression(nameof(text))] string? name = null) =>
        text.Length >= atLeast && text.Length <= atMost ? text
            : throw new ArgumentException($"A {part} has {atLeast} to {atMost} characters; this one has {text.Length}.", name);
}
