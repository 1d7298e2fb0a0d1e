namespace Cxf.Local.Tables;

/// <summary>A request that is answered with one of the service's errors.</summary>
internal sealed class TableException(string error, string message) : Exception(message)
{
    /// <summary>The error's name.</summary>
    public string Error { get; } = error;

    public static TableException Validation(string message) => new("ValidationException", message);

    public static TableException ConditionFailed() => new("ConditionalCheckFailedException", "The conditional request failed");
}
