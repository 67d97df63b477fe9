namespace ChatBot.Simulators.Telegram.World;

/// <summary>A forum's topic; its id is that of the service message that opened it.</summary>
public sealed class Topic
{
    internal Topic(int id, string name)
    {
        Id = id;
        Name = name;
    }

    public int Id { get; }
    public string Name { get; }
    public bool IsClosed { get; internal set; }
}
