using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>
/// An object constructor whose keys are different literals, as nearly all are: nothing has to be grouped, and all its objects
/// share the names. For an array it groups like the others.
/// </summary>
internal sealed class ObjectEvaluator(string[] names, Evaluator[] values, GroupEvaluator grouping) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        if (input.IsArray)
        {
            return grouping.Evaluate(input, frame, run);
        }

        var results = new JsonataValue[values.Length];
        var missing = 0;
        for (var index = 0; index < values.Length; index++)
        {
            results[index] = values[index].Evaluate(input, frame, run);
            missing += results[index].IsUndefined ? 1 : 0;
        }

        return missing == 0 ? new JsonataValue(new ObjectValue(names, results)) : WithoutMissing(results, missing);
    }

    private JsonataValue WithoutMissing(JsonataValue[] results, int missing)
    {
        var value = new ObjectValue(results.Length - missing);
        for (var index = 0; index < results.Length; index++)
        {
            if (!results[index].IsUndefined)
            {
                value.Append(names[index], results[index]);
            }
        }

        return new JsonataValue(value);
    }
}
