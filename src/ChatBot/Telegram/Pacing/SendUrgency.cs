namespace ChatBot.Telegram.Pacing;

/// <summary>Who is waiting for a message.</summary>
internal enum SendUrgency
{
    /// <summary>Somebody who has just asked.</summary>
    Reply,

    /// <summary>Nobody in particular: news that somebody subscribed to.</summary>
    Delivery,
}
