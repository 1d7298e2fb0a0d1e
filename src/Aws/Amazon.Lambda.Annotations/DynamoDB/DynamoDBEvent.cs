namespace Amazon.Lambda.Annotations.DynamoDB;

/// <summary>A DynamoDB stream calls the function.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class DynamoDBEventAttribute(string stream) : Attribute
{
    public string Stream { get; set; } = stream;

    public string ResourceName { get; set; }

    /// <summary>Records per call; 100 by default.</summary>
    public uint BatchSize { get; set; } = 100;

    public StartingPosition StartingPosition { get; set; }

    /// <summary>True by default.</summary>
    public bool Enabled { get; set; } = true;

    public uint MaximumBatchingWindowInSeconds { get; set; }

    /// <summary>Filter criteria in JSON, with semicolons between.</summary>
    public string Filters { get; set; }
}

/// <summary>Where in a stream reading starts.</summary>
public enum StartingPosition
{
    LATEST = 0,
    TRIM_HORIZON = 1,
}
