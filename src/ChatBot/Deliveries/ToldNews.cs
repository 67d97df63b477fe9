using System.Text.Json;
using ChatBot.Chat;

namespace ChatBot.Deliveries;

/// <summary>What a message did with news that were for its chat.</summary>
internal enum NewsFate
{
    /// <summary>They stand in it.</summary>
    Shown,

    /// <summary>They are among those that it only counts.</summary>
    Counted,

    /// <summary>Left out: their document said them no more by then.</summary>
    TakenBack,

    /// <summary>Left out: others of the same message had taken their place.</summary>
    Overtaken,

    /// <summary>Left out: the chat had it from another message, or has it in the same one from the answer to a watched question.</summary>
    ToldAlready,

    /// <summary>Left out: by then all was again as it had been.</summary>
    Undone,
}

/// <summary>News of one update with which a message did the same.</summary>
/// <param name="UpdateId">The update.</param>
/// <param name="Fate">What it did with them.</param>
/// <param name="Lines">Their places among the lines of the update as it is kept, from 0, in order.</param>
internal sealed record ToldNews(long UpdateId, NewsFate Fate, IReadOnlyList<int> Lines)
{
    /// <summary>The <c>told</c> column.</summary>
    public static string Write(IReadOnlyList<ToldNews> told) => JsonSerializer.Serialize(told, OutboxJson.Default.IReadOnlyListToldNews);

    /// <summary>Reads the column; null where nothing was noted.</summary>
    public static IReadOnlyList<ToldNews>? Read(string? column) => column is null ? null : JsonSerializer.Deserialize(column, OutboxJson.Default.IReadOnlyListToldNews);
}

/// <summary>What a delivery says.</summary>
/// <param name="Reply">Its message; null where nothing is left to say, and none is sent.</param>
/// <param name="Told">What the message does with all the news that the delivery is about; <c>/why</c> tells by it, and it leads to what was only counted.</param>
internal sealed record ComposedDelivery(Reply? Reply, IReadOnlyList<ToldNews> Told);
