using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

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
    public static List<T> Read<T>(string path, JsonTypeInfo<T> form, TextReader input)
    {
        if (path != Standard && !File.Exists(path)) throw new FormatException($"{path}: there is no such file.");
        using var file = path == Standard ? null : new StreamReader(path);
        var lines = file ?? input;
        var objects = new List<T>();
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                objects.Add(JsonSerializer.Deserialize(line, form) ?? throw new FormatException($"{path}, line {number}: null is not a JSON object. {Form(form)}"));
            }
            catch (JsonException failure)
            {
                throw new FormatException($"{path}, line {number}: {Reason(failure)} {Form(form)}", failure);
            }
        }
        return objects;
    }

    /// <summary>As <see cref="Read{T}"/>, where no two objects may have the same id.</summary>
    /// <exception cref="FormatException">A line is no such object, or an id is given twice.</exception>
    public static List<T> ReadDistinct<T>(string path, JsonTypeInfo<T> form, TextReader input, Func<T, string> id)
    {
        var objects = Read(path, form, input);
        var twice = objects.GroupBy(id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? objects : throw new FormatException($"{path}: the id '{twice.Key}' is given {twice.Count()} times; give each line its own.");
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

    private static string Form<T>(JsonTypeInfo<T> form)
    {
        var fields = form.Properties.Select(field => $"\"{field.Name}\"{(field.IsRequired ? "" : "?")}");
        return $"Each line must be an object {{{string.Join(", ", fields)}}}.";
    }

    /// <summary>The parser's own words without the parts that only a program understands.</summary>
    private static string Reason(JsonException failure)
    {
        var reason = failure.Message.Split(" Path: ", 2)[0].Split(" LineNumber: ", 2)[0].TrimEnd(' ', '|', '.');
        return reason.StartsWith("JSON deserialization", StringComparison.Ordinal) || reason.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)
            ? failure.Message.Contains("missing required", StringComparison.Ordinal) ? $"a field is missing ({Quoted(failure.Message)})." : "a field has a value of the wrong kind."
            : $"not JSON ({reason}).";
    }

    private static string Quoted(string message)
    {
        var from = message.LastIndexOf(": ", StringComparison.Ordinal);
        return from < 0 ? "see below" : message[(from + 2)..].TrimEnd('.');
    }
}
