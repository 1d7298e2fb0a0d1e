namespace Cxf.StatesLanguage.Model;

/// <summary>A state machine as it was at one time; executions keep the revision they started with.</summary>
internal sealed record MachineRevision(
    string Arn,
    string Name,
    StateMachineType Type,
    string DefinitionText,
    StateMachineDefinition Definition,
    string RoleArn,
    LoggingConfiguration Logging,
    TracingConfiguration Tracing,
    EncryptionConfiguration Encryption,
    string? RevisionId,
    DateTimeOffset UpdateDate
);

/// <summary>What a machine logs; see <see cref="Service.StepFunctionsService.LoggedEvents"/>.</summary>
/// <param name="Level">ALL, ERROR, FATAL or OFF; default OFF.</param>
/// <param name="IncludeExecutionData">Whether input and output are logged; default false.</param>
/// <param name="Destinations">Exactly one where the level is not OFF.</param>
public sealed record LoggingConfiguration(
    string? Level = "OFF",
    bool IncludeExecutionData = false,
    IReadOnlyList<LogDestination>? Destinations = null
)
{
    internal bool IsSameAs(LoggingConfiguration other) =>
        this with { Destinations = null } == other with { Destinations = null }
        && (Destinations ?? []).SequenceEqual(other.Destinations ?? []);
}

/// <summary>Where a machine's log goes.</summary>
/// <param name="CloudWatchLogsLogGroup">The log group.</param>
public sealed record LogDestination(CloudWatchLogsLogGroup? CloudWatchLogsLogGroup);

/// <summary>A log group.</summary>
/// <param name="LogGroupArn">Its ARN.</param>
public sealed record CloudWatchLogsLogGroup(string? LogGroupArn);

/// <summary>Whether a machine is traced. The local engine keeps it and traces nothing.</summary>
/// <param name="Enabled">Default false.</param>
public sealed record TracingConfiguration(bool Enabled = false);

/// <summary>The key that a machine or an activity names for its data. The local engine keeps it and encrypts nothing.</summary>
/// <param name="Type">AWS_OWNED_KEY or CUSTOMER_MANAGED_KMS_KEY.</param>
/// <param name="KmsKeyId">The customer's key.</param>
/// <param name="KmsDataKeyReusePeriodSeconds">60 to 900; how long a data key is reused.</param>
public sealed record EncryptionConfiguration(string? Type, string? KmsKeyId = null, int? KmsDataKeyReusePeriodSeconds = null)
{
    internal const string AwsOwnedKey = "AWS_OWNED_KEY";
    internal const string CustomerKey = "CUSTOMER_MANAGED_KMS_KEY";

    internal static EncryptionConfiguration OwnedByAws { get; } = new(AwsOwnedKey);
}
