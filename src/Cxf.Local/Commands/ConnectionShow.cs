using System.CommandLine;
using System.Text.Json.Nodes;
using Cxf.Flows.ApiDescriptions;
using Cxf.Local.ApiImport;
using Cxf.Local.Output;
using Cxf.Local.Stores;

namespace Cxf.Local.Commands;

/// <summary>
/// <c>cxf connection show</c>: the operations that the description of a connection has, or one of them in full.
/// </summary>
internal static class ConnectionShow
{
    private static readonly Argument<string?> Operation = new("operation")
    {
        Description = "One operation to show in full: its id, or its method and path. Default: a list of all.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        var command = new Command(
            "show",
            "Show the operations of a connection's API, or one of them with its parameters and answers."
        )
        {
            ConnectionCommand.Connection,
            Operation,
            ConnectionCommand.Tenant,
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

        var id = arguments.GetValue(ConnectionCommand.Connection)!.Value;
        if (!File.Exists(DescriptionFiles.Of(folder, id)))
        {
            return TargetCommand.Refuse(
                lines,
                arguments,
                ExitCode.Refused,
                $"The connection \"{id}\" has no description. Import it: "
                    + DescriptionFiles.ImportCommand($"{arguments.GetValue(ConnectionCommand.Tenant)}", id.Value)
            );
        }

        var (description, unread) = await StoredDescription.ReadAsync(folder, id, cancellationToken);
        if (description is null)
        {
            return TargetCommand.Refuse(lines, arguments, ExitCode.Refused, unread);
        }

        if (arguments.GetValue(Operation) is not { } name)
        {
            PrintAll(lines, arguments, description);
            return ExitCode.Done;
        }

        if (description.Find(name) is not { } operation)
        {
            return TargetCommand.Refuse(
                lines,
                arguments,
                ExitCode.Refused,
                $"The API has no operation \"{name}\". {description.Suggest(name)}"
            );
        }

        if (arguments.GetValue(TargetOptions.Json))
        {
            lines.WriteWhole(OperationText.Json(operation).ToJsonString(JsonFiles.Readable));
        }
        else
        {
            OperationText.Print(operation, lines);
        }

        return ExitCode.Done;
    }

    private static void PrintAll(Lines lines, ParseResult arguments, ApiDescription description)
    {
        if (arguments.GetValue(TargetOptions.Json))
        {
            var all = description.Operations.Values.Select(operation =>
                KeyValuePair.Create(operation.Id, (JsonNode?)JsonValue.Create(operation.ToString()))
            );
            lines.WriteWhole(
                new JsonObject
                {
                    ["title"] = description.Title,
                    ["version"] = description.Version,
                    ["openapi"] = description.OpenApi,
                    ["from"] = description.From,
                    ["operations"] = new JsonObject(all),
                }.ToJsonString(JsonFiles.Readable)
            );
            return;
        }

        lines.Write($"{description.Title} {description.Version}, OpenAPI {description.OpenApi}, from {description.From}");
        var width = description.Operations.Keys.Select(id => id.Length).DefaultIfEmpty(0).Max();
        foreach (var operation in description.Operations.Values)
        {
            var notes =
                operation.IsDeprecated ? "  (deprecated)"
                : operation.Summary.Length > 0 ? "  " + operation.Summary
                : "";
            lines.Write(
                operation.Id == operation.ToString()
                    ? operation.Id + notes
                    : $"{operation.Id.PadRight(width)}  {operation}{notes}"
            );
        }
    }
}
