using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ChatBot.Knowledge.Text;

namespace ChatBot.Operations;

/// <summary>Reads and writes JSON lines: one object a line, in UTF-8.</summary>
internal static class JsonLines
{
    /// <summary>The name that stands for standard input or output.</summary>
    public const string Standard = "-";

    /// <summary>All objects of a file; blank lines are skipped.</summary>
    /// <param name="path">The file, or <see cref="Standard"/> for standard input.</param>
    /// <param name="form">What an object is.</param>
    /// <param name="input">Standard input.</param>
    /// <exception cref="FormatException">A line is no such object; the message names file and line.</exception>
    public static List<T> Read<T>(string path, JsonTypeInfo<T> form, TextReader input) => [.. Read(path, form, input, _ => null).Select(read => read.Value)];

    private static List<(int Line, T Value)> Read<T>(string path, JsonTypeInfo<T> form, TextReader input, Func<T, string?> faultOf)
    {
        if (path != Standard && !File.Exists(path)) throw new FormatException($"{path}: there is no such file.");
        using var file = path == Standard ? null : new StreamReader(path);
        var lines = file ?? input;
        var objects = new List<(int Line, T Value)>();
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                if (Fault(line, form) is { } fault) throw new FormatException($"{path}, line {number}: {fault} Each line must be an object {Form(form)}.");
                objects.Add((number, JsonSerializer.Deserialize(line, form) ?? throw new InvalidOperationException("An object was read as null.")));
                if (faultOf(objects[^1].Value) is { } meaning) throw new FormatException($"{path}, line {number}: {meaning}");
            }
            catch (JsonException failure)
            {
                throw new FormatException($"{path}, line {number}: {Reason(failure)} Each line must be an object {Form(form)}.", failure);
            }
        }
        return objects;
    }

    /// <summary>As <see cref="Read{T}"/>, where no two objects may have the same id.</summary>
    /// <param name="path">The file, or <see cref="Standard"/> for standard input.</param>
    /// <param name="form">What an object is.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="id">An object's id.</param>
    /// <param name="faultOf">What is wrong with an object that has the form, in words with the remedy; null: nothing.</param>
    /// <exception cref="FormatException">A line is no such object, or an id is given twice; the message names file and line.</exception>
    public static List<T> ReadDistinct<T>(string path, JsonTypeInfo<T> form, TextReader input, Func<T, string> id, Func<T, string?>? faultOf = null)
    {
        var objects = Read(path, form, input, faultOf ?? (_ => null));
        var twice = objects.GroupBy(read => id(read.Value), StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.ToList();
        return twice is null ? [.. objects.Select(read => read.Value)]
            : throw new FormatException($"{path}, line {twice[1].Line}: the id '{id(twice[1].Value)}' is that of line {twice[0].Line} already; give each line its own.");
    }

    /// <summary>Writes objects as they come; nothing is buffered beyond a block.</summary>
    /// <param name="path">The file, which is replaced, or <see cref="Standard"/> for standard output.</param>
    /// <param name="objects">The objects.</param>
    /// <param name="form">What an object is.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="cancellation">Stops between two lines.</param>
    /// <returns>How many were written.</returns>
    public static async Task<int> WriteAsync<T>(string path, IEnumerable<T> objects, JsonTypeInfo<T> form, TextWriter output, CancellationToken cancellation) =>
        await WriteAsync(path, objects.Select(value => JsonSerializer.Serialize(value, form)), output, cancellation);

    /// <summary>Writes lines that are JSON already.</summary>
    public static async Task<int> WriteAsync(string path, IEnumerable<string> lines, TextWriter output, CancellationToken cancellation)
    {
        if (path != Standard && Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder)) throw new FormatException($"{path} can't be written: there is no folder {folder}.");
        await using var file = path == Standard ? null : new StreamWriter(path) { NewLine = "\n" };
        var count = 0;
        foreach (var line in lines)
        {
            cancellation.ThrowIfCancellationRequested();
            await (file ?? output).WriteLineAsync(line);
            count++;
        }
        await (file ?? output).FlushAsync(cancellation);
        return count;
    }

    /// <summary>The fields of an object, as messages and helps show them: <c>{"id","question","history"?}</c>.</summary>
    public static string Form<T>(JsonTypeInfo<T> form) => $"{{{string.Join(",", form.Properties.Select(field => $"\"{field.Name}\"{(field.IsRequired ? "" : "?")}"))}}}";

    /// <summary>What is missing, null or (where the form allows no others) unknown in a line, in words; null where nothing is.</summary>
    private static string? Fault<T>(string line, JsonTypeInfo<T> form)
    {
        using var parsed = JsonDocument.Parse(line);
        if (parsed.RootElement.ValueKind != JsonValueKind.Object) return "it is no JSON object.";
        foreach (var field in form.Properties.Where(field => field.IsRequired))
            if (!parsed.RootElement.TryGetProperty(field.Name, out var value) || value.ValueKind == JsonValueKind.Null) return $"the field '{field.Name}' is missing or null.";
        if (form.UnmappedMemberHandling == JsonUnmappedMemberHandling.Disallow)
            foreach (var field in parsed.RootElement.EnumerateObject().Where(field => !form.Properties.Any(known => known.Name == field.Name)))
                return $"the field '{field.Name}' is unknown{(NearestName.Of(field.Name, form.Properties.Select(known => known.Name)) is { } nearest ? $"; did you mean '{nearest}'?" : ".")}";
        return parsed.RootElement.EnumerateObject().FirstOrDefault(field => HasNull(field.Value)) is { Value.ValueKind: not JsonValueKind.Undefined } holey ? $"the field '{holey.Name}' has a null in its list." : null;
    }

    private static bool HasNull(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array && list.EnumerateArray().Any(element => element.ValueKind == JsonValueKind.Null || HasNull(element));

    /// <summary>The parser's own words without the parts that only a program understands.</summary>
    private static string Reason(JsonException failure)
    {
        var reason = failure.Message.Split(" Path: ", 2)[0].Split(" LineNumber: ", 2)[0].TrimEnd(' ', '|', '.');
        if (reason.StartsWith("Duplicate property", StringComparison.Ordinal)) return "a field is given twice.";
        // The text is JSON by now, so what remains is about a field, and in words of the program's own types.
        return failure.Path is { } path && path.TrimStart('$', '.') is { Length: > 0 } field ? $"the field '{field}' has a value of the wrong kind."
            : reason.StartsWith("The JSON value could not be converted", StringComparison.Ordinal) || reason.StartsWith("JSON deserialization", StringComparison.Ordinal) || reason.StartsWith("The constructor parameter", StringComparison.Ordinal)
            ? "a field has a value of the wrong kind."
            : $"not JSON ({reason}).";
    }
}
