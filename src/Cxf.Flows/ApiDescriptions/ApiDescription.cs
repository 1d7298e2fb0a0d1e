using System.Text.Json;
using Cxf.Documents;

namespace Cxf.Flows.ApiDescriptions;

/// <summary>
/// What a third party says of its API, as <c>cxf connection import</c> stores it next to the connection: operations, and the
/// types that their schemas name. Only checks read it; a call never does.
/// </summary>
public sealed class ApiDescription
{
    /// <summary>The version of the format that is written and read.</summary>
    public const int Format = 1;

    /// <summary>
    /// The largest description, in bytes. Packed it must also fit an item of DynamoDB (<see cref="PackedDescription"/>).
    /// </summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    private readonly JsonElement _types;
    private readonly Dictionary<string, List<ApiOperation>> _byMethod = [];

    private ApiDescription(JsonElement root)
    {
        var source = root.Get("source");
        Title = source.Text("title") ?? "";
        Version = source.Text("version") ?? "";
        From = source.Text("from") ?? "";
        OpenApi = source.Text("openapi") ?? "";
        ListsRequired = !source.Flag("requiredUnknown");
        _types = root.Get("types");
        var operations = new Dictionary<string, ApiOperation>();
        foreach (var operation in root.Get("operations").Members())
        {
            if (operation.Value.Text("method") is { } method && operation.Value.Text("path") is { } path && path.StartsWith('/'))
            {
                var one = new ApiOperation(this, operation.Name, method, path, operation.Value);
                operations[operation.Name] = one;
                (_byMethod.TryGetValue(method, out var same) ? same : _byMethod[method] = []).Add(one);
            }
        }

        Operations = operations;
    }

    /// <summary>The name of the API.</summary>
    public string Title { get; }

    /// <summary>The version of the API, as its description says it.</summary>
    public string Version { get; }

    /// <summary>Where the description was read: a URL or the name of a file.</summary>
    public string From { get; }

    /// <summary>The version of OpenAPI that it was written in.</summary>
    public string OpenApi { get; }

    /// <summary>
    /// Whether the schemas of answers say which members are always there. Some descriptions never do; then no member is taken for
    /// optional.
    /// </summary>
    public bool ListsRequired { get; }

    /// <summary>The operations by ID.</summary>
    public IReadOnlyDictionary<string, ApiOperation> Operations { get; }

    /// <summary>The names of the named types.</summary>
    public IEnumerable<string> TypeNames => _types.Members().Select(type => type.Name);

    /// <summary>The operations with this method.</summary>
    public IReadOnlyList<ApiOperation> WithMethod(string method) => _byMethod.GetValueOrDefault(method) ?? [];

    /// <summary>
    /// The operation that a name means: its ID, or its method and path (<c>GET /leads/{id}</c>). Null for other names.
    /// </summary>
    public ApiOperation? Find(string name) =>
        Operations.TryGetValue(name, out var operation) ? operation
        : name.Split(' ') is [var method, ['/', ..] path] ? WithMethod(method).FirstOrDefault(one => one.Path == path)
        : null;

    /// <summary>Which operation a wrong name was probably meant to be, as a sentence or two.</summary>
    public string Suggest(string wrong)
    {
        IReadOnlyCollection<string> names =
            wrong.Contains(' ') || wrong.Contains('/')
                ? [.. Operations.Values.Select(operation => operation.ToString())]
                : [.. Operations.Keys];
        return Operations.Count == 0
            ? "The description has no operations: import it again with cxf connection import."
            : Suggestion.Of(wrong, names);
    }

    /// <summary>Reads a stored description; null with the reason if it cannot be read.</summary>
    public static ApiDescription? Read(ReadOnlyMemory<byte> utf8, out string? problem)
    {
        if (utf8.Length > MaxBytes)
        {
            problem = $"The description is larger than {MaxBytes / 1024 / 1024} MB.";
            return null;
        }

        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 128 });
            root = document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            problem = $"The description is not valid JSON (line {exception.LineNumber + 1}).";
            return null;
        }

        problem =
            root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format)
                ? "The file is not a description that cxf connection import wrote."
            : format.ValueKind != JsonValueKind.Number || !format.TryGetInt32(out var number) || number != Format
                ? $"The description has another format than {Format}."
            : null;
        return problem is null ? new ApiDescription(root) : null;
    }

    /// <summary>The stored schema of a named type, which may only name another; nothing if the description lacks it.</summary>
    internal JsonElement TypeJson(string name) => _types.Get(name);
}
