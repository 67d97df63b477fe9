namespace ChatBot.Questions;

/// <content>What is said where a platform has servers with channels, rights, and answers that only one person sees.</content>
public static partial class PhraseCatalogue
{
    /// <summary>Where answering failed through no fault of the person's.</summary>
    public const string Failed = "Something went wrong on my side. Please try again in a moment.";

    /// <summary>To a reply that the platform doesn't let the bot read.</summary>
    public const string ReplyUnread = "I can't read that: a reply reaches me only with its @ left on, or with my name in it.";

    /// <summary>To whoever can mend that the bot may not write, before the place; behind it <see cref="RightsMissing"/>.</summary>
    public const string AskedInVain = "Somebody asked me something in";

    /// <summary>See <see cref="AskedInVain"/>; the rights follow.</summary>
    public const string RightsMissing = "and I may not answer there as I should. The server's settings for that channel would have to allow me:";

    /// <summary>Behind what was told once.</summary>
    public const string NotAgain = "I won't bring up the same for this channel again.";

    /// <summary>To someone who may not manage the server.</summary>
    public const string ServerManagersOnly = "Only those who manage this server (Manage Server) can set that.";

    /// <summary>What a server's commands bring: for all.</summary>
    public const string ShownToAll = "Look-ups (/ask, /check, /changes and the like) are shown to all, unless only-for-me is set. What other commands, buttons and menus bring is shown to whoever uses them.";

    /// <summary>What a server's commands bring: for one alone.</summary>
    public const string ShownToOne = "Look-ups (/ask, /check, /changes and the like) are shown to whoever gives them, unless only-for-me is set to False. What other commands, buttons and menus bring is shown to whoever uses them in any case.";

    /// <summary>Where a server is answered: everywhere.</summary>
    public const string AnsweredEverywhere = "Mentions and replies are answered in every channel.";

    /// <summary>Where a server is answered: in some channels, which follow.</summary>
    public const string AnsweredOnlyIn = "Mentions and replies are answered only in these channels and their threads; elsewhere all that I show is for whoever asks, whatever only-for-me says. Channels:";

    /// <summary>To a command that is typed into a message and only works from the platform's menu.</summary>
    public static string FromMenuOnly(string command) => $"/{command} works as a slash command only: type /{command} without mentioning me, and choose it from the menu.";

    /// <summary>To a share where the server's managers don't want answers.</summary>
    public const string NotSharedHere = "Those who manage this server don't want answers in this channel, so I can't share it here.";

    /// <summary>To a second share of the same answer.</summary>
    public const string AlreadyShared = "That is shared already.";
}
