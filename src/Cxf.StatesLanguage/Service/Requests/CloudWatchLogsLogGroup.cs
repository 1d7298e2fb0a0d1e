namespace Cxf.StatesLanguage.Service;

/// <summary>A log group.</summary>
/// <param name="LogGroupArn">Its ARN.</param>
public sealed record CloudWatchLogsLogGroup(string? LogGroupArn);
