using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>The key and the value of one group.</summary>
internal sealed record GroupPair(Evaluator Key, Evaluator Value);

/// <summary>
/// <c>{key: value}</c>: groups items by key, then evaluates the value for each group. It is also the object constructor, whose
/// only item is the context.
/// </summary>
internal sealed class GroupEvaluator(GroupPair[] pairs, int position)
{
    /// <summary>Groups a value's items.</summary>
    public JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var groups = new GroupTable(run);
        if (!input.IsArray)
        {
            Sort(input, frame, run, groups);
        }
        else if (input.Count == 0)
        {
            Sort(default, frame, run, groups);
        }
        else
        {
            var items = new ArrayCursor(input);
            while (items.MoveNext())
            {
                run.Tick();
                Sort(items.Current, frame, run, groups);
            }
        }

        return Values(groups, frame, run);
    }

    private void Sort(in JsonataValue item, Frame frame, Run run, GroupTable groups)
    {
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            var key = pairs[pair].Key.Evaluate(item, frame, run);
            if (!key.IsUndefined)
            {
                groups.Add(NameOf(key, run), pair, item, this);
            }
        }
    }

    private JsonataValue Values(GroupTable groups, Frame frame, Run run)
    {
        var result = new ObjectValue(groups.Count);
        for (var index = 0; index < groups.Count; index++)
        {
            var value = pairs[groups.PairAt(index)].Value.Evaluate(groups.ItemsAt(index), frame, run);
            if (!value.IsUndefined)
            {
                result.Append(groups.NameAt(index), value);
            }
        }

        groups.Return();
        return new JsonataValue(result);
    }

    public string NameOf(in JsonataValue key, Run run)
    {
        if (key.IsString)
        {
            return run.Strings.Get(key);
        }

        throw At(Errors.Evaluation("T1003", key));
    }

    public JsonataException DuplicateKey(string name) => At(Errors.Evaluation("D1009", JsonataValue.From(name)));

    private JsonataException At(JsonataException error)
    {
        Errors.Locate(error, position, null);
        return error;
    }
}

/// <summary>An object constructor as an expression of its own.</summary>
internal sealed class GroupingEvaluator(GroupEvaluator grouping) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) => grouping.Evaluate(input, frame, run);
}
