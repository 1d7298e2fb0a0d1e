using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation;

/// <summary>Numbers that JSON cannot write, as Step Functions writes them: as texts.</summary>
internal static class UnusualNumbers
{
    /// <summary>The value with a text for each such number.</summary>
    public static JsonataValue AsTexts(in JsonataValue value, Run run)
    {
        StackGuard.Check();
        run.Tick();
        if (value.IsNumber)
        {
            return double.IsFinite(value.Number) ? value : JsonataValue.From(NumberText.Of(value.Number));
        }

        if (value.Reference is ItemArray array)
        {
            var items = new JsonataValue[array.Count];
            for (var index = 0; index < items.Length; index++)
            {
                items[index] = AsTexts(array[index], run);
            }

            return new JsonataValue(new ItemArray(items, array.Traits));
        }

        if (value.Reference is not ObjectValue made)
        {
            return value;
        }

        var copy = new ObjectValue(made.Count);
        for (var index = 0; index < made.Count; index++)
        {
            copy.Append(made.NameAt(index), AsTexts(made.ValueAt(index), run));
        }

        return new JsonataValue(copy);
    }
}
