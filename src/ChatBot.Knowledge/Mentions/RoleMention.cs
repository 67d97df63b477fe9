using ChatBot.Knowledge.Text;
using ChatBot.Knowledge.Topics;

namespace ChatBot.Knowledge.Mentions;

/// <summary>A person named together with an office ("Estonian President Alar Karis").</summary>
/// <param name="Span">Office and name together.</param>
/// <param name="Person">The person.</param>
/// <param name="Office">Where the office alone stands ("Estonian President").</param>
/// <param name="Place">The country or organisation of the office, if it is named.</param>
/// <param name="IsDenied">Whether it is said that they don't hold it ("is no longer the president").</param>
public readonly record struct RoleMention(TextSpan Span, EntityId Person, TextSpan Office, EntityId? Place, bool IsDenied = false);
