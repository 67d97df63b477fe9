using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatBot.Simulators.Discord.Rest;

/// <summary>The documented limits of application commands.</summary>
internal static partial class CommandForm
{
    /// <summary>As listed in the documentation's reference of locales.</summary>
    private static readonly HashSet<string> Locales =
    [
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi",
        "th", "zh-CN", "ja", "zh-TW", "ko",
    ];

    public static SimResponse? Check(JsonArray commands)
    {
        var errors = new FormErrors();
        var names = new HashSet<(int, string)>();
        for (var i = 0; i < commands.Count; i++)
        {
            var command = commands[i] as JsonObject ?? [];
            var type = (int?)command["type"] ?? 1;
            var name = (string?)command["name"] ?? "";
            Name(errors, $"{i}.name", command["name"], slash: type == 1);
            if (type == 1)
                errors.Length($"{i}.description", command["description"], 100, 1, required: true);
            else if (!string.IsNullOrEmpty((string?)command["description"]))
                errors.Add($"{i}.description", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION", "Context menu commands have no description.");
            if (!names.Add((type, name)))
                errors.Add($"{i}.name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            Translations(errors, $"{i}", command, slash: type == 1);
            Options(errors, $"{i}.options", command["options"] as JsonArray, depth: 0);
            if (Size(command) > 8000)
                errors.Add($"{i}", "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
        }
        foreach (var (type, most) in new[] { (1, 100), (2, 15), (3, 15) })
        {
            if (names.Count(n => n.Item1 == type) > most)
                return SimResponse.Error(400, 30032, "Maximum number of application commands reached");
        }
        return errors.Any ? errors.ToResponse() : null;
    }

    private static void Options(FormErrors errors, string path, JsonArray? options, int depth)
    {
        errors.Count(path, options, 25);
        var optionalSeen = false;
        for (var i = 0; i < options?.Count; i++)
        {
            var option = options[i] as JsonObject ?? [];
            Name(errors, $"{path}.{i}.name", option["name"], slash: true);
            errors.Length($"{path}.{i}.description", option["description"], 100, 1, required: true);
            Translations(errors, $"{path}.{i}", option, slash: true);
            var choices = option["choices"] as JsonArray;
            errors.Count($"{path}.{i}.choices", choices, 25);
            for (var c = 0; c < choices?.Count; c++)
                errors.Length($"{path}.{i}.choices.{c}.name", choices[c]?["name"], 100, 1, required: true);
            if ((bool?)option["autocomplete"] == true && choices is { Count: > 0 })
                errors.Add($"{path}.{i}.autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES", "Choices and autocomplete exclude each other");
            if ((bool?)option["required"] == true && optionalSeen)
                errors.Add($"{path}.{i}", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
            optionalSeen |= (bool?)option["required"] != true;
            if (option["options"] is JsonArray nested)
            {
                if (depth >= 2)
                    errors.Add($"{path}.{i}.options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Groups nest one level deep");
                Options(errors, $"{path}.{i}.options", nested, depth + 1);
            }
        }
    }

    private static void Name(FormErrors errors, string path, JsonNode? name, bool slash)
    {
        errors.Length(path, name, 32, 1, required: true);
        if (slash && (string?)name is { Length: > 0 } text && (!SlashName().IsMatch(text) || text != text.ToLowerInvariant()))
            errors.Add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }

    private static void Translations(FormErrors errors, string path, JsonObject node, bool slash)
    {
        foreach (var (locale, name) in node["name_localizations"] as JsonObject ?? [])
        {
            Locale($"{path}.name_localizations", locale);
            Name(errors, $"{path}.name_localizations.{locale}", name, slash);
        }
        foreach (var (locale, text) in node["description_localizations"] as JsonObject ?? [])
        {
            Locale($"{path}.description_localizations", locale);
            errors.Length($"{path}.description_localizations.{locale}", text, 100, 1, required: true);
        }

        void Locale(string at, string locale)
        {
            if (!Locales.Contains(locale)) errors.Add(at, "DICT_KEY_ENUM", $"{locale} is no locale.");
        }
    }

    /// <summary>Names, descriptions and values count, in their longest translation.</summary>
    private static int Size(JsonObject node)
    {
        var size = 0;
        foreach (var part in new[] { "name", "description", "value" })
        {
            var own = (node[part] as JsonValue)?.ToString().Length ?? 0;
            var translated = (node[$"{part}_localizations"] as JsonObject)?.Select(t => ((string?)t.Value)?.Length ?? 0).DefaultIfEmpty().Max() ?? 0;
            size += Math.Max(own, translated);
        }
        foreach (var list in new[] { "options", "choices" })
            size += (node[list] as JsonArray)?.OfType<JsonObject>().Sum(Size) ?? 0;
        return size;
    }

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\u0900-\u097F\u0E00-\u0E7F]{1,32}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SlashName();
}
