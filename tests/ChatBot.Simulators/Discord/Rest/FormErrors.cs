using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Discord.Rest;

/// <summary>Collects complaints in the form's own shape: <c>errors.embeds.0.title._errors[…]</c>.</summary>
internal sealed class FormErrors
{
    private readonly JsonObject _root = [];

    public bool Any => _root.Count > 0;

    public void Add(string path, string code, string message)
    {
        var node = _root;
        foreach (var part in path.Split('.'))
            node = (JsonObject)(node[part] ??= new JsonObject());
        ((JsonArray)(node["_errors"] ??= new JsonArray())).Add(new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void Length(string path, JsonNode? value, int atMost, int atLeast = 0, bool required = false)
    {
        if (value is null)
        {
            if (required)
                Add(path, "BASE_TYPE_REQUIRED", "This field is required");
            return;
        }
        if (value.GetValueKind() != System.Text.Json.JsonValueKind.String)
            Add(path, "BASE_TYPE_BAD_TYPE", "Value has the wrong type.");
        else if (((string)value!).Length is var length && (length > atMost || length < atLeast))
            Add(path, atLeast > 0 ? "BASE_TYPE_BAD_LENGTH" : "BASE_TYPE_MAX_LENGTH", atLeast > 0 ? $"Must be between {atLeast} and {atMost} in length." : $"Must be {atMost} or fewer in length.");
    }

    public void Count(string path, JsonArray? values, int atMost)
    {
        if (values?.Count > atMost)
            Add(path, "BASE_TYPE_MAX_LENGTH", $"Must be {atMost} or fewer in length.");
    }

    public SimResponse ToResponse() => SimResponse.Error(400, 50035, "Invalid Form Body", _root);
}
