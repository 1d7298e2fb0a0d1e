using System.CommandLine;
using System.CommandLine.Parsing;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Cxf.Local.Schemas;

namespace Cxf.Local.Commands;

/// <summary>
/// <c>cxf schema</c>: prints the JSON Schema of a kind of document, or writes the schemas to a folder, so that editors find them
/// without a network.
/// </summary>
internal static class SchemaCommand
{
    private static readonly string[] Names = [.. DocumentSchema.All.Select(schema => schema.Name)];

    private static readonly Argument<string[]> Kinds = new("kind")
    {
        Description =
            $"The kind of document: {string.Join(", ", Names)} (the test cases of contact flows; the tests of a flow are a part "
            + "of the flow). Default: all.",
        Arity = ArgumentArity.ZeroOrMore,
        Validators = { RefuseUnknown },
    };

    private static readonly Option<DirectoryInfo> Out = new("--out")
    {
        HelpName = "folder",
        Description = "Write the schemas to this folder. Existing ones are replaced.",
    };

    private static readonly Option<TenantId?> Tenant = new("--tenant")
    {
        HelpName = "id",
        Description =
            "Let the schema of flows also complete what the descriptions of this tenant's connections have: operations, "
            + "parameters, bodies.",
        CustomParser = ConnectionCommand.ReadTenant,
    };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        var command = new Command("schema", "Print the JSON Schema of a kind of document, or write the schemas to a folder.")
        {
            Kinds,
            Out,
            Tenant,
            ConnectionCommand.Configuration,
            TargetOptions.Json,
        };
        command.Validators.Add(CheckTogether);
        command.SetAction((arguments, cancellationToken) => RunAsync(lines, arguments, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Lines lines, ParseResult arguments, CancellationToken cancellationToken)
    {
        var names = arguments.GetValue(Kinds)!;
        var schemas = DocumentSchema.All.Where(schema => names.Length == 0 || names.Contains(schema.Name)).ToList();
        if (arguments.GetValue(Tenant) is { } tenant)
        {
            if (ConnectionCommand.FolderOf(arguments, tenant, out var problem) is not { } tenantFolder)
            {
                return TargetCommand.Refuse(lines, arguments, ExitCode.Refused, problem);
            }

            var connections = await TenantConnections.ReadAsync(tenantFolder, tenant, cancellationToken);
            schemas = [.. schemas.Select(schema => schema == DocumentSchema.Flow ? schema.For(tenant, connections) : schema)];
        }

        if (arguments.GetValue(Out) is not { } folder)
        {
            lines.WriteWhole(schemas[0].Write().TrimEnd());
            return ExitCode.Done;
        }

        var files = new WrittenFiles(folder.FullName);
        foreach (var schema in schemas)
        {
            await files.WriteAsync(schema.FileName, schema.Write(), cancellationToken);
        }

        files.Print(lines, arguments);
        return ExitCode.Done;
    }

    private static void RefuseUnknown(ArgumentResult result)
    {
        foreach (var name in result.Tokens.Select(token => token.Value).Except(Names))
        {
            result.AddError($"There is no schema \"{name}\". {Suggestion.Of(name, Names)}");
        }
    }

    private static void CheckTogether(CommandResult result)
    {
        if (result.GetResult(Out) is null && result.GetResult(Kinds) is not { Tokens.Count: 1 })
        {
            result.AddError($"Name one kind of document ({string.Join(", ", Names)}), or a folder for all schemas with --out.");
        }

        if (
            result.GetResult(Tenant) is not null
            && result.GetResult(Kinds) is { Tokens: { Count: > 0 } kinds }
            && kinds.All(kind => kind.Value != DocumentSchema.Flow.Name)
        )
        {
            result.AddError("--tenant is for the schema of flows. Name the kind flow, or leave --tenant out.");
        }

        if (result.GetResult(ConnectionCommand.Configuration) is not null && result.GetResult(Tenant) is null)
        {
            result.AddError("--config says where the tenant of --tenant is. Add --tenant, or leave --config out.");
        }
    }
}
