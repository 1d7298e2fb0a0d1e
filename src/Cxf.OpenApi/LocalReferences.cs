using System.Runtime.InteropServices;
using System.Text.Json;
using Cxf.Documents;

namespace Cxf.OpenApi;

/// <summary>
/// What the parts of a document refer to. A reference into a component (<c>#/components/schemas/Tag/allOf/0</c>), which the
/// reader of OpenAPI does not follow, becomes a component of its own.
/// </summary>
internal sealed class LocalReferences
{
    /// <summary>The extension of a parameter that is a list in one text.</summary>
    public const string JoinedList = "x-cxf-joined";

    /// <summary>The extension of a schema that allows null: the reader forgets it where the schema names no type.</summary>
    public const string Nullable = "x-cxf-nullable";

    /// <summary>How many references may lead to each other.</summary>
    private const int MaxReferences = 32;

    // Before OpenAPI 3.1 nothing beside a reference counts, but the authors of documents mean these.
    private static readonly string[] BesideReferences =
    [
        "nullable",
        "x-nullable",
        "readOnly",
        "writeOnly",
        "required",
        "properties",
    ];

    private readonly JsonElement _root;
    private readonly bool _isVersion2;

    // By pointer: the members of the document's large objects. To look for one of thousands in JSON each time takes minutes.
    private readonly Dictionary<string, Dictionary<string, JsonElement>> _indexes = new(StringComparer.Ordinal);

    // Where the types are that are parts of other components.
    private readonly Dictionary<string, string> _typesByName = new(StringComparer.Ordinal);

    public LocalReferences(JsonElement root) => (_root, _isVersion2) = (root, root.TryGetProperty("swagger", out _));

    /// <summary>
    /// Adds the components that an element refers to; returns how many bytes they have. The types among them are only named.
    /// </summary>
    public long AddReachable(JsonElement element, HashSet<string> components)
    {
        var size = 0L;
        var open = new Stack<string>(TargetsIn(element));
        while (open.TryPop(out var reference))
        {
            if (components.Add(reference) && Find(reference) is { } target && !IsType(reference))
            {
                size += JsonMarshal.GetRawUtf8Value(target).Length;
                foreach (var next in TargetsIn(target))
                {
                    open.Push(next);
                }
            }
        }

        return size;
    }

    /// <summary>Adds a type as a whole; null if no type has this name.</summary>
    public JsonElement? AddType(string name, HashSet<string> components, HashSet<string> whole)
    {
        var reference = _typesByName.GetValueOrDefault(name) ?? $"#/{Types}/{Escape(name)}";
        if (Find(reference) is not { } type)
        {
            return null;
        }

        components.Add(reference);
        whole.Add(reference);
        components.UnionWith(TargetsIn(type));
        return type;
    }

