using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
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
        Description = "The tenants to examine.",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = ReadTenants,
    };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        var command = new Command(
            "doctor",
            "Examine a deployment: find what makes the calls of a tenant fail, and how to repair it."
        )
        {
            Tenants,
        }.WithServices();
        command.SetAction(
            (arguments, cancellationToken) =>
                TargetCommand.OpenAsync(
                    lines,
                    arguments,
                    async target =>
                    {
                        using var services = TargetOptions.OpenServicesOrNone(arguments);
                        var tenants = arguments.GetValue(Tenants)!;
                        var findings = await new DeploymentExamination(target, services, TimeProvider.System).OfAsync(
                            tenants,
                            cancellationToken
                        );
                        if (arguments.GetValue(TargetOptions.Json))
                        {
                            lines.WriteWhole(Json(findings));
                        }
                        else
                        {
                            Print(findings, services is { HasStepFunctions: false }, lines);
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

    private static void Print(IReadOnlyList<Finding> findings, bool isWithoutStepFunctions, Lines lines)
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

        if (isWithoutStepFunctions)
        {
            lines.Write("The state machines were not examined: --step-functions gives the address of Step Functions.");
        }

        lines.Write(
            findings.Count(finding => finding.Severity == DiagnosticSeverity.Error) switch
            {
                0 => "No problem makes calls fail.",
                1 => "1 problem fails calls.",
                var errors => $"{errors} problems fail calls.",
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
                }),
            ]),
        }.ToJsonString(JsonFiles.Compact);
}
