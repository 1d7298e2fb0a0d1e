using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>
/// Collects the results of a step for each item. Arrays are flattened by one level, with two exceptions: those of array
/// constructors, and a single array in the last step, which is the result.
/// </summary>
internal struct StepCollector(Run run, bool isLast)
{
    private readonly ValueBuffer _results = run.Rent();
    private JsonataValue _single;
    private bool _hasResult;

    public readonly ValueBuffer Results => _results;

    public void Add(in JsonataValue value)
    {
        if (value.IsUndefined)
        {
            return;
        }

        if (!value.IsArray)
        {
            Flush();
            _results.Add(value);
        }
        else if (isLast && !_hasResult && !Sequences.IsSequence(value))
        {
            _single = value;
            _hasResult = true;
        }
        else
        {
            Flush();
            AddArray(value);
        }
    }

    /// <summary>Begins a sequence, whose values are added with <see cref="AddItem"/>.</summary>
    public void BeginSequence() => Flush();

    public readonly void AddItem(in JsonataValue value) => _results.Add(value);

    /// <summary>The step's results for the next step; the caller returns the buffer.</summary>
    public ValueBuffer ToBuffer()
    {
        Flush();
        return _results;
    }

    /// <summary>The path's result, reduced.</summary>
    public JsonataValue ToResult()
    {
        var result = _single.IsUndefined ? _results.ToResult() : _single;
        run.Return(_results);
        return result;
    }

    /// <summary>The path's result, not reduced.</summary>
    public JsonataValue ToRawResult()
    {
        var result = _single.IsUndefined ? _results.ToSequence() : _single;
        run.Return(_results);
        return result;
    }

    private void Flush()
    {
        _hasResult = true;
        if (!_single.IsUndefined)
        {
            AddArray(_single);
            _single = default;
        }
    }

    private readonly void AddArray(in JsonataValue array)
    {
        if (array.Reference is ArrayValue made && made.Is(ArrayTraits.Constructed))
        {
            _results.Add(array);
        }
        else
        {
            _results.AddFlattened(array);
        }
    }
}
