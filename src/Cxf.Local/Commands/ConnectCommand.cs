using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using Cxf.Documents;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;
using Cxf.Functions.Stores;
using Cxf.Local.ConnectExport;
using Cxf.Local.Output;
using Cxf.Local.Publishing;
using Cxf.Local.Stores;

namespace Cxf.Local.Commands;

/// <summary>
/// <c>cxf connect export</c>: the contact flow and the module that run a published flow, ready for Amazon Connect.
/// </summary>
internal static class ConnectCommand
{
    private static readonly Argument<FlowReference> Flow = FlowReference.Argument();

    private static readonly Option<string> Key = new("--key")
    {
        Description = "The key of the menu: 0 to 9, * or #.",
        DefaultValueFactory = _ => "5",
        Validators = { CheckKey },
    };

    private static readonly Option<string> ExecuteFlow = new("--execute-flow")
    {
        Description = "The ARN of ExecuteFlow's alias: the stack's output ExecuteFlowArn.",
    };

    private static readonly Option<string> GetFlowResult = new("--get-flow-result")
    {
        Description = "The ARN of GetFlowResult's alias: the stack's output GetFlowResultArn.",
    };

    private static readonly Option<bool> Template = new("--template")
    {
        Description =
            "Write placeholders for CloudFormation's Fn::Sub instead of ARNs and ids: ${ExecuteFlowArn}, "
            + "${GetFlowResultArn}, ${TenantId}, ${FlowId}.",
    };

    private static readonly Option<DirectoryInfo> Out = new("--out", "-o")
    {
        Description = "The folder to write to.",
        DefaultValueFactory = _ => new DirectoryInfo("."),
    };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        var export = new Command("export", "Write an Amazon Connect contact flow and a flow module that run a published flow.")
        {
            Flow,
            Key,
            ExecuteFlow,
            GetFlowResult,
            Template,
            Out,
        };
        export.Validators.Add(CheckFunctions);
        return new Command("connect", "Export flows to Amazon Connect.") { export.OnTarget(lines, RunAsync) };
    }

    private static async Task<int> RunAsync(
        IPublishTarget target,
        ParseResult arguments,
        Lines lines,
        CancellationToken cancellationToken
    )
    {
        var reference = arguments.GetValue(Flow)!;
        if (await FindAsync(target.Store, reference, cancellationToken) is not { } flow)
        {
            return TargetCommand.Refuse(
                lines,
                arguments,
                ExitCode.Refused,
                $"There is no published flow {reference} in {target.Name}. Publish it first with cxf publish."
            );
        }

        var key = arguments.GetValue(Key)!;
        var request = arguments.GetValue(Template)
            ? ExportRequest.ForTemplate(flow, key)
            : ExportRequest.For(
                reference.Tenant,
                flow,
                key,
                arguments.GetValue(ExecuteFlow)!,
                arguments.GetValue(GetFlowResult)!
            );
        var folder = arguments.GetValue(Out)!.FullName;
        var files = await ExportedFiles.WriteAsync(folder, flow.Id.Value, request, cancellationToken);
        var notAsked = RequiredField.Of(flow.Input.Schema).Where(field => field is { OnlyValue: null, Input: null }).ToList();
        if (arguments.GetValue(TargetOptions.Json))
        {
            lines.WriteWhole(Json(files, notAsked));
        }
        else
        {
            Print(files, notAsked, lines);
        }

        return ExitCode.Done;
    }

    private static void Print(IEnumerable<ExportedFile> files, IEnumerable<RequiredField> notAsked, Lines lines)
    {
        foreach (var (path, diagnostics) in files)
        {
            lines.WriteWhole(path);
            foreach (var diagnostic in diagnostics)
            {
                lines.Write($"  {diagnostic}");
            }
        }

        foreach (var field in notAsked)
        {
            lines.Write(
                $"A caller cannot enter {field.Name} with keys: set the contact attribute {field.Name} before the invocation."
            );
        }
    }

    private static string Json(IEnumerable<ExportedFile> files, IEnumerable<RequiredField> notAsked) =>
        new JsonObject
        {
            ["files"] = new JsonArray([
                .. files.Select(file => new JsonObject
                {
                    ["file"] = file.Path,
                    ["diagnostics"] = new JsonArray([
                        .. file.Diagnostics.Select(diagnostic => JsonValue.Create(diagnostic.ToString())),
                    ]),
                }),
            ]),
            ["attributes"] = new JsonArray([.. notAsked.Select(field => JsonValue.Create(field.Name))]),
        }.ToJsonString(JsonFiles.Compact);

    // A live flow was checked when it was published.
    private static async Task<FlowDefinition?> FindAsync(
        IConfigurationStore store,
        FlowReference reference,
        CancellationToken cancellationToken
    ) =>
        await store.FindLiveAsync(reference.Tenant, reference.Flow!.Value, cancellationToken) is { } live
        && await store.FindVersionAsync(reference.Tenant, live.Flow, live.Version, cancellationToken) is { } version
            ? FlowReader.Read(JsonSource.Parse(version.Document)).Flow
            : null;

    private static void CheckKey(OptionResult result)
    {
        var key = result.GetValueOrDefault<string>();
        if (key.Length != 1 || !"0123456789*#".Contains(key[0]))
        {
            result.AddError($"--key takes one key (0 to 9, * or #), not \"{key}\".");
        }
    }

    private static void CheckFunctions(CommandResult result)
    {
        var given = result.GetResult(ExecuteFlow) is not null && result.GetResult(GetFlowResult) is not null;
        if (given == result.GetValue(Template))
        {
            result.AddError("Name the functions with --execute-flow and --get-flow-result, or write a template with --template.");
        }
    }
}
