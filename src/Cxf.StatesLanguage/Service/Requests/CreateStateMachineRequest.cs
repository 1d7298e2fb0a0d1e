namespace Cxf.StatesLanguage.Service;

/// <summary>Request of CreateStateMachine.</summary>
/// <param name="Name">1 to 80 characters.</param>
/// <param name="Definition">Amazon States Language.</param>
/// <param name="RoleArn">The machine's role.</param>
/// <param name="Type">Default STANDARD.</param>
/// <param name="Publish">Whether version 1 is published at once.</param>
/// <param name="VersionDescription">Only with <paramref name="Publish"/>.</param>
/// <param name="LoggingConfiguration">Default: no log.</param>
/// <param name="TracingConfiguration">Default: no trace.</param>
/// <param name="Tags">Default: none. Those of a creation that is repeated are ignored, as on AWS.</param>
public sealed record CreateStateMachineRequest(
    string? Name,
    string? Definition,
    string? RoleArn,
    StateMachineType? Type = null,
    bool? Publish = null,
    string? VersionDescription = null,
    LoggingConfiguration? LoggingConfiguration = null,
    TracingConfiguration? TracingConfiguration = null,
    IReadOnlyList<Tag>? Tags = null);
