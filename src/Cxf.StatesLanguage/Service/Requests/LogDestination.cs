namespace Cxf.StatesLanguage.Service;

/// <summary>Where a machine's log goes.</summary>
/// <param name="CloudWatchLogsLogGroup">The log group.</param>
public sealed record LogDestination(CloudWatchLogsLogGroup? CloudWatchLogsLogGroup);
