using Amazon.Runtime;
using Cxf.Documents;
using Cxf.Local.AwsServices;
using Cxf.Local.Deployment;

namespace Cxf.Local.Examination;

/// <summary>A function of a stage as it is.</summary>
/// <param name="Name">Its name in template.yaml, such as <c>ExecuteFlow</c>.</param>
/// <param name="AliasArn">The ARN of its alias <c>live</c>.</param>
/// <param name="Settings">Its settings; null if they are not known.</param>
internal sealed record StageFunction(string Name, string AliasArn, FunctionSettings? Settings);

/// <summary>
/// Examines the functions of a stage: whether they are there and active, and whether their alias, which everybody calls, points
/// at a version.
/// </summary>
internal sealed class StageFunctions(DeploymentServices services, FindingList findings)
{
    /// <summary>The alias that contact flows and state machines call.</summary>
    public const string Alias = "live";

    private const string Latest = "$LATEST";
    private const string Active = "Active";

    private static readonly (string Name, string Effect, DiagnosticSeverity Severity)[] Expected =
    [
        ("ExecuteFlow", "contact flows that invoke it take their error branch", DiagnosticSeverity.Error),
        ("GetFlowResult", "contact flows that ask for an answer take their error branch", DiagnosticSeverity.Error),
        ("CallApi", "every step that calls a third party fails", DiagnosticSeverity.Error),
        ("PublishFlow", "nothing can be published", DiagnosticSeverity.Warning),
    ];

    /// <summary>Examines all; those that are there.</summary>
    public async Task<IReadOnlyList<StageFunction>> ExamineAsync(CancellationToken cancellationToken)
    {
        var found = new List<StageFunction>();
        foreach (var (name, effect, severity) in Expected)
        {
            var function = services.FunctionName(name);
            await findings.WhereAnsweringAsync(
                function,
                "lambda:GetAlias",
                async () =>
                {
                    if (await FindAsync(function, effect, severity, cancellationToken) is { } alias)
                    {
                        // Its settings may not be readable where the alias is.
                        found.Add(new StageFunction(name, alias.Arn, null));
                    }
                }
            );
        }

        return services.Has(AwsService.Iam) ? await WithSettingsAsync(found, cancellationToken) : found;
    }

    private async Task<FunctionAlias?> FindAsync(
        string function,
        string effect,
        DiagnosticSeverity severity,
        CancellationToken cancellationToken
    )
    {
        FunctionAlias alias;
        try
        {
            alias = await services.Lambda.GetAliasAsync(function, Alias, cancellationToken);
        }
        catch (AmazonServiceException exception) when (exception.ErrorCode == "ResourceNotFoundException")
        {
            findings.Add(
                severity,
                function,
                $"Lambda does not have the function with an alias {Alias}, so {effect}.",
                "Deploy the stack again, or name the right stage."
            );
            return null;
        }

        // cxf start has no versions of functions.
        if (alias.Version == Latest && services.Has(AwsService.Iam))
        {
            findings.Warning(
                function,
                $"The alias {Alias} points at no version but at {Latest}, so callers get every change before it is checked.",
                "Deploy the stack again, which publishes a version and moves the alias."
            );
        }

        foreach (var (version, share) in alias.OtherVersions)
        {
            findings.Information(
                function,
                $"A deployment is under way: version {version} gets {share:P0} of the calls, version {alias.Version} the others.",
                "CodeDeploy moves the rest, or goes back on an alarm. Wait for its end before you deploy again."
            );
        }

        return alias;
    }

    private async Task<IReadOnlyList<StageFunction>> WithSettingsAsync(
        IReadOnlyList<StageFunction> functions,
        CancellationToken cancellationToken
    )
    {
        var complete = new List<StageFunction>();
        foreach (var function in functions)
        {
            FunctionSettings? settings = null;
            var name = services.FunctionName(function.Name);
            await findings.WhereAnsweringAsync(
                name,
                "lambda:GetFunctionConfiguration",
                async () => settings = await services.Lambda.GetSettingsAsync(name, Alias, cancellationToken)
            );
            complete.Add(function with { Settings = settings });
            if (settings is { State: not Active } broken)
            {
                var (_, effect, severity) = Expected.First(one => one.Name == function.Name);
                findings.Add(
                    severity,
                    name,
                    $"The function's state is {broken.State}{ReasonOf(broken)}, so {effect}.",
                    broken.State == "Inactive"
                        ? "Nobody called it for weeks. The next call starts it, which takes a minute."
                        : "Correct the reason that Lambda gives, then deploy the stack again."
                );
            }
        }

        return complete;
    }

    private static string ReasonOf(FunctionSettings settings) =>
        settings.StateReason is { } reason ? $" ({reason.TrimEnd('.')})" : "";
}
