using Amazon.Runtime;
using Cxf.Documents;
using Cxf.Local.AwsServices;
using Cxf.Local.Deployment;

namespace Cxf.Local.Examination;

/// <summary>
/// Examines the roles of a stage: whether IAM, from all policies of a role, its boundary and the organization, allows what the
/// functions and state machines do.
/// </summary>
internal sealed class StageRoles(DeploymentServices services, FindingList findings)
{
    private const string Simulate = "iam:SimulatePrincipalPolicy";

    /// <summary>Examines the roles of the functions that are there, and the role of the state machines.</summary>
    public async Task ExamineAsync(IReadOnlyList<StageFunction> functions, CancellationToken cancellationToken)
    {
        var known = functions.Where(function => function.Settings is not null).ToDictionary(function => function.Name);
        if (known.Values.FirstOrDefault() is not { } any)
        {
            return;
        }

        var place = PlaceOf(any, known);
        foreach (var (name, function) in known)
        {
            var settings = function.Settings!;
            var (effect, severity, rights) = name switch
            {
                "ExecuteFlow" => ("calls fail", DiagnosticSeverity.Error, RoleRights.OfExecuteFlow(place)),
                "GetFlowResult" => (
                    "contact flows that ask for an answer hear an apology",
                    DiagnosticSeverity.Error,
                    RoleRights.OfGetFlowResult(place)
                ),
                "CallApi" => (
                    "steps that call a third party fail",
                    DiagnosticSeverity.Error,
                    RoleRights.OfCallApi(place, settings.IsInVpc)
                ),
                _ => ("publishing fails", DiagnosticSeverity.Warning, RoleRights.OfPublishFlow(place, services.DeadLetterQueue)),
            };
            await ExamineAsync($"{name}Role", settings.Role, rights, effect, severity, cancellationToken);
        }

        if (place.MachineRoleArn.Length > 0)
        {
            await ExamineAsync(
                "StateMachineRole",
                place.MachineRoleArn,
                RoleRights.OfStateMachines(place),
                "runs fail",
                DiagnosticSeverity.Error,
                cancellationToken
            );
        }
    }

    // What the functions themselves were told, so that another name in template.yaml is no finding.
    private StagePlace PlaceOf(StageFunction any, Dictionary<string, StageFunction> known)
    {
        // arn:aws:lambda:<region>:<account>:function:<name>:<alias>
        var parts = any.AliasArn.Split(':');
        return new StagePlace(
            services.Stage,
            parts[1],
            parts[3],
            parts[4],
            Setting("PublishFlow", "CXF_CALL_API_ARN")
                ?? $"{string.Join(':', parts[..6])}:{services.FunctionName("CallApi")}:{StageFunctions.Alias}",
            Setting("PublishFlow", "CXF_STATE_MACHINE_ROLE_ARN") ?? "",
            Setting("CallApi", "CXF_SECRETS_KEY")
        );

        string? Setting(string function, string name) =>
            known.TryGetValue(function, out var told)
            && told.Settings!.Environment.TryGetValue(name, out var value)
            && value.Length > 0
                ? value
                : null;
    }

    private async Task ExamineAsync(
        string inTemplate,
        string roleArn,
        IEnumerable<RoleRight> rights,
        string effect,
        DiagnosticSeverity severity,
        CancellationToken cancellationToken
    )
    {
        var where = $"role {roleArn[(roleArn.LastIndexOf('/') + 1)..]}";
        await findings.WhereAnsweringAsync(where, Simulate, ExamineRightsAsync);

        async Task ExamineRightsAsync()
        {
            try
            {
                foreach (var right in rights)
                {
                    var denied = await services.Iam.DeniedAsync(
                        roleArn,
                        right.Actions,
                        right.Resource,
                        right.Condition,
                        cancellationToken
                    );
                    foreach (var same in denied.GroupBy(one => one.Denial))
                    {
                        findings.Add(
                            right.Effect is null ? severity : DiagnosticSeverity.Warning,
                            where,
                            $"{WhyOf(same.Key)} {string.Join(", ", same.Select(one => one.Action))} on {right.Resource}, so "
                                + $"{right.Effect ?? effect}.",
                            FixOf(same.Key, inTemplate)
                        );
                    }
                }
            }
            catch (AmazonServiceException exception) when (exception.ErrorCode == "NoSuchEntity")
            {
                findings.Add(
                    severity,
                    where,
                    $"IAM does not have the role {roleArn}, so {effect}.",
                    $"Deploy the stack again, which creates {inTemplate}."
                );
            }
        }
    }

    private static string WhyOf(Denial denial) =>
        denial switch
        {
            Denial.Explicit => "A policy of the role denies",
            Denial.Boundary => "The role's permissions boundary does not allow",
            Denial.Organization => "A policy of the AWS organization does not allow",
            _ => "No policy of the role allows",
        };

    private static string FixOf(Denial denial, string inTemplate) =>
        denial switch
        {
            Denial.Explicit =>
                $"Remove the statement that denies it from the role's policies ({inTemplate} in template.yaml has none).",
            Denial.Boundary => "Allow it in the policy that the stack's parameter PermissionsBoundaryArn names.",
            Denial.Organization => "Ask the administrators of the organization to allow it for the role.",
            _ => $"Allow it again as {inTemplate} in template.yaml does: somebody changed the role's policy.",
        };
}
