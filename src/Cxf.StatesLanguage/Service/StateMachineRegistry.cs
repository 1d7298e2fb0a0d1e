using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.Service;

/// <summary>The state machines and executions of one service. Callers hold <see cref="Lock"/> while they use machines.</summary>
internal sealed class StateMachineRegistry(Engine engine, ExecutionRetention retention)
{
    // A thread packs one execution at a time.
    [ThreadStatic]
    private static PackWriter? _pack;

    private readonly EndedExecutions _ended = new(retention);
    private readonly string _arnPrefix = $"arn:aws:states:{engine.Region}:{engine.Account}:";
    private long _ids;
    private long _numbers;

    public Lock Lock { get; } = new();

    public Engine Engine { get; } = engine;

    public OrderedDictionary<string, StateMachineRecord> Machines { get; } = new(StringComparer.Ordinal);

    /// <summary>Executions of all machines, deleted ones included, by ARN.</summary>
    public ExecutionList Executions { get; } = new(engine);

    /// <summary>The tags of activities, by ARN.</summary>
    public Dictionary<string, OrderedDictionary<string, string>> ActivityTags { get; } = new(StringComparer.Ordinal);

    public DateTimeOffset Now => Engine.Time.GetUtcNow();

    public string ArnOf(string resource) => _arnPrefix + resource;

    /// <summary>The ARN of an execution of a STANDARD machine.</summary>
    public string ExecutionArn(string machineName, string name) => $"{_arnPrefix}execution:{machineName}:{name}";

    public string NewId(string context) => StableId.Uuid($"{Engine.Seed}", context, Interlocked.Increment(ref _ids));

    /// <summary>The name of an execution that was started without one.</summary>
    public string NewName(string machineArn) => StableId.Next(Engine.Seed, machineArn, Interlocked.Increment(ref _ids));

    /// <summary>A number that rises with each machine and execution, so that listings have an order.</summary>
    public long NextNumber() => Interlocked.Increment(ref _numbers);

    /// <summary>Keeps an execution that has ended, and forgets those beyond the limits.</summary>
    public void Keep(ExecutionRun ended)
    {
        var pack = EndedExecution.CanPack(ended) ? Packed(ended) : null;
        lock (Lock)
        {
            var now = ended.StopDate ?? Now;
            _ended.Add(
                ended.Machine.Type,
                pack is not null && Executions.Pack(ended, pack) is { } place ? new(place, now) : new(ended)
            );
            pack?.Clear();
            while (_ended.TakeExcess(now) is { } excess)
            {
                Forget(excess);
            }
        }
    }

    /// <summary>The machine of an ARN without version or alias.</summary>
    public StateMachineRecord Machine(string arn)
    {
        Arns.CheckMachine(arn);
        return Machines.TryGetValue(arn, out var machine) ? machine : throw ApiErrors.MachineDoesNotExist(arn);
    }

    /// <summary>The machine of an ARN, and the version or alias that the ARN ends with, if any.</summary>
    public (StateMachineRecord Machine, string? Qualifier) Qualified(string arn)
    {
        Arns.CheckMachine(arn);
        if (Machines.TryGetValue(arn, out var machine))
        {
            return (machine, null);
        }

        var (owner, qualifier) = Split(arn);
        return (owner ?? throw ApiErrors.MachineDoesNotExist(arn), qualifier);
    }

    /// <summary>
    /// The machine of a version's or alias' ARN, or null where it does not exist, and the last part of the ARN.
    /// </summary>
    public (StateMachineRecord? Machine, string Qualifier) Split(string arn)
    {
        Arns.CheckMachine(arn);
        var cut = arn.LastIndexOf(':');
        return (Machines.GetValueOrDefault(arn[..cut]), arn[(cut + 1)..]);
    }

    public ExecutionRun Execution(string arn)
    {
        lock (Lock)
        {
            return Executions.TryGet(arn, out var run) ? run : throw ApiErrors.ExecutionDoesNotExist(arn);
        }
    }

    /// <summary>An execution that the API shows: one of a STANDARD machine.</summary>
    public ExecutionRun StandardExecution(string arn)
    {
        Arns.CheckExecution(arn);
        return Execution(arn);
    }

    /// <summary>The map run of an ARN, <c>arn:…:mapRun:machine/label:id</c>.</summary>
    public MapRun MapRun(string arn)
    {
        Arns.CheckMapRun(arn);
        lock (Lock)
        {
            return Executions.Unpacked.SelectMany(static run => run.MapRuns).FirstOrDefault(run => run.Arn == arn)
                ?? throw ApiErrors.ResourceNotFound(arn);
        }
    }

    private static PackWriter Packed(ExecutionRun ended)
    {
        var pack = _pack ??= new PackWriter();
        EndedExecution.Pack(pack, ended);
        return pack;
    }

    private void Forget(KeptExecution kept)
    {
        if (kept.Run is null)
        {
            Executions.Remove(kept.Place);
        }
        else if (kept.Run.Status != ExecutionStatus.Running)
        {
            // A redriven execution that runs again ends again, later in the order.
            Executions.Remove(kept.Run);
        }
    }
}
