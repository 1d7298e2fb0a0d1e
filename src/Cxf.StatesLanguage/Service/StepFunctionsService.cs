using Cxf.Jsonata;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.Tasks;
using Cxf.StatesLanguage.Time;

namespace Cxf.StatesLanguage.Service;

/// <summary>
/// AWS Step Functions in this process: the operations of its API on state machines, versions, aliases and executions in memory.
/// Every operation answers as AWS does and throws <see cref="StepFunctionsException"/> with AWS's code where AWS would refuse.
/// Safe to use from many threads.
/// </summary>
public sealed partial class StepFunctionsService : IDisposable
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, StateMachineRecord> _machines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExecutionRun> _executions = new(StringComparer.Ordinal);
    private readonly Scheduler _scheduler;
    private readonly Engine _engine;
    private readonly JsonataOptions _expressions;
    private readonly Func<string?, StartLoss>? _startLosses;
    private long _ids;

    /// <summary>Starts a service without state machines.</summary>
    public StepFunctionsService(StepFunctionsOptions? options = null)
    {
        options ??= new StepFunctionsOptions();
        var time = options.TimeProvider;
        var threads = options.Threads ?? (ReferenceEquals(time, TimeProvider.System) ? Environment.ProcessorCount : 0);
        _scheduler = new Scheduler(time, threads);
        _engine = new Engine(
            _scheduler.Clock, _scheduler, TaskServicesFactory.Create(this, options), options.Region, options.AccountId, options.Seed, options.KeepHistory);
        _expressions = JsonataOptions.StepFunctions with { TimeProvider = _scheduler.Clock };
        _startLosses = options.StartLosses;
    }

    /// <summary>When the next wait of any execution ends; null when nothing waits. Tests move a virtual clock to it.</summary>
    public DateTimeOffset? NextDue => _scheduler.NextDue;

    internal Engine Engine => _engine;

    internal StartLoss LossOf(string? name) => _startLosses?.Invoke(name) ?? StartLoss.None;

    private DateTimeOffset Now => _engine.Time.GetUtcNow();

    /// <inheritdoc/>
    public void Dispose() => _scheduler.Dispose();

    private string MachineArn(string name) => $"arn:aws:states:{_engine.Region}:{_engine.Account}:stateMachine:{name}";

    private string NewId(string context) => StableId.Uuid($"{_engine.Seed}", context, Interlocked.Increment(ref _ids));

    private static string Required(string? value, string member) => value ?? throw ApiErrors.Missing(member);

    /// <summary>The machine of an ARN without version or alias.</summary>
    private StateMachineRecord Machine(string arn)
    {
        CheckMachineArn(arn);
        return _machines.TryGetValue(arn, out var machine) ? machine : throw ApiErrors.MachineDoesNotExist(arn);
    }

    /// <summary>The machine of an ARN with or without a version or alias behind it.</summary>
    private (StateMachineRecord Machine, string? Qualifier) Qualified(string arn)
    {
        CheckMachineArn(arn);
        if (_machines.TryGetValue(arn, out var machine))
        {
            return (machine, null);
        }

        var cut = arn.LastIndexOf(':');
        return cut > 0 && _machines.TryGetValue(arn[..cut], out machine)
            ? (machine, arn[(cut + 1)..])
            : throw ApiErrors.MachineDoesNotExist(arn);
    }

    private static void CheckMachineArn(string arn)
    {
        if (!arn.StartsWith("arn:", StringComparison.Ordinal))
        {
            throw ApiErrors.InvalidArn($"Invalid ARN prefix: {arn}");
        }

        if (!arn.Contains(":stateMachine:", StringComparison.Ordinal))
        {
            throw ApiErrors.InvalidArn($"Resource type not valid in this context: {ResourceType(arn)}");
        }
    }

    private static string ResourceType(string arn) => arn.Split(':') is { Length: > 5 } parts ? parts[5] : arn;
}