    /// <summary>Writes an element; references into components are written as references to components.</summary>
    public void Write(JsonElement element, Utf8JsonWriter json)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(element, json);
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(item, json);
                }

                json.WriteEndArray();
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }

    private void WriteObject(JsonElement element, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var member in element.EnumerateObject())
        {
            if (member is { Name: "$ref", Value.ValueKind: JsonValueKind.String })
            {
                WriteReference(member.Value.GetString()!, element, json);
            }
            else if (member.Name == "additionalProperties" && Member(element, "patternProperties") is not null)
            {
                // A member that matches a pattern is not one of the others, and the reader knows patterns only since OpenAPI 3.1.
                json.WriteStartObject(member.Name);
                json.WriteEndObject();
            }
            else
            {
                json.WritePropertyName(member.Name);
                Write(member.Value, json);
            }
        }

        if (_isVersion2 && IsJoinedList(element))
        {
            json.WriteBoolean(JoinedList, true);
        }

        if (IsTrue(element, "nullable") || IsTrue(element, "x-nullable"))
        {
            json.WriteBoolean(Nullable, true);
        }

        json.WriteEndObject();
    }

    // The reader forgets what is said beside a reference to a type, but not what is said beside a list of types to meet.
    private void WriteReference(string reference, JsonElement holder, Utf8JsonWriter json)
    {
        var isPart = IsType(reference) && holder.EnumerateObject().Any(member => BesideReferences.Contains(member.Name));
        if (isPart && Member(holder, "allOf") is null)
        {
            json.WriteStartArray("allOf");
            json.WriteStartObject();
            json.WriteString("$ref", Written(reference));
            json.WriteEndObject();
            json.WriteEndArray();
        }
        else
        {
            json.WriteString("$ref", Written(reference));
        }
    }

    private static bool IsTrue(JsonElement element, string member) =>
        Member(element, member) is { ValueKind: JsonValueKind.True };

    // In Swagger 2.0 a list in the query is one text unless the document says otherwise, which the reader does not report.
    private static bool IsJoinedList(JsonElement element) =>
        Is(element, "in", "query") && Is(element, "type", "array") && !Is(element, "collectionFormat", "multi");

    private static bool Is(JsonElement element, string member, string text) =>
        Member(element, member) is { ValueKind: JsonValueKind.String } value && value.ValueEquals(text);

    /// <summary>Writes the components that are reachable, in their places.</summary>
    public void WriteSections(HashSet<string> components, HashSet<string> whole, Utf8JsonWriter json)
    {
        var sections = components
            .OrderBy(reference => !whole.Contains(reference))
            .Select(reference => (Reference: reference, Place: PlaceOf(reference), Target: Find(reference)))
            .Where(one => one is { Place: not null, Target: not null } && (IsType(one.Reference) || Ends(one.Target.Value)))
            .DistinctBy(one => one.Place)
            .GroupBy(one => one.Place!.Value.Section);
        if (!_isVersion2)
        {
            json.WriteStartObject("components");
            if (Member(Member(_root, "components"), "securitySchemes") is { } schemes)
            {
                json.WritePropertyName("securitySchemes");
                schemes.WriteTo(json);
            }
        }

        foreach (var section in sections)
        {
            json.WriteStartObject(section.Key);
            foreach (var (reference, place, target) in section)
            {
                json.WritePropertyName(place!.Value.Name);
                if (IsType(reference) && !whole.Contains(reference))
                {
                    WriteName(target!.Value, json);
                }
                else
                {
                    Write(target!.Value, json);
                }
            }

            json.WriteEndObject();
        }

        if (!_isVersion2)
        {
            json.WriteEndObject();
        }
    }

    // The reader fails at what refers to itself, unless it is a type.
    private bool Ends(JsonElement target)
    {
        var next = target;
        for (var count = 0; count < MaxReferences; count++)
        {
            if (Member(next, "$ref") is not { ValueKind: JsonValueKind.String } reference)
            {
                return true;
            }

            next = Find(reference.GetString()!) ?? default;
        }

        return false;
    }

    // What is said of a type elsewhere: of a list as a parameter it matters that it is one.
    private static void WriteName(JsonElement type, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (Member(type, "type") is { } kind)
        {
            json.WritePropertyName("type");
            kind.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private string Types => _isVersion2 ? "definitions" : "components/schemas";

    private bool IsType(string reference) => PlaceOf(reference) is ("definitions" or "schemas", _);

    private static List<string> TargetsIn(JsonElement element)
    {
        var found = new List<string>();
        Collect(element, found);
        return found;
    }

    private static void Collect(JsonElement element, List<string> found)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                if (member is { Name: "$ref", Value.ValueKind: JsonValueKind.String })
                {
                    found.Add(member.Value.GetString()!);
                }
                else
                {
                    Collect(member.Value, found);
                }
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, found);
            }
        }
    }

    private string Written(string reference) =>
        PlaceOf(reference) is var (section, name) ? $"#/{(_isVersion2 ? "" : "components/")}{section}/{Escape(name)}" : reference;

    private static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");

    // The section of the components and the name there; null for what is no local reference.
    private (string Section, string Name)? PlaceOf(string reference)
    {
        if (TokensOf(reference) is not { } tokens)
        {
            return null;
        }

        if (_isVersion2 ? tokens is [not "paths", _] : tokens is ["components", _, _])
        {
            return (tokens[^2], Named(reference, tokens[^1]));
        }

        if (tokens.Length <= 2)
        {
            return null;
        }

        // What is inside of a component, or of an operation, is nearly always a schema.
        var name = string.Join('.', tokens.Skip(_isVersion2 || tokens[0] == "paths" ? 1 : 2));
        return IsSchema(tokens) ? (_isVersion2 ? "definitions" : "schemas", Named(reference, name))
            : tokens[^2] is "parameters" or "responses" ? (tokens[^2], Named(reference, name))
            : tokens[^1] == "requestBody" ? ("requestBodies", Named(reference, name))
            : null;
    }

    // A name with characters that the reader of OpenAPI takes for parts of a pointer gets another one.
    private string Named(string reference, string name)
    {
        var plain = name.Replace('/', '-').Replace('~', '-');
        if (plain != name || plain.Contains('.'))
        {
            _typesByName[plain] = reference;
        }

        return plain;
    }

    private static bool IsSchema(string[] tokens) =>
        tokens.Any(token =>
            token is "schemas" or "schema" or "definitions" or "properties" or "items" or "allOf" or "anyOf" or "oneOf"
        );

    /// <summary>What a path says: of a path that refers to another place, what is there.</summary>
    public JsonElement PathItem(JsonElement item) =>
        Member(item, "$ref") is { ValueKind: JsonValueKind.String } reference
        && Find(reference.GetString()!) is { ValueKind: JsonValueKind.Object } target
        && Member(target, "$ref") is null
            ? target
            : item;

    private JsonElement? Find(string reference)
    {
        if (TokensOf(reference) is not { } tokens)
        {
            return null;
        }

        var depth = tokens.Length > 1 && tokens[0] == "components" ? 3 : 2;
        if (tokens.Length < depth)
        {
            return null;
        }

        JsonElement? element = Index([.. tokens.Take(depth - 1)]).TryGetValue(tokens[depth - 1], out var indexed)
            ? indexed
            : null;
        foreach (var token in tokens.Skip(depth))
        {
            element = element is { ValueKind: JsonValueKind.Array } list
                ? int.TryParse(token, out var index) && index >= 0 && index < list.GetArrayLength()
                    ? list[index]
                    : null
                : Member(element, token);
        }

        return element;
    }

    /// <summary>The members of one of the document's large objects, by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Index(params string[] way)
    {
        var key = string.Join('/', way);
        if (!_indexes.TryGetValue(key, out var index))
        {
            _indexes[key] = index = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            var holder = way.Aggregate((JsonElement?)_root, Member);
            foreach (var member in holder is { ValueKind: JsonValueKind.Object } value ? value.EnumerateObject() : default)
            {
                index[member.Name] = member.Value;
            }
        }

        return index;
    }

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var member) ? member : null;

    private static string[]? TokensOf(string reference) =>
        reference.StartsWith("#/", StringComparison.Ordinal)
            ? [.. reference[2..].Split('/').Select(token => JsonPointer.Unescape(Uri.UnescapeDataString(token)))]
            : null;
}
