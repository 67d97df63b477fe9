using System.Text.Json.Serialization;

namespace ChatBot.TelegramClient.Types;

/// <summary>Who sees a command menu. The narrowest scope that has a list wins; lists are not merged.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(BotCommandScopeDefault), "default")]
[JsonDerivedType(typeof(BotCommandScopeAllPrivateChats), "all_private_chats")]
[JsonDerivedType(typeof(BotCommandScopeAllGroupChats), "all_group_chats")]
[JsonDerivedType(typeof(BotCommandScopeAllChatAdministrators), "all_chat_administrators")]
[JsonDerivedType(typeof(BotCommandScopeChat), "chat")]
[JsonDerivedType(typeof(BotCommandScopeChatAdministrators), "chat_administrators")]
[JsonDerivedType(typeof(BotCommandScopeChatMember), "chat_member")]
public abstract record BotCommandScope;

/// <summary>Wherever no narrower list applies.</summary>
public sealed record BotCommandScopeDefault : BotCommandScope;

/// <summary>All private chats.</summary>
public sealed record BotCommandScopeAllPrivateChats : BotCommandScope;

/// <summary>All groups and supergroups.</summary>
public sealed record BotCommandScopeAllGroupChats : BotCommandScope;

/// <summary>The administrators of all groups and supergroups.</summary>
public sealed record BotCommandScopeAllChatAdministrators : BotCommandScope;

/// <summary>One chat.</summary>
public sealed record BotCommandScopeChat(ChatId ChatId) : BotCommandScope;

/// <summary>The administrators of one group or supergroup.</summary>
public sealed record BotCommandScopeChatAdministrators(ChatId ChatId) : BotCommandScope;

/// <summary>One member of one group or supergroup.</summary>
public sealed record BotCommandScopeChatMember(ChatId ChatId, long UserId) : BotCommandScope;
