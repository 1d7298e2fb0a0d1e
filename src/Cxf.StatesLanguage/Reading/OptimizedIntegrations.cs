using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

/// <summary>
/// The integrations <c>arn:aws:states:::service:action</c> that AWS knows, with the patterns that they support (developer guide,
/// "Integrating services"). SDK integrations are not listed: they reach every operation of AWS.
/// </summary>
internal static class OptimizedIntegrations
{
    private const string Sync = ".sync";
    private const string Token = ".waitForTaskToken";

    // Null: AWS adds actions to the service from time to time, so every action is accepted.
    private static readonly Dictionary<string, Dictionary<string, string[]>?> Services = new(StringComparer.Ordinal)
    {
        ["apigateway"] = Actions([Token], "invoke"),
        ["athena"] = null,
        ["batch"] = Actions([Sync, Token], "submitJob"),
        ["bedrock"] = null,
        ["codebuild"] = null,
        ["databrew"] = Actions([Sync], "startJobRun"),
        ["dynamodb"] = Actions([], "getItem", "putItem", "updateItem", "deleteItem"),
        ["ecs"] = Actions([Sync, Token], "runTask"),
        ["eks"] = null,
        ["elasticmapreduce"] = null,
        ["emr-containers"] = null,
        ["emr-serverless"] = null,
        ["events"] = Actions([Token], "putEvents"),
        ["glue"] = Actions([Sync], "startJobRun"),
        ["http"] = Actions([], "invoke"),
        ["lambda"] = Actions([Token], "invoke"),
        ["mediaconvert"] = Actions([Sync], "createJob"),
        ["sagemaker"] = null,
        ["sns"] = Actions([Token], "publish"),
        ["sqs"] = Actions([Token], "sendMessage"),
        ["states"] = Actions([Sync, ".sync:2", Token], "startExecution"),
    };

    public static bool Has(TaskResource resource)
    {
        if (resource.Service.StartsWith("aws-sdk:", StringComparison.Ordinal))
        {
            return resource.Action.Length > 0;
        }

        if (!Services.TryGetValue(resource.Service, out var actions))
        {
            return false;
        }

        var (action, pattern) =
            resource.Action.IndexOf('.', StringComparison.Ordinal) is var cut && cut < 0
                ? (resource.Action, "")
                : (resource.Action[..cut], resource.Action[cut..]);
        return action.Length > 0
            && (
                actions is null
                || (actions.TryGetValue(action, out var patterns) && (pattern.Length == 0 || patterns.Contains(pattern)))
            );
    }

    private static Dictionary<string, string[]> Actions(string[] patterns, params string[] names) =>
        names.ToDictionary(static name => name, _ => patterns, StringComparer.Ordinal);
}
