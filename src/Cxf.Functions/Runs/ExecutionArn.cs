namespace Cxf.Functions.Runs;

/// <summary>The ARN of a STANDARD execution, from the alias it was started through and its name.</summary>
internal static class ExecutionArn
{
    // arn:<partition>:states:<region>:<account>:stateMachine:<name>:<alias>
    private const int ResourceType = 5;
    private const int MachineName = 6;

    public static string Of(string aliasArn, string name)
    {
        var parts = aliasArn.Split(':');
        return string.Join(':', [.. parts[..ResourceType], "execution", parts[MachineName], name]);
    }
}
