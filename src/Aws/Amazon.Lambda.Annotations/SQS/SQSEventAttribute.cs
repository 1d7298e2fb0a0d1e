namespace Amazon.Lambda.Annotations.SQS;

/// <summary>An SQS queue calls the function.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class SQSEventAttribute(string queue) : Attribute
{
    public string Queue { get; set; } = queue;

    public string ResourceName { get; set; }

    /// <summary>True by default.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Messages per call; 10 by default.</summary>
    public uint BatchSize { get; set; } = 10;

    public uint MaximumBatchingWindowInSeconds { get; set; }

    public string Filters { get; set; }

    public uint MaximumConcurrency { get; set; }
}
