namespace Cxf.StatesLanguage.Service;

/// <summary>Checks the ARNs of requests.</summary>
internal static class Arns
{
    public static void CheckMachine(string arn) => Check(arn, ":stateMachine:");

    public static void CheckExecution(string arn) => Check(arn, ":execution:");

    public static void CheckActivity(string arn) => Check(arn, ":activity:");

    public static void CheckMapRun(string arn) => Check(arn, ":mapRun:");

    /// <summary>Whether the ARN is one of an activity.</summary>
    public static bool IsActivity(string arn) => arn.Contains(":activity:", StringComparison.Ordinal);

    private static void Check(string arn, string resource)
    {
        CheckPrefix(arn);
        if (!arn.Contains(resource, StringComparison.Ordinal))
        {
            throw WrongResource(arn);
        }
    }

    private static void CheckPrefix(string arn)
    {
        if (!arn.StartsWith("arn:", StringComparison.Ordinal))
        {
            throw ApiErrors.InvalidArn($"Invalid ARN prefix: {arn}");
        }
    }

    private static StepFunctionsException WrongResource(string arn) =>
        ApiErrors.InvalidArn(
            $"Resource type not valid in this context: {(arn.Split(':') is { Length: > 5 } parts ? parts[5] : arn)}"
        );
}
