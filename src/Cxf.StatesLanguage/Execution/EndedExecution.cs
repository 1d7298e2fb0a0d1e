using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>What remains of an execution that can no longer change.</summary>
internal sealed record EndedExecution(
    MachineRevision Machine,
    string Arn,
    string Name,
    ExecutionOrigin Origin,
    Payload Input,
    DateTimeOffset StartDate,
    DateTimeOffset StopDate,
    ExecutionStatus Status,
    Payload? Output,
    StateError? Error,
    ExecutionHistory History
)
{
    /// <summary>
    /// Whether an execution can be packed: it cannot be redriven, and it has nothing that few executions have.
    /// </summary>
    public static bool CanPack(ExecutionRun run) =>
        (
            run.Status == ExecutionStatus.Succeeded
            || (run.Status == ExecutionStatus.Failed && run.Machine.Type == StateMachineType.Express)
        ) && run is { RedriveCount: 0, HasMapRuns: false, MockedCalls.Count: 0, Origin.TestCase: null };

    /// <summary>Writes an execution, without its machine and its ARN.</summary>
    public static void Pack(PackWriter pack, ExecutionRun run)
    {
        pack.Write(run.Name);
        pack.Write(run.Origin.VersionArn);
        pack.Write(run.Origin.AliasArn);
        pack.Write(run.Input);
        pack.WriteFixed(run.StartDate.UtcTicks);
        pack.WriteByte((byte)run.Status);
        pack.Write(run.Output);
        pack.Write(run.Error?.Error);
        pack.Write(run.Error?.Cause);
        pack.WriteNumber(run.History.Count);
        run.History.Pack(pack);
    }

    /// <summary>Reads an execution; its events are read when they are asked for.</summary>
    public static EndedExecution Unpack(PackReader pack, Engine engine, MachineRevision machine, string arn, long stopTicks)
    {
        var name = pack.ReadText();
        var origin = new ExecutionOrigin(pack.ReadOptionalText(), pack.ReadOptionalText());
        var input = pack.ReadDocument();
        var start = new DateTimeOffset(pack.ReadFixed(), TimeSpan.Zero);
        var status = (ExecutionStatus)pack.ReadByte();
        var output = pack.ReadOptionalDocument();
        var (error, cause) = (pack.ReadOptionalText(), pack.ReadOptionalText());
        var count = (int)pack.ReadNumber();
        var started = new ExecutionStartedDetails(input, machine.RoleArn, origin.AliasArn, origin.VersionArn);
        var events = new Lazy<IReadOnlyList<HistoryEvent>>(() =>
            engine.KeepHistory ? ExecutionHistory.Unpack(pack, count, machine.Definition.States, started) : []
        );
        return new EndedExecution(
            machine,
            arn,
            name,
            origin,
            input,
            start,
            new DateTimeOffset(stopTicks, TimeSpan.Zero),
            status,
            output,
            status == ExecutionStatus.Succeeded ? null : new StateError(error, cause),
            ExecutionHistory.OfEnded(engine.Time, count, () => events.Value)
        );
    }
}
