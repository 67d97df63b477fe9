using System.Text.Json.Serialization;
using ChatBot.TelegramClient.Types.Enums;

namespace ChatBot.TelegramClient.Types;

/// <summary>Someone's place in a chat. One record for the API's six kinds; <see cref="Status"/> says which.</summary>
public sealed record ChatMember
{
    public ChatMemberStatus Status { get; init; }
    public User User { get => field ?? new User(); init; }
    public bool IsAnonymous { get; init; }

    /// <summary>Of someone restricted: still in the chat.</summary>
    public bool? IsMember { get; init; }

    /// <summary>Of someone restricted: may write texts.</summary>
    public bool? CanSendMessages { get; init; }

    /// <summary>May change what the chat is set to: its owner and its administrators.</summary>
    [JsonIgnore]
    public bool IsAdmin => Status is ChatMemberStatus.Creator or ChatMemberStatus.Administrator;

    /// <summary>In the chat now; in a private chat: has not blocked the bot.</summary>
    [JsonIgnore]
    public bool IsInChat => Status switch
    {
        ChatMemberStatus.Creator or ChatMemberStatus.Administrator or ChatMemberStatus.Member => true,
        ChatMemberStatus.Restricted => IsMember ?? true,
        _ => false,
    };
}
