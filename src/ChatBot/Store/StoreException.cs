namespace ChatBot.Store;

/// <summary>The store can't be opened or used as it is; the message says what is wrong and what the operator can do.</summary>
internal sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
