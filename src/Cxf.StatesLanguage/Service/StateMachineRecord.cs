using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.Service;

/// <summary>A state machine with its versions, aliases and executions.</summary>
internal sealed class StateMachineRecord(MachineRevision revision, DateTimeOffset creationDate)
{
    public MachineRevision Current { get; set; } = revision;

    public DateTimeOffset CreationDate { get; } = creationDate;

    /// <summary>Published versions by number; numbers are never used again.</summary>
    public SortedDictionary<int, MachineVersion> Versions { get; } = [];

    public Dictionary<string, MachineAlias> Aliases { get; } = new(StringComparer.Ordinal);

    /// <summary>Executions by name, in the order in which they were started.</summary>
    public OrderedDictionary<string, ExecutionRun> Executions { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, string> Tags { get; set; } = new(StringComparer.Ordinal);

    public int LastVersion { get; set; }
}
