namespace Cxf.StatesLanguage.Service;

/// <summary>Request of UpdateStateMachine; what is null stays as it is.</summary>
/// <param name="StateMachineArn">The machine.</param>
/// <param name="Definition">The new definition.</param>
/// <param name="RoleArn">The new role.</param>
/// <param name="Publish">Whether the result is published as a version.</param>
/// <param name="VersionDescription">Only with <paramref name="Publish"/>.</param>
/// <param name="LoggingConfiguration">The new logging.</param>
/// <param name="TracingConfiguration">The new tracing.</param>
public sealed record UpdateStateMachineRequest(
    string? StateMachineArn,
    string? Definition = null,
    string? RoleArn = null,
    bool? Publish = null,
    string? VersionDescription = null,
    LoggingConfiguration? LoggingConfiguration = null,
    TracingConfiguration? TracingConfiguration = null);
