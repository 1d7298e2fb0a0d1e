using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation;

/// <summary>The last step of every node: a sequence of one value becomes that value, an empty one becomes undefined.</summary>
internal static class Sequences
{
    public static JsonataValue Reduce(in JsonataValue value, bool keepArray)
    {
        if (value.Reference is not ArrayValue array || !array.Is(ArrayTraits.Sequence))
        {
            return value;
        }

        if (keepArray)
        {
            array.Traits |= ArrayTraits.KeepSingleton;
        }

        return array.Count switch
        {
            0 => default,
            1 when !array.Is(ArrayTraits.KeepSingleton) => array[0],
            _ => value,
        };
    }

    public static bool IsSequence(in JsonataValue value) => value.Reference is ArrayValue array && array.Is(ArrayTraits.Sequence);

    /// <summary>The value as an array: the value itself if it is one.</summary>
    public static JsonataValue Wrap(in JsonataValue value) =>
        value.IsArray ? value : new JsonataValue(new ItemArray([value], ArrayTraits.Sequence));

    /// <summary>Implements <c>$append</c>: a new array with the items of both sides; undefined adds nothing.</summary>
    public static JsonataValue Append(in JsonataValue left, in JsonataValue right, Run run)
    {
        if (left.IsUndefined || right.IsUndefined)
        {
            return left.IsUndefined ? right : left;
        }

        var buffer = run.Rent();
        buffer.AddFlattened(left);
        buffer.AddFlattened(right);
        var result = new JsonataValue(buffer.ToArray(ArrayTraits.None));
        run.Return(buffer);
        return result;
    }

    /// <summary>Truth as in <c>$boolean</c>; undefined is false.</summary>
    public static bool IsTrue(in JsonataValue value)
    {
        switch (value.Kind)
        {
            case JsonataKind.Boolean:
                return ReferenceEquals(value.Reference, ValueTag.True);
            case JsonataKind.Number:
                return Numbers.IsNumeric(value) && value.Number != 0;
            case JsonataKind.String:
                return value.Reference is string text ? text.Length > 0 : !ElementText.Raw(value.Element).IsEmpty;
            case JsonataKind.Object:
                return value.Count > 0;
            case JsonataKind.Array:
                return AnyIsTrue(value);
            case JsonataKind.Function:
                return value.Reference is not Functions.RegexFunction;
            default:
                return false;
        }
    }

    private static bool AnyIsTrue(in JsonataValue array)
    {
        Limits.StackGuard.Check();
        var items = new ArrayCursor(array);
        while (items.MoveNext())
        {
            if (IsTrue(items.Current))
            {
                return true;
            }
        }

        return false;
    }
}
