using System.Text.Json;
using Amazon.Runtime;
using Cxf.Local.Deployment;

namespace Cxf.Local.Examination;

/// <summary>
/// Examines whether Amazon Connect may invoke the functions: the policy of their aliases lets the instance in, and the instance
/// has them in its list.
/// </summary>
internal sealed class ConnectAccess(DeploymentServices services, FindingList findings)
{
    private static readonly string[] Invoked = ["ExecuteFlow", "GetFlowResult"];

    /// <summary>Examines it for the instances that may act for tenants.</summary>
    public async Task ExamineAsync(
        IReadOnlyList<StageFunction> functions,
        IReadOnlyCollection<string> instanceArns,
        CancellationToken cancellationToken
    )
    {
        var invoked = functions.Where(function => Invoked.Contains(function.Name)).ToList();
        foreach (var function in invoked)
        {
            await findings.WhereAnsweringAsync(
                services.FunctionName(function.Name),
                "lambda:GetPolicy",
                () => ExaminePermissionAsync(function, instanceArns, cancellationToken)
            );
        }

        foreach (var instance in invoked.Count == 0 ? [] : instanceArns)
        {
            await findings.WhereAnsweringAsync(
                instance,
                "connect:ListLambdaFunctions",
                () => ExamineListAsync(instance, invoked, cancellationToken)
            );
        }
    }

    private async Task ExaminePermissionAsync(
        StageFunction function,
        IReadOnlyCollection<string> instanceArns,
        CancellationToken cancellationToken
    )
    {
        var name = services.FunctionName(function.Name);
        string? policy = null;
        try
        {
            policy = await services.Lambda.GetPolicyAsync(name, StageFunctions.Alias, cancellationToken);
        }
        catch (AmazonServiceException exception) when (exception.ErrorCode == "ResourceNotFoundException")
        {
            // An alias without a policy: nobody but the account itself may invoke it.
        }

        foreach (var instance in instanceArns.Where(instance => policy is null || !Allows(policy, instance)))
        {
            findings.Error(
                name,
                $"The Amazon Connect instance {instance} may not invoke the alias {StageFunctions.Alias}, so its contact "
                    + "flows take their error branch.",
                "Deploy the stack with ConnectInstanceArn of this instance. For a second instance: aws lambda add-permission "
                    + $"--function-name {name} --qualifier {StageFunctions.Alias} --statement-id connect-2 --action "
                    + $"lambda:InvokeFunction --principal connect.amazonaws.com --source-arn {instance} --source-account "
                    + instance.Split(':')[4]
            );
        }
    }

    private async Task ExamineListAsync(
        string instance,
        IReadOnlyList<StageFunction> functions,
        CancellationToken cancellationToken
    )
    {
        var id = instance[(instance.LastIndexOf('/') + 1)..];
        IReadOnlySet<string> listed;
        try
        {
            listed = await services.Connect.ListFunctionsAsync(id, cancellationToken);
        }
        catch (AmazonServiceException exception) when (exception.ErrorCode == "ResourceNotFoundException")
        {
            findings.Warning(
                instance,
                "Amazon Connect does not have this instance in this region.",
                "Correct its ARN in instances.json and publish, or name the right --region."
            );
            return;
        }

        foreach (var function in functions.Where(function => !listed.Contains(function.AliasArn)))
        {
            findings.Warning(
                instance,
                $"The instance's list of functions does not have {function.AliasArn}, so no contact flow that names it can be "
                    + "published there.",
                $"aws connect associate-lambda-function --instance-id {id} --function-arn {function.AliasArn}"
            );
        }
    }

    // As Connect needs it: the service itself, for this instance or for any.
    private static bool Allows(string policy, string instance)
    {
        using var json = JsonDocument.Parse(policy);
        return Many(json.RootElement.GetProperty("Statement"))
            .Any(statement =>
                statement.GetProperty("Effect").GetString() == "Allow"
                && Many(statement.GetProperty("Action")).Any(action => Matches(action.GetString()!, "lambda:InvokeFunction"))
                && IsConnect(statement.GetProperty("Principal"))
                && (
                    !statement.TryGetProperty("Condition", out var condition)
                    || condition.EnumerateObject().SelectMany(Conditions).All(one => Holds(one.Key, one.Patterns, instance))
                )
            );
    }

    private static bool IsConnect(JsonElement principal) =>
        principal.ValueKind == JsonValueKind.String
            ? principal.GetString() == "*"
            : principal.TryGetProperty("Service", out var service)
                && Many(service).Any(one => one.GetString() == "connect.amazonaws.com");

    private static IEnumerable<(string Key, IEnumerable<string> Patterns)> Conditions(JsonProperty test) =>
        test
            .Value.EnumerateObject()
            .Select(one => (one.Name.ToLowerInvariant(), Many(one.Value).Select(value => value.ToString())));

    private static bool Holds(string key, IEnumerable<string> patterns, string instance) =>
        key switch
        {
            "aws:sourcearn" => patterns.Any(pattern => Matches(pattern, instance)),
            "aws:sourceaccount" => patterns.Contains(instance.Split(':')[4]),
            // A condition that is not known here is not a finding.
            _ => true,
        };

    private static bool Matches(string pattern, string text) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern.Replace("\\", ""), text, ignoreCase: false);

    private static List<JsonElement> Many(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
}
