using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Telegram.World;

/// <summary>The least that each kind of media must say of itself.</summary>
internal static class MediaJson
{
    public static JsonNode Of(string kind)
    {
        var file = new JsonObject { ["file_id"] = $"{kind}-1", ["file_unique_id"] = $"{kind}-u1" };
        switch (kind)
        {
            case "sticker":
                file["type"] = "regular";
                file["width"] = 512;
                file["height"] = 512;
                file["is_animated"] = false;
                file["is_video"] = false;
                return file;
            case "photo":
                file["width"] = 640;
                file["height"] = 480;
                return new JsonArray(file);
            case "voice":
                file["duration"] = 3;
                return file;
            case "document":
                return file;
            case "location":
                return new JsonObject { ["latitude"] = 52.0907, ["longitude"] = 4.2871 };
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Known kinds of media: sticker, photo, voice, document, location.");
        }
    }
}
