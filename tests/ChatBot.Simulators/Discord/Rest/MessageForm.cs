using System.Text.Json.Nodes;

namespace ChatBot.Simulators.Discord.Rest;

/// <summary>The documented limits of a message, an embed, its components and a modal.</summary>
internal static class MessageForm
{
    /// <summary>Null if all is well.</summary>
    public static SimResponse? Check(JsonObject form, bool mustHaveContent, bool fromInteraction)
    {
        var errors = new FormErrors();
        errors.Length("content", form["content"], 2000);
        errors.Length("nonce", form["nonce"], 25);
        Embeds(errors, form["embeds"] as JsonArray);
        Components(errors, form["components"] as JsonArray);
        AllowedMentions(errors, form["allowed_mentions"] as JsonObject);
        var flags = (int?)form["flags"] ?? 0;
        if (!fromInteraction && (flags & World.SimMessage.Ephemeral) != 0)
            errors.Add("flags", "MESSAGE_FLAGS_INVALID", "Only answers to interactions can be ephemeral.");
        if (errors.Any)
            return errors.ToResponse();
        var empty = string.IsNullOrWhiteSpace((string?)form["content"]) && form["embeds"] is not JsonArray { Count: > 0 } && form["components"] is not JsonArray { Count: > 0 };
        return mustHaveContent && empty ? SimResponse.Error(400, 50006, "Cannot send an empty message") : null;
    }

    public static SimResponse? CheckModal(JsonObject form)
    {
        var errors = new FormErrors();
        errors.Length("data.custom_id", form["custom_id"], 100, 1, required: true);
        errors.Length("data.title", form["title"], 45, 1, required: true);
        var rows = form["components"] as JsonArray ?? [];
        if (rows.Count is 0 or > 5)
            errors.Add("data.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
        for (var i = 0; i < rows.Count; i++)
        {
            var path = $"data.components.{i}";
            var input = rows[i]?["component"] as JsonObject ?? (rows[i]?["components"] as JsonArray)?[0] as JsonObject;
            if ((int?)rows[i]?["type"] == 18)
                errors.Length($"{path}.label", rows[i]?["label"], 45, 1, required: true);
            else
                errors.Length($"{path}.components.0.label", input?["label"], 45, 1, required: true);
            errors.Length($"{path}.custom_id", input?["custom_id"], 100, 1, required: true);
            errors.Length($"{path}.value", input?["value"], 4000);
            errors.Length($"{path}.placeholder", input?["placeholder"], 100);
        }
        return errors.Any ? errors.ToResponse() : null;
    }

    public static SimResponse? CheckChoices(JsonArray? choices)
    {
        var errors = new FormErrors();
        if (choices is null)
            errors.Add("data.choices", "BASE_TYPE_REQUIRED", "This field is required");
        errors.Count("data.choices", choices, 25);
        for (var i = 0; i < choices?.Count; i++)
        {
            errors.Length($"data.choices.{i}.name", choices[i]?["name"], 100, 1, required: true);
            if (choices[i]?["value"] is { } value && value.GetValueKind() == System.Text.Json.JsonValueKind.String)
                errors.Length($"data.choices.{i}.value", value, 100);
        }
        return errors.Any ? errors.ToResponse() : null;
    }

    private static void Embeds(FormErrors errors, JsonArray? embeds)
    {
        errors.Count("embeds", embeds, 10);
        var total = 0;
        for (var i = 0; i < embeds?.Count; i++)
        {
            if (embeds[i] is not JsonObject embed)
                continue;
            var path = $"embeds.{i}";
            errors.Length($"{path}.title", embed["title"], 256);
            errors.Length($"{path}.description", embed["description"], 4096);
            errors.Length($"{path}.footer.text", embed["footer"]?["text"], 2048);
            errors.Length($"{path}.author.name", embed["author"]?["name"], 256);
            var fields = embed["fields"] as JsonArray;
            errors.Count($"{path}.fields", fields, 25);
            for (var f = 0; f < fields?.Count; f++)
            {
                errors.Length($"{path}.fields.{f}.name", fields[f]?["name"], 256, 1, required: true);
                errors.Length($"{path}.fields.{f}.value", fields[f]?["value"], 1024, 1, required: true);
                total += Length(fields[f]?["name"]) + Length(fields[f]?["value"]);
            }
            total += Length(embed["title"]) + Length(embed["description"]) + Length(embed["footer"]?["text"]) + Length(embed["author"]?["name"]);
        }
        if (total > 6000)
            errors.Add("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
    }

    private static void Components(FormErrors errors, JsonArray? rows)
    {
        errors.Count("components", rows, 5);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var r = 0; r < rows?.Count; r++)
        {
            if ((int?)rows[r]?["type"] != 1 || rows[r]?["components"] is not JsonArray { Count: > 0 } controls)
            {
                errors.Add($"components.{r}", "BASE_TYPE_CHOICES", "A row with one to five components is required");
                continue;
            }
            var menus = controls.Count(c => (int?)c?["type"] is 3 or 5 or 6 or 7 or 8);
            if (controls.Count > 5 || (menus > 0 && controls.Count > 1))
                errors.Add($"components.{r}.components", "BASE_TYPE_BAD_LENGTH", "A row holds five buttons or one menu.");
            for (var c = 0; c < controls.Count; c++)
                Control(errors, $"components.{r}.components.{c}", controls[c] as JsonObject ?? [], ids);
        }
    }

    private static void Control(FormErrors errors, string path, JsonObject control, HashSet<string> ids)
    {
        if ((int?)control["type"] == 2)
        {
            errors.Length($"{path}.label", control["label"], 80);
            if ((int?)control["style"] is not (>= 1 and <= 6))
                errors.Add($"{path}.style", "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5, 6}.");
            if (control["label"] is null && control["emoji"] is null)
                errors.Add(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A button must have a label or emoji");
            if ((int?)control["style"] == 5)
            {
                errors.Length($"{path}.url", control["url"], 512, 1, required: true);
                return;
            }
        }
        else if ((int?)control["type"] == 3)
        {
            var options = control["options"] as JsonArray ?? [];
            if (options.Count is 0 or > 25)
                errors.Add($"{path}.options", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 25 in length.");
            errors.Length($"{path}.placeholder", control["placeholder"], 150);
            for (var i = 0; i < options.Count; i++)
            {
                errors.Length($"{path}.options.{i}.label", options[i]?["label"], 100, 1, required: true);
                errors.Length($"{path}.options.{i}.value", options[i]?["value"], 100, 1, required: true);
                errors.Length($"{path}.options.{i}.description", options[i]?["description"], 100);
            }
        }
        errors.Length($"{path}.custom_id", control["custom_id"], 100, 1, required: true);
        if ((string?)control["custom_id"] is { } id && !ids.Add(id))
            errors.Add($"{path}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }

    private static void AllowedMentions(FormErrors errors, JsonObject? allowed)
    {
        var parse = (allowed?["parse"] as JsonArray ?? []).Select(p => (string?)p).ToList();
        foreach (var kind in new[] { "users", "roles" })
        {
            var listed = allowed?[kind] as JsonArray;
            errors.Count($"allowed_mentions.{kind}", listed, 100);
            if (parse.Contains(kind) && listed is { Count: > 0 })
                errors.Add("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
        }
    }

    private static int Length(JsonNode? text) => ((string?)text)?.Length ?? 0;
}
