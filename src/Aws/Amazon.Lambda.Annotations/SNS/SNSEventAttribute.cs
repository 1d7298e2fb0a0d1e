namespace Amazon.Lambda.Annotations.SNS;

/// <summary>An SNS topic calls the function.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class SNSEventAttribute(string topic) : Attribute
{
    public string Topic { get; set; } = topic;

    public string ResourceName { get; set; }

    public string FilterPolicy { get; set; }

    /// <summary>True by default.</summary>
    public bool Enabled { get; set; } = true;
}
