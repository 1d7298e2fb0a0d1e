using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Local.AwsServices;
using Cxf.Local.Deployment;
using Cxf.Local.Examination;
using Cxf.Local.Output;
using Cxf.Local.Stores;
using Spectre.Console;

namespace Cxf.Local.Commands;

/// <summary><c>cxf doctor</c>: what of a deployment fails the calls of a tenant, and what to do about it.</summary>
internal static class DoctorCommand
{
    private static readonly Argument<TenantId[]> Tenants = new("tenant")
    {
        Description = "The tenants to examine. Default: all of the deployment, which only one on AWS or cxf start can list.",
        Arity = ArgumentArity.ZeroOrMore,
        CustomParser = ReadTenants,
    };

    private static readonly Option<FlowReference> Call = new("--call")
    {
        HelpName = "tenant/flow",
        Description =
            "Also make one call to this flow, as Amazon Connect does. It is a real call: the flow does what it does for "
            + "callers.",
        CustomParser = result => FlowReference.Read(result, needsFlow: true),
    };

    private static readonly Option<string?> Payload = CalledPayload.For(
        "The payload of --call, as JSON or in a file. Default: an example from the flow's tests or contract."
    );

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        var command = new Command("doctor", "Examine a deployment: find what makes calls fail, and how to repair it.")
        {
            Tenants,
            Call,
            Payload,
        }.WithServices();
        command.Validators.Add(Check);
        command.SetAction(
            (arguments, cancellationToken) =>
                TargetCommand.OpenAsync(
                    lines,
                    arguments,
                    async target =>
                    {
                        using var services = TargetOptions.OpenServicesOrNone(arguments);
                        var findings = await new DeploymentExamination(target, services, TimeProvider.System).OfAsync(
                            arguments.GetValue(Tenants) is { Length: > 0 } named ? named : null,
                            CallOf(arguments),
                            cancellationToken
                        );
                        if (arguments.GetValue(TargetOptions.Json))
                        {
                            lines.WriteWhole(Json(findings));
                        }
                        else
                        {
                            Print(findings, services, lines);
                        }

                        return findings.Any(finding => finding.Severity == DiagnosticSeverity.Error)
                            ? ExitCode.Problems
                            : ExitCode.Clean;
                    }
                )
        );
        return command;
    }

    private static TenantId[] ReadTenants(ArgumentResult result) =>
        [.. result.Tokens.Select(token => FlowReference.ReadTenant(token.Value, result)).OfType<TenantId>().Distinct()];

    private static SyntheticCall? CallOf(ParseResult arguments) =>
        arguments.GetValue(Call) is { Flow: { } flow } called
            ? new SyntheticCall(called.Tenant, flow, ContactIds.New(), CalledPayload.Of(arguments.GetValue(Payload)))
            : null;

    private static void Check(CommandResult result)
    {
        if (result.GetResult(Tenants) is not { Tokens.Count: > 0 } && !TargetOptions.HasStepFunctions(result))
        {
            result.AddError(
                "Name the tenants to examine. Only a deployment with Step Functions lists them: one on AWS (--stage), or that of "
                    + "cxf start with --step-functions."
            );
        }

        if (result.GetResult(Call) is not null && !TargetOptions.HasLambda(result))
        {
            result.AddError("--call needs Lambda: a deployment on AWS (--stage), or that of cxf start with --lambda.");
        }

        if (result.GetResult(Payload) is not null && result.GetResult(Call) is null)
        {
            result.AddError("--payload is the payload of --call.");
        }
    }

    private static void Print(IReadOnlyList<Finding> findings, DeploymentServices? services, Lines lines)
    {
        foreach (var finding in findings)
        {
            lines.Write(
                2,
                ($"{DiagnosticPrinter.WordOf(finding.Severity)} ", DiagnosticPrinter.ColorOf(finding.Severity)),
                ($"{finding.Where}: {finding.Message}", Color.Default)
            );
            lines.Write(7, ($"  Fix: {finding.Fix}", Color.Default));
        }

        if (services is { HasStepFunctions: false })
        {
            lines.Write("The state machines were not examined: --step-functions gives the address of Step Functions.");
        }

        if (services is not null && !services.Has(AwsService.Lambda))
        {
            lines.Write("The functions were not examined: --lambda gives the address of Lambda.");
        }
        else if (services is not null && !services.Has(AwsService.Iam))
        {
            lines.Write("Roles, permissions of Amazon Connect, alarms and dead letters are examined on AWS only.");
        }

        var unknown = findings.Count(finding => !finding.IsExamined);
        var rest = unknown switch
        {
            0 => "",
            1 => " 1 part was not examined.",
            _ => $" {unknown} parts were not examined.",
        };
        lines.Write(
            findings.Count(finding => finding.Severity == DiagnosticSeverity.Error) switch
            {
                0 => $"No problem makes calls fail{(unknown > 0 ? ", as far as was examined" : "")}.{rest}",
                1 => $"1 problem fails calls.{rest}",
                var errors => $"{errors} problems fail calls.{rest}",
            }
        );
    }

    private static string Json(IReadOnlyList<Finding> findings) =>
        new JsonObject
        {
            ["findings"] = new JsonArray([
                .. findings.Select(finding => new JsonObject
                {
                    ["severity"] = DiagnosticPrinter.WordOf(finding.Severity),
                    ["where"] = finding.Where,
                    ["message"] = finding.Message,
                    ["fix"] = finding.Fix,
                    ["examined"] = finding.IsExamined,
                }),
            ]),
        }.ToJsonString(JsonFiles.Compact);
}
