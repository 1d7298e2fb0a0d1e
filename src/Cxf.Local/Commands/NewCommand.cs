using System.CommandLine;
using System.CommandLine.Parsing;
using Cxf.ApiCalls.Connections;
using Cxf.Documents.Identifiers;
using Cxf.Local.FlowDocuments;
using Cxf.Local.NewDocuments;
using Cxf.Local.Output;
using Cxf.Local.Schemas;
using Cxf.Local.Stores;

namespace Cxf.Local.Commands;

/// <summary><c>cxf new</c>: writes the first version of a tenant, a connection or a flow. Nothing is replaced.</summary>
internal static class NewCommand
{
    private static readonly Option<DirectoryInfo> Configuration = new("--config")
    {
        HelpName = "folder",
        Description = "The deployment folder, with instances.json and tenants/. Default: the current folder.",
    };

    private static readonly Argument<FlowReference> NewTenant = new("tenant")
    {
        Description = "The tenant's id.",
        CustomParser = ReadTenant,
    };

    private static readonly Argument<FlowReference> NewConnectionId = new("connection")
    {
        Description = "The connection: tenant/connection.",
        CustomParser = result => FlowReference.Read(result, needsFlow: true),
    };

    private static readonly Argument<FlowReference> NewFlowId = FlowReference.Argument();

    private static readonly Option<string> Instance = new("--instance")
    {
        HelpName = "ARN",
        Description =
            "The Amazon Connect instance that may act for the tenant. Default: the only one in instances.json, else an example.",
        Validators = { CheckInstance },
    };

    private static readonly Option<string> Url = new("--url")
    {
        Description = "The base URL of the third party.",
        DefaultValueFactory = _ => "https://api.example.com",
        Validators = { CheckUrl },
    };

    private static readonly Option<string> Auth = new Option<string>("--auth")
    {
        HelpName = "kind",
        Description = $"How calls authenticate: {string.Join(", ", NewConnection.Kinds)}.",
        DefaultValueFactory = _ => "none",
    }.AcceptOnlyFromAmong([.. NewConnection.Kinds]);

