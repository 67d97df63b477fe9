using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Telegram.World;

/// <summary>A user of the platform, person or bot.</summary>
internal sealed class Account(long id, string firstName, string? username)
{
    public long Id { get; } = id;
    public string FirstName { get; } = firstName;
    public string? Username { get; } = username;
    public string? LanguageCode { get; init; }
    public bool IsBot { get; init; }
    public bool IsDeactivated { get; set; }

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id, ["is_bot"] = IsBot, ["first_name"] = FirstName };
        if (Username is not null)
            json["username"] = Username;
        if (LanguageCode is not null)
            json["language_code"] = LanguageCode;
        return json;
    }
}
