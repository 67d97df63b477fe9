using ChatBot.Chat;

namespace ChatBot.Deliveries;

/// <summary>One update to one chat, written down before it is sent.</summary>
/// <param name="Key">Minted when it was written down and never again: the same for every attempt. At most 25 letters and digits, so that a platform can take it as its own key against doubles.</param>
/// <param name="Chat">Where it goes.</param>
/// <param name="Reply">What is sent.</param>
/// <param name="Attempt">1 for the first.</param>
internal sealed record Delivery(string Key, ChatAddress Chat, Reply Reply, int Attempt);
