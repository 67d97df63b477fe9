using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Discord.World;

public sealed record SimUser(ulong Id, string Name, bool IsBot = false)
{
    public bool AcceptsDirectMessages { get; set; } = true;

    public JsonObject ToJson() => new()
    {
        ["id"] = Text.Id(Id),
        ["username"] = Name.ToLowerInvariant(),
        ["discriminator"] = IsBot ? "0001" : "0",
        ["global_name"] = IsBot ? null : Name,
        ["avatar"] = null,
        ["avatar_decoration_data"] = null,
        ["collectibles"] = null,
        ["banner"] = null,
        ["accent_color"] = null,
        ["bot"] = IsBot,
        ["system"] = false,
        ["public_flags"] = 0,
        ["flags"] = 0,
        ["primary_guild"] = null,
    };
}
