using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Cxf.ApiCalls.Connections;
using Cxf.Documents.Identifiers;
using Cxf.Local.ApiImport;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Cxf.Local.Stores;
using Cxf.OpenApi;

namespace Cxf.Local.Commands;

/// <summary>
/// <c>cxf connection import</c>: reads an OpenAPI document, stores what flows are checked with, and writes the connection
/// if the tenant does not have it.
/// </summary>
internal static class ConnectionImport
{
    private static readonly Argument<string> Source = new("document")
    {
        Description = "The OpenAPI document: a file or an https URL. OpenAPI 3.0, 3.1 or Swagger 2.0, JSON or YAML.",
    };

    private static readonly Option<ConnectionId?> As = new("--as")
    {
        HelpName = "id",
        Description = "The connection. It is written if it does not exist.",
        Required = true,
        CustomParser = ConnectionCommand.ReadId,
    };

    private static readonly Option<string[]> Operations = new("--operation")
    {
        HelpName = "id",
        Description = "Keep only this operation; can be given several times. Default: all.",
    };

    private static readonly Option<string[]> Paths = new("--path")
    {
        HelpName = "path",
        Description = "Keep only the operations whose path begins so; can be given several times. Default: all.",
    };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        var command = new Command("import", "Store what an OpenAPI document says of an API next to its connection.")
        {
            Source,
            ConnectionCommand.Tenant,
            As,
            Operations,
            Paths,
            ConnectionCommand.Configuration,
            TargetOptions.Json,
        };
        command.SetAction((arguments, cancellationToken) => RunAsync(lines, arguments, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Lines lines, ParseResult arguments, CancellationToken cancellationToken)
    {
        if (ConnectionCommand.FolderOf(arguments, out var problem) is not { } folder)
        {
            return TargetCommand.Refuse(lines, arguments, ExitCode.Refused, problem);
        }

        var source = await DocumentSource.ReadAsync(arguments.GetValue(Source)!, cancellationToken);
        if (source.Problem is { } unread)
        {
            return TargetCommand.Refuse(lines, arguments, ExitCode.Refused, unread);
        }

        var id = arguments.GetValue(As)!.Value;
        var file = Path.Combine(folder, "connections", id + ".json");
        var existing = await TenantConnections.FindAsync(folder, id, cancellationToken);
        var operations = arguments.GetValue(Operations) ?? [];
        var result = OpenApiImport.Read(
            source.Bytes,
            new ImportOptions
            {
                From = source.From,
                Operations = operations.Length > 0 ? operations.ToHashSet() : null,
                Paths = arguments.GetValue(Paths) ?? [],
                BaseUrl = existing?.BaseUrl,
            }
        );
        if (result.Description is not { } description)
        {
            return TargetCommand.Refuse(
                lines,
                arguments,
                ExitCode.Refused,
                string.Join(Environment.NewLine, result.Problems.Select(one => $"{source.From}: {one.Message} {one.Fix}"))
            );
        }

        var isNew = !File.Exists(file);
        if (isNew)
        {
            await JsonFiles.TryCreateAsync(file, ImportedConnection.Write(result.Connection!), cancellationToken);
        }

        var stored = DescriptionFiles.Of(folder, id);
        await JsonFiles.WriteAsync(stored, Encoding.UTF8.GetString(description.Span), cancellationToken);
        Print(lines, arguments, result, id, isNew ? file : null, stored, existing);
        return ExitCode.Done;
    }

    private static void Print(
        Lines lines,
        ParseResult arguments,
        ImportResult result,
        ConnectionId id,
        string? connection,
        string description,
        ApiConnection? existing
    )
    {
        if (arguments.GetValue(TargetOptions.Json))
        {
            lines.WriteWhole(Json(result, connection, description).ToJsonString(JsonFiles.Compact));
            return;
        }

        var kept = result.OperationsKept == result.OperationsFound ? "" : $" of {result.OperationsFound}";
        if (connection is not null)
        {
            lines.Write(connection);
        }

        lines.Write(description);
        var kilobytes = (result.Description!.Value.Length / 1024) + 1;
        lines.Write($"{result.Connection!.Name}: {result.OperationsKept}{kept} operations, {kilobytes} KB.");
        foreach (var note in ImportedConnection.Notes(result.Connection, existing, id))
        {
            lines.Write(note);
        }

        if (result.Unsupported.Count > 0)
        {
            lines.Write(
                "Not checked or not supported: "
                    + $"{string.Join(", ", result.Unsupported.Select(one => $"{one.Key} ({one.Value})"))}."
            );
        }

        var tenant = arguments.GetValue(ConnectionCommand.Tenant);
        lines.Write(
            $"Next: cxf connection show {id} --tenant {tenant}{ConfigOf(arguments)}, then write \"operation\" in a restApi step."
        );
    }

    private static JsonObject Json(ImportResult result, string? connection, string description) =>
        new()
        {
            ["files"] = new JsonArray([
                .. new[] { connection, description }.OfType<string>().Select(file => JsonValue.Create(file)),
            ]),
            ["operations"] = result.OperationsKept,
            ["operationsFound"] = result.OperationsFound,
            ["bytes"] = result.Description!.Value.Length,
            ["unsupported"] = new JsonObject(
                result.Unsupported.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)JsonValue.Create(one.Value)))
            ),
        };

    private static string ConfigOf(ParseResult arguments) =>
        arguments.GetValue(ConnectionCommand.Configuration) is { } folder ? $" --config {folder}" : "";
}
