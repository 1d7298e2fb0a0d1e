using System.Buffers;
using System.Text.Json;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>
/// Finds in the descriptions of connections what calls they describe. A call of an operation gets its method, path, query and
/// headers, so that it is checked, timed and compiled as one that writes them itself.
/// </summary>
internal sealed class DescribedCalls(JsonDocumentReader reader, IReadOnlyDictionary<ConnectionId, ApiDescription> descriptions)
{
    private const string ContentType = "Content-Type";
    private const string UseGet = "use an operation with the method GET";

    /// <summary>The steps of a scope and of the scopes inside.</summary>
    public StepScope In(StepScope scope) => scope with { Steps = [.. scope.Steps.Select(Of)] };

    private FlowStep Of(FlowStep step) =>
        step switch
        {
            ForEachStep loop => loop with { Body = In(loop.Body) },
            ParallelStep parallel => new ParallelStep(parallel.Label, parallel.Pointer)
            {
                Description = parallel.Description,
                Undo = parallel.Undo,
                Branches = [.. parallel.Branches.Select(branch => branch with { Body = In(branch.Body) })],
                OnError = parallel.OnError,
                Next = parallel.Next,
            },
            RestApiStep call when descriptions.TryGetValue(call.Connection, out var description) => call.Operation is { } name
                ? description.Find(name) is { } operation
                    ? Resolve(call, operation)
                    : call
                : call with
                {
                    Described = DescribedPath.Match(description, call).Operation,
                },
            _ => step,
        };

    private RestApiStep Resolve(RestApiStep call, ApiOperation operation)
    {
        // The step did not say the method that these need.
        if (call.Paging is { } paging)
        {
            CallsThatRead.CheckPaging(reader, paging.Pointer, operation.Method, UseGet);
        }

        if (call.Fallback is not null)
        {
            CallsThatRead.CheckFallback(reader, call.Pointer + "/fallback", operation.Method, UseGet);
        }

        var given = call.Parameters is { } parameters ? parameters.Json.EnumerateObject().ToList() : [];
        var headers = Of(operation, given, ApiParameterPlace.Header);
        if (call.Body is not null && TypeToName(operation) is { } type)
        {
            headers.Insert(0, new KeyValuePair<string, JsonElement>(ContentType, JsonElement.Parse($"\"{type}\"")));
        }

        return call with
        {
            Described = operation,
            Method = operation.Method,
            Path = new FlowValue(JsonElement.Parse(Quoted(operation.Path)), call.Pointer + "/operation"),
            PathValues = Value(call, Of(operation, given, ApiParameterPlace.Path)),
            Query = Value(call, Of(operation, given, ApiParameterPlace.Query)),
            Headers = Value(call, headers),
        };
    }

    private static List<KeyValuePair<string, JsonElement>> Of(
        ApiOperation operation,
        List<JsonProperty> given,
        ApiParameterPlace place
    ) =>
        [
            .. from one in given
            where PlaceOf(operation, one.Name) == place
            select new KeyValuePair<string, JsonElement>(one.Name, one.Value),
        ];

    private static ApiParameterPlace? PlaceOf(ApiOperation operation, string name) =>
        operation.Parameter(name)?.Place ?? (operation.TakesUnlisted(name) ? ApiParameterPlace.Query : null);

    // The members keep their places in the document: they are those of "parameters".
    private static FlowValue? Value(RestApiStep call, List<KeyValuePair<string, JsonElement>> members)
    {
        if (members.Count == 0)
        {
            return null;
        }

        var written = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(written))
        {
            json.WriteStartObject();
            foreach (var (name, value) in members)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return new FlowValue(JsonElement.Parse(written.WrittenSpan), call.Pointer + "/parameters");
    }

    // A body is written as JSON unless the header names another type.
    private static string? TypeToName(ApiOperation operation) =>
        operation.Body?.Content is [{ Key: var type }, ..]
        && type != "application/json"
        && !type.Contains('*')
        && !type.Contains('"')
            ? type
            : null;

    private static string Quoted(string text) => JsonEncodedText.Encode(text) is var encoded ? $"\"{encoded}\"" : "";
}
