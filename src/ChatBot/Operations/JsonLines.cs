using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ChatBot.Knowledge.Text;

namespace ChatBot.Operations;

/// <summary>Lines of a file are not what they must be.</summary>
/// <param name="problems">What is wrong, one line each, with file, line and remedy.</param>
internal sealed class JsonLinesException(IReadOnlyList<string> problems) : FormatException(string.Join(Environment.NewLine, problems))
{
    /// <summary>What is wrong, one line each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}

/// <summary>Reads and writes JSON lines: one object a line, in UTF-8.</summary>
internal static class JsonLines
{
    /// <summary>The name that stands for standard input or output.</summary>
    public const string Standard = "-";

    /// <summary>So many mistakes of a file are told.</summary>
    private const int MostTold = 20;

    /// <summary>All objects of a file; blank lines are skipped.</summary>
    /// <param name="path">The file, or <see cref="Standard"/> for standard input.</param>
    /// <param name="form">What an object is.</param>
    /// <param name="input">Standard input.</param>
    /// <exception cref="JsonLinesException">Lines are no such objects; file, line and remedy of each are told.</exception>
    public static List<T> Read<T>(string path, JsonTypeInfo<T> form, TextReader input)
    {
        var (objects, faults) = Parse(path, form, input, _ => []);
        return faults.Count == 0 ? [.. objects.Select(read => read.Value)] : throw Told(path, form, faults);
    }

    /// <summary>As <see cref="Read{T}"/>, where no two objects may have the same id.</summary>
    /// <param name="path">The file, or <see cref="Standard"/> for standard input.</param>
    /// <param name="form">What an object is.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="id">An object's id.</param>
    /// <param name="faultsOf">What is wrong with an object that has the form, in words with the remedy.</param>
    /// <exception cref="JsonLinesException">Lines are no such objects, or an id is given twice; file, line and remedy of each are told.</exception>
    public static List<T> ReadDistinct<T>(string path, JsonTypeInfo<T> form, TextReader input, Func<T, string> id, Func<T, IEnumerable<string>>? faultsOf = null)
    {
        var (objects, faults) = Parse(path, form, input, faultsOf ?? (_ => []));
        foreach (var same in objects.GroupBy(read => id(read.Value), StringComparer.Ordinal))
            faults.AddRange(same.Skip(1).Select(twice => new LineFault(twice.Line, string.Create(CultureInfo.InvariantCulture, $"the id '{same.Key}' is that of line {same.First().Line} already; give each line its own."))));
        return faults.Count == 0 ? [.. objects.Select(read => read.Value)] : throw Told(path, form, faults);
    }

    /// <param name="Line">Its number, from 1.</param>
    /// <param name="Words">What is wrong.</param>
    /// <param name="IsOfForm">Whether it isn't the object that it must be.</param>
    private readonly record struct LineFault(int Line, string Words, bool IsOfForm = false);

    private static (List<(int Line, T Value)> Objects, List<LineFault> Faults) Parse<T>(string path, JsonTypeInfo<T> form, TextReader input, Func<T, IEnumerable<string>> faultsOf)
    {
        if (path != Standard && !File.Exists(path)) throw new FormatException($"{path}: there is no such file.");
        using var file = path == Standard ? null : new StreamReader(path);
        var lines = file ?? input;
        var objects = new List<(int Line, T Value)>();
        var faults = new List<LineFault>();
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                var ofForm = Faults(line, form).ToList();
                faults.AddRange(ofForm.Select(fault => new LineFault(number, fault, true)));
                if (ofForm.Count > 0) continue;
                var value = JsonSerializer.Deserialize(line, form) ?? throw new InvalidOperationException("An object was read as null.");
                objects.Add((number, value));
                faults.AddRange(faultsOf(value).Select(fault => new LineFault(number, fault)));
            }
            catch (JsonException failure)
            {
                faults.Add(new LineFault(number, Reason(failure), true));
            }
        }
        return (objects, faults);
    }

    /// <summary>All that is wrong with a file, in the order of its lines; what each line must be is said once.</summary>
    private static JsonLinesException Told<T>(string path, JsonTypeInfo<T> form, List<LineFault> faults)
    {
        var inOrder = faults.OrderBy(fault => fault.Line).ToList();
        var lastOfForm = inOrder.Take(MostTold).ToList().FindLastIndex(fault => fault.IsOfForm);
        var told = inOrder.Take(MostTold).Select((fault, i) => string.Create(CultureInfo.InvariantCulture, $"{path}, line {fault.Line}: {fault.Words}{(i == lastOfForm ? $" Each line must be an object {Form(form)}." : "")}"));
        return new JsonLinesException([.. told, .. inOrder.Count > MostTold ? [string.Create(CultureInfo.InvariantCulture, $"{path}: {inOrder.Count - MostTold} more mistakes.")] : Array.Empty<string>()]);
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

    /// <summary>What is missing, null or (where the form allows no others) unknown in a line, in words.</summary>
    private static IEnumerable<string> Faults<T>(string line, JsonTypeInfo<T> form)
    {
        using var parsed = JsonDocument.Parse(line);
        if (parsed.RootElement.ValueKind != JsonValueKind.Object)
        {
            yield return "it is no JSON object.";
            yield break;
        }
        foreach (var field in form.Properties.Where(field => field.IsRequired))
            if (!parsed.RootElement.TryGetProperty(field.Name, out var value) || value.ValueKind == JsonValueKind.Null) yield return $"the field '{field.Name}' is missing or null.";
        if (form.UnmappedMemberHandling == JsonUnmappedMemberHandling.Disallow)
            foreach (var field in parsed.RootElement.EnumerateObject().Where(field => !form.Properties.Any(known => known.Name == field.Name)))
                yield return $"the field '{field.Name}' is unknown{(NearestName.Of(field.Name, form.Properties.Select(known => known.Name)) is { } nearest ? $"; did you mean '{nearest}'?" : ".")}";
        foreach (var holey in parsed.RootElement.EnumerateObject().Where(field => HasNull(field.Value))) yield return $"the field '{holey.Name}' has a null in its list.";
    }

    private static bool HasNull(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array && list.EnumerateArray().Any(element => element.ValueKind == JsonValueKind.Null || HasNull(element));

    /// <summary>The parser's own words without the parts that only a program understands.</summary>
    private static string Reason(JsonException failure)
    {
        var reason = failure.Message.Split(" Path: ", 2)[0].Split(" LineNumber: ", 2)[0].TrimEnd(' ', '|', '.');
        if (reason.Contains("trailing comma", StringComparison.Ordinal)) return "not JSON (a comma stands before a closing bracket; take it out).";
        if (reason.StartsWith("Duplicate property", StringComparison.Ordinal)) return "a field is given twice.";
        // The text is JSON by now, so what remains is about a field, and in words of the program's own types.
        return failure.Path is { } path && path.TrimStart('$', '.') is { Length: > 0 } field ? $"the field '{field}' has a value of the wrong kind."
            : reason.StartsWith("The JSON value could not be converted", StringComparison.Ordinal) || reason.StartsWith("JSON deserialization", StringComparison.Ordinal) || reason.StartsWith("The constructor parameter", StringComparison.Ordinal)
            ? "a field has a value of the wrong kind."
            : $"not JSON ({reason}).";
    }
}
