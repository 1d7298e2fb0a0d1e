using System.Globalization;
using Cxf.Jsonata.Compilation;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>A grouping at the end of a path that binds variables: in a group every variable has all its values.</summary>
internal sealed class TupleGrouping(GroupPair[] pairs, Scope scope, GroupEvaluator naming)
{
    /// <summary>The groups of values that are not tuples any more.</summary>
    public JsonataValue EvaluateBare(JsonataValue[] items, Frame frame, Run run) =>
        naming.Evaluate(new JsonataValue(new ItemArray(items)), TupleFrame.First(frame, scope.Count, default), run);

    public JsonataValue Evaluate(List<TupleFrame> tuples, Frame frame, Run run)
    {
        if (tuples.Count == 0)
        {
            return naming.Evaluate(default, TupleFrame.First(frame, scope.Count, default), run);
        }

        var groups = new List<(string Name, int Pair, List<TupleFrame> Tuples)>();
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var tuple in tuples)
        {
            run.Tick();
            for (var pair = 0; pair < pairs.Length; pair++)
            {
                var key = pairs[pair].Key.Evaluate(tuple.Item, tuple, run);
                if (!key.IsUndefined)
                {
                    Add(groups, indexes, naming.NameOf(key, run), pair, tuple);
                }
            }
        }

        var merged = MergeAll(groups, frame, run);
        var result = new ObjectValue(groups.Count);
        for (var index = 0; index < groups.Count; index++)
        {
            var value = pairs[groups[index].Pair].Value.Evaluate(merged[index].Item, merged[index], run);
            if (!value.IsUndefined)
            {
                result.Append(groups[index].Name, value);
            }
        }

        return new JsonataValue(result);
    }

    /// <summary>
    /// What each group holds. The reference takes the value out of the only tuple of a group, in the order in which JavaScript
    /// lists the names, so that a later group that has the tuple too does not have its value.
    /// </summary>
    private TupleFrame[] MergeAll(List<(string Name, int Pair, List<TupleFrame> Tuples)> groups, Frame frame, Run run)
    {
        var merged = new TupleFrame[groups.Count];
        foreach (var index in Enumerable.Range(0, groups.Count).OrderBy(index => ArrayIndex(groups[index].Name)))
        {
            var members = groups[index].Tuples;
            merged[index] = Merge(members, frame, run);
            if (members is [var single])
            {
                single.Item = default;
            }
        }

        return merged;
    }

    /// <summary>The number that a name is, if it is an index of an array; these names come first, in order.</summary>
    private static long ArrayIndex(string name) =>
        uint.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < uint.MaxValue
        && name == index.ToString(CultureInfo.InvariantCulture)
            ? index
            : long.MaxValue;

    private void Add(
        List<(string Name, int Pair, List<TupleFrame> Tuples)> groups,
        Dictionary<string, int> indexes,
        string name,
        int pair,
        TupleFrame tuple
    )
    {
        if (!indexes.TryGetValue(name, out var index))
        {
            indexes.Add(name, groups.Count);
            groups.Add((name, pair, [tuple]));
        }
        else if (groups[index].Pair != pair)
        {
            throw naming.DuplicateKey(name);
        }
        else
        {
            groups[index].Tuples.Add(tuple);
        }
    }

    private TupleFrame Merge(List<TupleFrame> tuples, Frame frame, Run run)
    {
        var merged = TupleFrame.First(frame, scope.Count, Joined(tuples, tuple => tuple.Item, run));
        for (var slot = 0; slot < scope.Count; slot++)
        {
            if (tuples.Exists(tuple => !tuple.Slots[slot].IsUnbound))
            {
                var at = slot;
                merged.Slots[slot] = Joined(tuples, tuple => tuple.Slots[at], run);
            }
        }

        return merged;
    }

    private static JsonataValue Joined(List<TupleFrame> tuples, Func<TupleFrame, JsonataValue> part, Run run)
    {
        if (tuples.Count == 1)
        {
            return part(tuples[0]);
        }

        var buffer = run.Rent();
        foreach (var tuple in tuples)
        {
            var value = part(tuple);
            if (!value.IsUndefined && !value.IsUnbound)
            {
                buffer.AddFlattened(value);
            }
        }

        var joined = buffer.Count == 1 ? buffer[0] : new JsonataValue(buffer.ToArray(ArrayTraits.None));
        run.Return(buffer);
        return joined;
    }
}
