using System.Text;
using System.Text.Json;

namespace Cxf.ContactFlows.Simulation;

/// <summary>The state of a running call, and what actions can do to it.</summary>
internal sealed class Call
{
    private readonly List<CallEvent> _events = [];
    private readonly Dictionary<string, int> _loops = [];
    private readonly Dictionary<string, TimeSpan> _waits = [];
    private readonly List<Task> _functions = [];
    private string _action = "";
    private int _asynchronous;

    public Call(CallOptions options)
    {
        Options = options;
        Data = new CallData(options.Contact) { Given = options.Values };
        Clock = new CallClock(options.TimeProvider, options.LongestWait);
    }

    public CallOptions Options { get; }

    public CallData Data { get; }

    /// <summary>Keys that were pressed before they were asked for.</summary>
    public TouchToneBuffer Keys { get; } = new();

    /// <summary>How many questions in a row got no answer.</summary>
    public int Unanswered { get; set; }

    /// <summary>How many modules the call is inside of.</summary>
    public int ModuleDepth { get; set; }

    public CallClock Clock { get; }

    public AnswerQuestion Caller => Options.Caller;

    public IReadOnlyList<CallEvent> Events => _events;

    /// <summary>Time that invocations took since the caller last heard something.</summary>
    public TimeSpan InvocationChain { get; private set; }

    /// <summary>References that hold a function's status: the answer's own, and attributes that it was copied to.</summary>
    public HashSet<string> StatusReferences { get; } = ["$.External.status"];

    public IReadOnlyList<Task> Unfinished => [.. _functions.Where(task => !task.IsCompleted)];

    /// <summary>Lets time pass; where the options tell when all has settled, only until then.</summary>
    public Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) =>
        Options.Settled is { } outside
            ? Clock.WaitAsync(time, ended => SettledAsync(outside, ended), cancellationToken)
            : Clock.WaitAsync(time, cancellationToken);

    private async Task SettledAsync(Func<CancellationToken, Task> outside, CancellationToken cancellationToken)
    {
        await Task.WhenAll(Unfinished).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await outside(cancellationToken);
    }

    public void Enter(ContactFlowAction next) => _action = next.Identifier;

    public void Tell(CallEvent happened)
    {
        var dated = happened with { At = Clock.Now, Action = _action };
        _events.Add(dated);
        Options.Observer?.Invoke(dated);
    }

    public void EndSilence() => InvocationChain = TimeSpan.Zero;

    public void AddToInvocationChain(TimeSpan time) => InvocationChain += time;

    /// <summary>The value of a reference. A missing value is reported as an event.</summary>
    public CallValue? Find(string reference) => Find(Reference.Path(reference));

    /// <summary>
    /// A text with its references replaced. A reference without a value is reported as an event and becomes an empty text.
    /// </summary>
    public string Fill(string text) => Reference.Replace(text, path => Find(path)?.Text ?? "");

    /// <summary>
    /// Why a parameter that names something has no value, for the reader of the call; with the reference, if it is one.
    /// </summary>
    public static string NoValue(ContactFlowAction action, string parameter) =>
        action.IsReference(parameter)
            ? $"{parameter} is {action.Text(parameter)}, which has no value"
            : $"{parameter} has no value";

    /// <summary>Sets an attribute; one whose value is missing stays as it was.</summary>
    /// <returns>False if the attributes would be larger than the service takes; then nothing is set.</returns>
    public bool SetAttribute(string scope, string name, string text)
    {
        var reference = $"$.{scope}.{name}";
        var value = Fill(text);
        if (value.Length == 0)
        {
            return true;
        }

        var attributes = scope == "Attributes" ? Data.Attributes : Data.FlowAttributes;
        var others = attributes.Where(attribute => attribute.Key != name).Sum(attribute => Size(attribute.Key, attribute.Value));
        if (others + Size(name, value) > ContactFlowLimits.AttributeBytes)
        {
            return false;
        }

        attributes[name] = value;
        if (!StatusReferences.Contains(text))
        {
            StatusReferences.Remove(reference);
        }
        else
        {
            StatusReferences.Add(reference);
        }

        Tell(new CallEvent.AttributeSet(scope, name, value));
        return true;
    }

    private static int Size(string name, string value) => Encoding.UTF8.GetByteCount(name) + Encoding.UTF8.GetByteCount(value);

    /// <summary>
    /// Whether a loop runs once more: a number of times, or for each element of a list. A finished loop starts again when the
    /// call returns to it.
    /// </summary>
    public bool Loop(string name, int count, JsonElement? list)
    {
        var done = _loops.GetValueOrDefault(name);
        _loops[name] = done < count ? done + 1 : 0;
        if (done == count)
        {
            Data.Loops.Remove(name);
            return false;
        }

        Data.Loops[name] = new LoopPosition(done, list);
        return true;
    }

    /// <summary>
    /// How long the call has been waiting at an action that lets the flow continue; zero when it comes by for the first time.
    /// </summary>
    public TimeSpan WaitingSince(string action)
    {
        _waits.TryAdd(action, Clock.Now);
        return Clock.Now - _waits[action];
    }

    /// <summary>The wait is over; the next one at that action begins anew.</summary>
    public void EndWait(string action) => _waits.Remove(action);

    /// <summary>Starts a function. The task never fails: an exception is a function that could not be reached.</summary>
    public Task<FunctionAnswer> StartFunction(
        string functionArn,
        ReadOnlyMemory<byte> eventJson,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        var task = InvokeAsync(functionArn, eventJson, limit, cancellationToken);
        _functions.Add(task);
        return task;
    }

    /// <summary>Starts a function whose answer the flow does not wait for.</summary>
    public void StartAsynchronously(
        string functionArn,
        ReadOnlyMemory<byte> eventJson,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        Data.InvocationId = $"{Options.Contact.ContactId}-{++_asynchronous}";
        _ = StartFunction(functionArn, eventJson, limit, cancellationToken);
    }

    private async Task<FunctionAnswer> InvokeAsync(
        string functionArn,
        ReadOnlyMemory<byte> eventJson,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await Options.Invoke(functionArn, eventJson, limit, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new FunctionAnswer(default, "the call was cancelled");
        }
        catch (Exception e)
        {
            return new FunctionAnswer(default, $"the function could not be reached ({e.GetType().Name})");
        }
    }

    private CallValue? Find(IReadOnlyList<string> path)
    {
        var value = Data.Find(path);
        if (value is null)
        {
            Tell(new CallEvent.ValueMissing("$." + string.Join('.', path)));
        }

        return value;
    }
}
