namespace Cxf.StatesLanguage.Service;

/// <summary>Checks the ARNs of requests.</summary>
internal static class Arns
{
    public static void CheckMachine(string arn)
    {
        CheckPrefix(arn);
        if (!arn.Contains(":stateMachine:", StringComparison.Ordinal))
        {
            throw WrongResource(arn);
        }
    }

    public static void CheckExecution(string arn)
    {
        CheckPrefix(arn);
        if (!arn.Contains(":execution:", StringComparison.Ordinal))
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
