namespace ChatBot.Telegram;

/// <summary>One message to send.</summary>
/// <param name="Html">Its text as HTML.</param>
/// <param name="Plain">The same without any markup, for when the HTML is refused.</param>
internal sealed record TelegramPage(string Html, string Plain);
