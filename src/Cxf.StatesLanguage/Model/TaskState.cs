using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Model;

/// <summary>Calls something outside the machine.</summary>
internal sealed class TaskState(string name, StateDataFlow flow, TaskResource resource)
    : RetryableState(name, StateType.Task, flow)
{
    public TaskResource Resource { get; } = resource;

    public NumberField? TimeoutSeconds { get; init; }

    public NumberField? HeartbeatSeconds { get; init; }

    /// <summary>The Credentials field (RoleArn), evaluated and shown in the history; the role is not assumed.</summary>
    public IDataTemplate? Credentials { get; init; }
}

internal enum TaskResourceKind
{
    LambdaFunction,
    Activity,
    Integration,
}

/// <summary>The Resource of a Task state, taken apart.</summary>
/// <param name="Text">The field's text.</param>
/// <param name="Kind">The kind of resource.</param>
/// <param name="Service">The service of an integration, as events name it: <c>lambda</c>, <c>dynamodb</c>,
/// <c>aws-sdk:sfn</c>.</param>
/// <param name="Action">The operation with its pattern: <c>invoke</c>, <c>startExecution.sync:2</c>.</param>
internal sealed record TaskResource(string Text, TaskResourceKind Kind, string Service, string Action)
{
    private const string IntegrationPrefix = "arn:aws:states:::";
    private const string TokenPattern = ".waitForTaskToken";

    /// <summary>Whether the state waits for a job to end.</summary>
    public bool IsSync => Action.Contains(".sync", StringComparison.Ordinal);

    /// <summary>Whether the state waits until its task token is returned.</summary>
    public bool WaitsForToken => Action.EndsWith(TokenPattern, StringComparison.Ordinal);

    /// <summary>Whether the task has a token. A job of <c>.sync</c> may return it before its end (recorded).</summary>
    public bool HasToken => WaitsForToken || IsSync || Kind == TaskResourceKind.Activity;

    /// <summary>The operation without the pattern of the callback.</summary>
    public string Call => WaitsForToken ? Action[..^TokenPattern.Length] : Action;

    public static TaskResource Parse(string text)
    {
        if (text.StartsWith(IntegrationPrefix, StringComparison.Ordinal))
        {
            var rest = text[IntegrationPrefix.Length..];
            var serviceParts = rest.StartsWith("aws-sdk:", StringComparison.Ordinal) ? 2 : 1;
            var cut = IndexOfColon(rest, serviceParts);
            return new TaskResource(
                text,
                TaskResourceKind.Integration,
                cut < 0 ? rest : rest[..cut],
                cut < 0 ? "" : rest[(cut + 1)..]
            );
        }

        // AWS calls every resource other than a function an activity.
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
