namespace Cxf.StatesLanguage.Tasks;

/// <summary>The Resource of a Task state, taken apart.</summary>
/// <param name="Text">The field's text.</param>
/// <param name="Kind">What kind of resource it is.</param>
/// <param name="Service">The service of an integration, as events name it: <c>lambda</c>, <c>dynamodb</c>,
/// <c>aws-sdk:sfn</c>.</param>
/// <param name="Action">The operation with its pattern: <c>invoke</c>, <c>startExecution.sync:2</c>.</param>
internal sealed record TaskResource(string Text, TaskResourceKind Kind, string Service, string Action)
{
    private const string IntegrationPrefix = "arn:aws:states:::";

    /// <summary>Whether the state waits for a job to end.</summary>
    public bool IsSync => Action.Contains(".sync", StringComparison.Ordinal);

    /// <summary>Whether the state waits for somebody to return its token.</summary>
    public bool WaitsForToken => Action.EndsWith(".waitForTaskToken", StringComparison.Ordinal);

    public static TaskResource Parse(string text)
    {
        if (text.StartsWith(IntegrationPrefix, StringComparison.Ordinal))
        {
            var rest = text[IntegrationPrefix.Length..];
            var serviceParts = rest.StartsWith("aws-sdk:", StringComparison.Ordinal) ? 2 : 1;
            var cut = IndexOfColon(rest, serviceParts);
            return new TaskResource(
                text, TaskResourceKind.Integration, cut < 0 ? rest : rest[..cut], cut < 0 ? "" : rest[(cut + 1)..]);
        }

        // In AWS's words every other resource than a function is an activity.
        var isFunction = text.StartsWith("arn:aws:lambda:", StringComparison.Ordinal);
        return new TaskResource(text, isFunction ? TaskResourceKind.LambdaFunction : TaskResourceKind.Activity, "", "");
    }

    private static int IndexOfColon(string text, int number)
    {
        var index = -1;
        for (; number > 0; number--)
        {
            index = text.IndexOf(':', index + 1);
            if (index < 0)
            {
                return -1;
            }
        }

        return index;
    }
}
