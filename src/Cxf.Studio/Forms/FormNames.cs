using System.Text.Json;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Editing;
using Cxf.Local.ApiImport;

namespace Cxf.Studio.Forms;

/// <summary>What the fields of a form offer to choose from, and what they say of a call to a described API.</summary>
/// <param name="Connections">The tenant's connections.</param>
/// <param name="Flows">The tenant's flows.</param>
/// <param name="Descriptions">What is known of the APIs that the connections lead to.</param>
public sealed record FormNames(
    IReadOnlyList<string> Connections,
    IReadOnlyList<string> Flows,
    IReadOnlyDictionary<ConnectionId, ApiDescription> Descriptions
)
{
    /// <summary>The names that a member can have as its value; none if it can be anything.</summary>
    /// <param name="flow">The text on the screen.</param>
    /// <param name="pointer">The location of the member.</param>
    public IReadOnlyList<string> Of(EditableFlow flow, string pointer) =>
        JsonPointer.Last(pointer) switch
        {
            "connection" => Connections,
            "flowId" => Flows,
            "operation" => [.. DescriptionOf(flow, pointer)?.Operations.Keys ?? []],
            "path" => [.. DescriptionOf(flow, pointer)?.Operations.Values.Select(operation => operation.Path).Distinct() ?? []],
            _ => [],
        };

    /// <summary>
    /// What the third party says of a member of a call, a line for each name; none if it says nothing.
    /// </summary>
    public IReadOnlyList<string> Hints(EditableFlow flow, string pointer) =>
        JsonPointer.Last(pointer) is "operation" or "parameters" or "body" && OperationOf(flow, pointer) is { } operation
            ? JsonPointer.Last(pointer) switch
            {
                "operation" => [ApiWords.Of(operation)],
                "parameters" => [.. operation.Parameters.Select(one => $"{one.Name}: {ApiWords.Of(one)}")],
                _ => [.. HintsOf(operation.Body)],
            }
            : [];

    private static IEnumerable<string> HintsOf(ApiBody? body)
    {
        if (body?.Content is not [var content, ..])
        {
            return [];
        }

        var members = ObjectSchema.Of(content.Value);
        return members.Sent.Select(one =>
            $"{one.Key}: {(members.Required.Contains(one.Key) ? "required, " : "")}{ApiWords.Of(one.Value)}"
        );
    }

    private ApiOperation? OperationOf(EditableFlow flow, string pointer) =>
        Beside(flow, pointer, "operation") is { } name ? DescriptionOf(flow, pointer)?.Find(name)
        : Beside(flow, pointer, "method") is { } method && Beside(flow, pointer, "path") is { } path
            ? DescriptionOf(flow, pointer)?.Find($"{method} {path}")
        : null;

    private ApiDescription? DescriptionOf(EditableFlow flow, string pointer) =>
        Beside(flow, pointer, "connection") is { } name && ConnectionId.TryParse(name, out var connection)
            ? Descriptions.GetValueOrDefault(connection)
            : null;

    private static string? Beside(EditableFlow flow, string pointer, string member) =>
        flow.Get(JsonPointer.Append(JsonPointer.Parent(pointer), member)) is { ValueKind: JsonValueKind.String } value
            ? value.GetString()
            : null;
}
