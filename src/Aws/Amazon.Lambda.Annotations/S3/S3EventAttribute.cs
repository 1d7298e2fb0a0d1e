namespace Amazon.Lambda.Annotations.S3;

/// <summary>An S3 bucket calls the function.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class S3EventAttribute(string bucket) : Attribute
{
    public string Bucket { get; set; } = bucket;

    public string ResourceName { get; set; }

    public string Events { get; set; }

    public string FilterPrefix { get; set; }

    public string FilterSuffix { get; set; }

    /// <summary>True by default.</summary>
    public bool Enabled { get; set; } = true;
}
