namespace Amazon.Lambda.Annotations.DynamoDB;

/// <summary>Where in a stream reading starts.</summary>
public enum StartingPosition
{
    LATEST = 0,
    TRIM_HORIZON = 1,
}
