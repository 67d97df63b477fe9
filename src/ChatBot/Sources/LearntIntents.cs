using ChatBot.Knowledge.Topics;
using ChatBot.Knowledge.Understanding;

namespace ChatBot.Sources;

/// <summary>
/// Keeps what was learnt from a topic's examples in the data folder, so that only the first start after a change learns. The file can be deleted at any
/// time; one that is damaged, or was learnt from other examples, is made anew.
/// </summary>
internal static class LearntIntents
{
    /// <summary>What was learnt for <paramref name="topic"/>.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="basis">Names all that it was learnt from (<see cref="TopicLibrary.BasisOf"/>).</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="learning">Called before anything is learnt; null: nobody wants to know.</param>
    public static IntentReader For(Topic topic, string basis, string folder, Action? learning = null)
    {
        var path = Path.Combine(folder, $"{topic.Id}.intents");
        if (Load(path, basis) is { } known) return known;
        learning?.Invoke();
        var learnt = IntentReader.Train(topic);
        // Written aside and moved, so that no start ever sees half a file.
        Directory.CreateDirectory(folder);
        var aside = $"{path}.{Environment.ProcessId}.new";
        using (var file = File.Create(aside))
        {
            using (var writer = new BinaryWriter(file, System.Text.Encoding.UTF8, leaveOpen: true)) writer.Write(basis);
            learnt.Save(file);
        }
        File.Move(aside, path, overwrite: true);
        return learnt;
    }

    private static IntentReader? Load(string path, string basis)
    {
        if (!File.Exists(path)) return null;
        try
        {
            using var file = File.OpenRead(path);
            using var reader = new BinaryReader(file, System.Text.Encoding.UTF8, leaveOpen: true);
            return reader.ReadString() == basis ? IntentReader.Load(file) : null;
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException or IOException)
        {
            return null;
        }
    }
}
