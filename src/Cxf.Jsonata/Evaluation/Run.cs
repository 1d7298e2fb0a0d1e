using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation;

/// <summary>
/// One evaluation: its input, variables, clock, limits and buffers. Later evaluations of the same expression reuse the instance,
/// never two at the same time.
/// </summary>
internal sealed class Run
{
    private const int TicksBetweenChecks = 1024;
    private const int MaxPooledFrame = 8;

    // What is copied or compared in sequence takes a small fraction of what a tick takes.
    private const int SizeOfTick = 64;
    private const int SizeOfItem = 16;
    private const int MaxTicksAtOnce = 1 << 20;
    private readonly Stack<ValueBuffer> _buffers = new();
    private readonly Frame?[] _frames = new Frame?[MaxPooledFrame + 1];
    private int _ticks;
    private bool _isCounting;
    private long _startedAt;
    private long _allocatedBefore;
    private long _allocatedAtLastSpending;
    private DateTimeOffset? _now;
    private Random? _random;
    private CancellationToken _cancellation;

    public Run(JsonataOptions options)
    {
        Options = options;
        Limits = options.Limits;
    }

    public JsonataOptions Options { get; }

    public JsonataLimits Limits { get; }

    public JsonataBindings? Bindings { get; private set; }

    /// <summary>The original input: <c>$$</c>.</summary>
    public JsonataValue Root { get; private set; }

    /// <summary>The nesting depth, as the reference counts it, at the call of the innermost function.</summary>
    public int Depth { get; set; }

    /// <summary>The call that <see cref="JsonataValue.TailCall"/> represents.</summary>
    public FunctionCall PendingCall { get; set; }

    /// <summary>A number that is infinite or NaN has been computed.</summary>
    public bool HasUnusualNumber { get; set; }

    /// <summary>Where <c>$eval</c> was called.</summary>
    public CallSite? EvalSite { get; set; }

    /// <summary>Strings of the document that were read before.</summary>
    public Utf8StringCache Strings { get; } = new();

    /// <summary>Merges objects of the document; created for the first merge.</summary>
    public ElementMerge Merge => field ??= new ElementMerge();

    /// <summary>The time of <c>$now</c> and <c>$millis</c>: the same in the whole evaluation.</summary>
    public DateTimeOffset Now => _now ??= Options.TimeProvider.GetUtcNow();

    public Random Random => _random ??= Options.RandomSeed is { } seed ? new Random(seed) : Random.Shared;

    public void Begin(in JsonataValue input, JsonataBindings? bindings, CancellationToken cancellation)
    {
        Root = input;
        Bindings = bindings;
        Depth = 0;
        HasUnusualNumber = false;
        _cancellation = cancellation;
        _ticks = TicksBetweenChecks;
        _isCounting = false;
        _now = null;
        _random = null;
        if (Options.Budget is { } budget)
        {
            _allocatedAtLastSpending = GC.GetAllocatedBytesForCurrentThread();
            Spend(budget, 1);
        }
    }

    /// <summary>Releases everything that the evaluation used.</summary>
    public void End()
    {
        if (Options.Budget is { } budget)
        {
            Spend(budget, TicksBetweenChecks - _ticks);
        }

        Root = default;
        Bindings = null;
        PendingCall = default;
        EvalSite = null;
        foreach (var first in _frames)
        {
            for (var frame = first; frame is not null; frame = frame.Parent)
            {
                Array.Clear(frame.Slots);
            }
        }
    }

    /// <summary>Called once for each item or call; checks the time limit periodically.</summary>
    public void Tick()
    {
        if (--_ticks <= 0)
        {
            CheckBudget();
        }
    }

    /// <summary>Called for work on many items or characters at once, which counts as a fraction of that many ticks.</summary>
    public void Work(long size)
    {
        _ticks -= (int)Math.Min(size / SizeOfTick, MaxTicksAtOnce);
        if (_ticks <= 0)
        {
            CheckBudget();
        }
    }

    /// <summary>How much work it is to read all of a value, as far as that is known at once.</summary>
    public static long SizeOf(in JsonataValue value) =>
        value.Reference switch
        {
            string text => text.Length,
            ArrayValue array => SizeOfItem * (long)array.Count,
            _ => 0,
        };

    public ValueBuffer Rent() => _buffers.TryPop(out var buffer) ? buffer : new ValueBuffer(this);

    public void Return(ValueBuffer buffer)
    {
        buffer.Clear();
        _buffers.Push(buffer);
    }

    /// <summary>
    /// A frame for a scope that no function captures. The caller fills the first slots; the others are unbound.
    /// </summary>
    public Frame RentFrame(Frame parent, int count, int filledByCaller)
    {
        if (count >= _frames.Length || _frames[count] is not { } frame)
        {
            return Frame.Unbound(parent, count);
        }

        _frames[count] = frame.Parent;
        frame.Parent = parent;
        frame.Slots.AsSpan(filledByCaller).Fill(JsonataValue.Unbound);
        return frame;
    }

    /// <summary>Returns a frame; free frames of one size are linked by their parents.</summary>
    public void ReturnFrame(Frame frame)
    {
        var count = frame.Slots.Length;
        if (count < _frames.Length)
        {
            frame.Parent = _frames[count];
            _frames[count] = frame;
        }
    }

    public void CheckBudget()
    {
        if (Options.Budget is { } budget)
        {
            Spend(budget, TicksBetweenChecks - _ticks);
        }

        _ticks = TicksBetweenChecks;
        _cancellation.ThrowIfCancellationRequested();
        if (!_isCounting)
        {
            // The first ticks take microseconds, and most evaluations need no more of them, so they never read the clock.
            _isCounting = true;
            _startedAt = Options.TimeProvider.GetTimestamp();
            _allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
            return;
        }

        if (Options.TimeProvider.GetElapsedTime(_startedAt) > Limits.Time)
        {
            throw LimitErrors.TooSlow();
        }

        if (GC.GetAllocatedBytesForCurrentThread() - _allocatedBefore > Limits.AllocatedBytes)
        {
            throw LimitErrors.TooMuchMemory();
        }
    }

    private void Spend(WorkBudget budget, long ticks)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var bytes = allocated - _allocatedAtLastSpending;
        _allocatedAtLastSpending = allocated;
        if (!budget.TrySpend(ticks + (bytes / SizeOfTick)))
        {
            throw LimitErrors.OverBudget();
        }
    }

    /// <summary>Called before a long string is created.</summary>
    public void CheckStringLength(long length)
    {
        Work(length);
        if (length > Limits.StringLength)
        {
            throw LimitErrors.TooMuchMemory();
        }
    }
}