    private static readonly Option<string> Connection = new("--connection")
    {
        HelpName = "id",
        Description = "The connection that the flow calls. Default: the tenant's first one; none calls nothing.",
    };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines) =>
        new("new", "Write the first version of a tenant, a connection or a flow.")
        {
            Create(
                lines,
                "tenant",
                "A tenant with a flow, in a new or existing deployment folder.",
                TenantAsync,
                NewTenant,
                Instance
            ),
            Create(lines, "connection", "A connection to a third party.", ConnectionAsync, NewConnectionId, Url, Auth),
            Create(lines, "flow", "A flow with its tests.", FlowAsync, NewFlowId, Connection),
        };

    private static Command Create(
        Lines lines,
        string name,
        string description,
        Func<Lines, ParseResult, WrittenFiles, CancellationToken, Task<int>> run,
        Argument argument,
        params Option[] options
    )
    {
        var command = new Command(name, description) { argument };
        foreach (var option in options.Append(Configuration).Append(TargetOptions.Json))
        {
            command.Add(option);
        }

        command.SetAction(
            (arguments, cancellationToken) =>
                run(lines, arguments, new WrittenFiles(arguments.GetValue(Configuration)?.ToString() ?? ""), cancellationToken)
        );
        return command;
    }

    private static async Task<int> TenantAsync(
        Lines lines,
        ParseResult arguments,
        WrittenFiles files,
        CancellationToken cancellationToken
    )
    {
        var tenant = arguments.GetValue(NewTenant)!.Tenant;
        if (Directory.Exists(files.PathOf(TenantFolder(tenant))))
        {
            return TargetCommand.Refuse(lines, arguments, ExitCode.Refused, $"The tenant {tenant} exists already.");
        }

        var instancesFile = FolderConfigurationStore.InstancesFileName;
        var text = await JsonFiles.ReadAsync(files.PathOf(instancesFile), cancellationToken);
        if (NewBinding.Problem(text) is { } problem)
        {
            return TargetCommand.Refuse(lines, arguments, ExitCode.Refused, $"{files.PathOf(instancesFile)}: {problem}");
        }

        var instance = NewBinding.InstanceFor(text, arguments.GetValue(Instance));
        if (instance is null)
        {
            return TargetCommand.Refuse(
                lines,
                arguments,
                ExitCode.Usage,
                "instances.json has several Amazon Connect instances. Name the one that may act for the tenant: --instance ARN."
            );
        }

        foreach (var schema in DocumentSchema.All)
        {
            await files.WriteNewAsync(Path.Combine(DocumentSchema.Folder, schema.FileName), schema.Write(), cancellationToken);
        }

        await files.WriteNewAsync(
            EditorSettings.File,
            EditorSettings.Write(schema => $"{DocumentSchema.Folder}/{schema.FileName}"),
            cancellationToken
        );
        await files.WriteAsync(
            instancesFile,
            NewBinding.Add(text, instance, tenant, $"./{DocumentSchema.Folder}/{DocumentSchema.Instances.FileName}"),
            cancellationToken
        );
        await files.WriteNewAsync(
            FlowFileOf(tenant, "welcome"),
            NewFlow.Greeting(Flows.Model.FlowId.Parse("welcome"), SchemaOf(files, DocumentSchema.Flow)),
            cancellationToken
        );
        files.Print(
            lines,
            arguments,
            instance == InstanceArn.Example
                ? "instances.json has an example: replace its ARN by the one of your Amazon Connect instance."
                : $"The instance {instance} may act for the tenant.",
            $"Next: cxf new connection {tenant}/crm --url https://crm.example.com{ConfigOf(arguments)}"
        );
        return ExitCode.Done;
    }

    private static async Task<int> ConnectionAsync(
        Lines lines,
        ParseResult arguments,
        WrittenFiles files,
        CancellationToken cancellationToken
    )
    {
        var reference = arguments.GetValue(NewConnectionId)!;
        var file = Path.Combine(TenantFolder(reference.Tenant), "connections", $"{reference.Flow}.json");
        if (Problem(arguments, files, reference.Tenant, file) is { } problem)
        {
            return TargetCommand.Refuse(lines, arguments, ExitCode.Refused, problem);
        }

        var auth = arguments.GetValue(Auth)!;
        await files.WriteNewAsync(
            file,
            NewConnection.Write(arguments.GetValue(Url)!, auth, SchemaOf(files, DocumentSchema.Connection)),
            cancellationToken
        );
        files.Print(
            lines,
            arguments,
            [
                .. auth == "none"
                    ? Array.Empty<string>()
                    : ["The secret is not a part of the connection: cxf publish prints how to set it; cxf call takes --secrets."],
                $"Next: cxf new flow {reference.Tenant}/my_flow --connection {reference.Flow}{ConfigOf(arguments)}",
            ]
        );
        return ExitCode.Done;
    }

    private static async Task<int> FlowAsync(
        Lines lines,
        ParseResult arguments,
        WrittenFiles files,
        CancellationToken cancellationToken
    )
    {
        var reference = arguments.GetValue(NewFlowId)!;
        var file = FlowFileOf(reference.Tenant, reference.Flow!.Value.Value);
        if (Problem(arguments, files, reference.Tenant, file) is { } problem)
        {
            return TargetCommand.Refuse(lines, arguments, ExitCode.Refused, problem);
        }

        var connections = new Dictionary<string, string>();
        foreach (var path in JsonFiles.In(files.PathOf(Path.Combine(TenantFolder(reference.Tenant), "connections"))))
        {
            connections[Path.GetFileNameWithoutExtension(path)] = path;
        }

        var named = arguments.GetValue(Connection) ?? connections.Keys.FirstOrDefault() ?? "none";
        var schema = SchemaOf(files, DocumentSchema.Flow);
        string text;
        if (named == "none")
        {
            text = NewFlow.Greeting(reference.Flow.Value, schema);
        }
        else if (!connections.TryGetValue(named, out var path) || !ConnectionId.TryParse(named, out var id))
        {
            return TargetCommand.Refuse(
                lines,
                arguments,
                ExitCode.Refused,
                $"The tenant {reference.Tenant} has no connection \"{named}\". Create it: cxf new connection "
                    + $"{reference.Tenant}/{named}{ConfigOf(arguments)}"
            );
        }
        else if (await ReadAsync(reference.Tenant, id, path, cancellationToken) is { Methods.Count: > 0 } connection)
        {
            text = NewFlow.Calling(reference.Flow.Value, id, connection, schema);
        }
        else
        {
            return TargetCommand.Refuse(
                lines,
                arguments,
                ExitCode.Refused,
                $"The connection in {path} has errors. Correct them first: cxf check {path}"
            );
        }

        await files.WriteNewAsync(file, text, cancellationToken);
        files.Print(
            lines,
            arguments,
            $"Next: change it, then cxf check {files.PathOf(file)}, cxf test {files.PathOf(file)} and "
                + $"cxf call --flow {reference}{ConfigOf(arguments)}"
        );
        return ExitCode.Done;
    }

    private static async Task<ApiConnection?> ReadAsync(
        TenantId tenant,
        ConnectionId id,
        string path,
        CancellationToken cancellationToken
    ) => TenantConnections.Read(tenant, id, (await DocumentFile.ReadAsync(path, cancellationToken)).Bytes).Value;

    private static string? Problem(ParseResult arguments, WrittenFiles files, TenantId tenant, string file) =>
        !Directory.Exists(files.PathOf(TenantFolder(tenant)))
            ? $"There is no tenant {tenant}. Create it: cxf new tenant {tenant}{ConfigOf(arguments)}"
        : File.Exists(files.PathOf(file)) ? $"{files.PathOf(file)} exists already."
        : null;

    // Documents are three folders below the one with the schemas.
    private static string? SchemaOf(WrittenFiles files, DocumentSchema schema) =>
        File.Exists(files.PathOf(Path.Combine(DocumentSchema.Folder, schema.FileName)))
            ? $"../../../{DocumentSchema.Folder}/{schema.FileName}"
            : null;

    private static string ConfigOf(ParseResult arguments) =>
        arguments.GetValue(Configuration) is { } folder ? $" --config {folder}" : "";

    private static string TenantFolder(TenantId tenant) => Path.Combine("tenants", tenant.Value);

    private static string FlowFileOf(TenantId tenant, string flow) => Path.Combine(TenantFolder(tenant), "flows", flow + ".json");

    private static FlowReference? ReadTenant(ArgumentResult result) =>
        FlowReference.ReadTenant(result.Tokens[0].Value, result) is { } tenant ? new FlowReference(tenant, null) : null;

    private static void CheckInstance(OptionResult result)
    {
        if (InstanceArn.ProblemOf(result.Tokens[0].Value) is { } problem)
        {
            result.AddError($"--instance: {problem} For example: {InstanceArn.Example}");
        }
    }

    private static void CheckUrl(OptionResult result)
    {
        var text = result.Tokens.Count == 0 ? "https://api.example.com" : result.Tokens[0].Value;
        var connection = TenantConnections.Read(
            TenantId.Parse("t"),
            ConnectionId.Parse("c"),
            System.Text.Encoding.UTF8.GetBytes(NewConnection.Write(text, "none", null))
        );
        foreach (var diagnostic in connection.Value is null ? connection.Diagnostics : [])
        {
            result.AddError($"--url: {diagnostic.Message} {diagnostic.Fix}");
        }
    }
}
