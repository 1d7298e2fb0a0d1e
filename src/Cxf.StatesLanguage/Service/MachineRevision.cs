using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Service;

/// <summary>A state machine as it was at one time; executions keep the revision they started with.</summary>
internal sealed record MachineRevision(
    string Arn, string Name, StateMachineType Type, string DefinitionText, StateMachineDefinition Definition, string RoleArn,
    LoggingConfiguration Logging, TracingConfiguration Tracing, string? RevisionId, DateTimeOffset UpdateDate);
