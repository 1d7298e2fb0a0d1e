namespace Amazon.Lambda.Annotations;

/// <summary>A function whose execution is checkpointed and resumed.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false)]
public class DurableExecutionAttribute(int executionTimeout) : Attribute
{
    public int ExecutionTimeout { get; } = executionTimeout;

    public int RetentionPeriodInDays { get; set; }
}
