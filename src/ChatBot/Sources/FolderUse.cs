namespace ChatBot.Sources;

/// <summary>What becomes of what has changed in a topic's own folder since the store was last brought up to it.</summary>
internal enum FolderUse
{
    /// <summary>It is stored, and news: at the start of the service.</summary>
    Store,

    /// <summary>It is known, but not stored: to a command that answers.</summary>
    Know,

    /// <summary>It waits for the next start: a command that stores something else goes by what the store has.</summary>
    Leave,
}
