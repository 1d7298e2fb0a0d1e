using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Cxf.OpenApi;

/// <summary>
/// Divides a document into documents with some of its paths or some of its types each. The reader of OpenAPI needs twenty
/// times the memory of what it reads, so that a large document is read part by part. A type that belongs to another part is
/// only named.
/// </summary>
internal sealed class DocumentParts
{
    /// <summary>About how large a part may get, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    private static readonly string[] Always =
    [
        "openapi",
        "swagger",
        "info",
        "servers",
        "host",
        "basePath",
        "schemes",
        "security",
        "consumes",
        "produces",
        "securityDefinitions",
    ];

    private readonly JsonElement _root;
    private readonly LocalReferences _references;

    public DocumentParts(JsonElement root)
    {
        _root = root;
        _references = new LocalReferences(root);
    }

    /// <summary>The document without its paths: what it says of the API as a whole.</summary>
    public byte[] Head() => Write([], [], []);

    /// <summary>Documents with the operations of these paths.</summary>
    public IEnumerable<byte[]> OfPaths(IReadOnlyList<string> paths)
    {
        var all = _references.Index("paths");
        var (part, components, size) = (new List<string>(), new HashSet<string>(), 0L);
        foreach (var path in paths)
        {
            var item = PathItem(all[path]);
            size += SizeOf(item) + _references.AddReachable(item, components);
            part.Add(path);
            if (size > MaxBytes)
            {
                yield return Write(part, components, []);
                (part, components, size) = ([], [], 0);
            }
        }

        if (part.Count > 0)
        {
            yield return Write(part, components, []);
        }
    }

    /// <summary>A document with the first of these types; it takes them out.</summary>
    public byte[] OfTypes(Queue<string> names, ICollection<string> taken)
    {
        var (components, whole, size) = (new HashSet<string>(), new HashSet<string>(), 0L);
        while (size <= MaxBytes && names.TryDequeue(out var name))
        {
            taken.Add(name);
            if (_references.AddType(name, components, whole) is { } type)
            {
                size += SizeOf(type);
            }
        }

        return Write([], components, whole);
    }

    /// <summary>What a path says: of a path that refers to another place, what is there.</summary>
    public JsonElement PathItem(JsonElement item) => _references.PathItem(item);

    private static int SizeOf(JsonElement element) => JsonMarshal.GetRawUtf8Value(element).Length;

    private byte[] Write(List<string> paths, HashSet<string> components, HashSet<string> whole)
    {
        var written = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(written, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartObject();
            foreach (var member in _root.EnumerateObject().Where(member => Always.Contains(member.Name)))
            {
                member.WriteTo(json);
            }

            json.WriteStartObject("paths");
            foreach (var path in paths)
            {
                json.WritePropertyName(path);
                _references.Write(PathItem(_references.Index("paths")[path]), json);
            }

            json.WriteEndObject();
            _references.WriteSections(components, whole, json);
            json.WriteEndObject();
        }

        return written.WrittenSpan.ToArray();
    }
}
