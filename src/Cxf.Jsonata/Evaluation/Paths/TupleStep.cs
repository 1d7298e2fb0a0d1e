using Cxf.Jsonata.Compilation;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>One step of a path that binds variables; a slot of -1 binds nothing.</summary>
internal sealed record TupleStep(Evaluator Expression)
{
    public const int NoSlot = -1;

    /// <summary><c>@$name</c>.</summary>
    public int FocusSlot { get; init; } = NoSlot;

    /// <summary><c>#$name</c>.</summary>
    public int IndexSlot { get; init; } = NoSlot;

    /// <summary>The slot in which a <c>%</c> finds this step's context.</summary>
    public int AncestorSlot { get; init; } = NoSlot;

    public TupleStage[] Stages { get; init; } = [];
}

/// <summary>A predicate, or the binding of the index, after a step that binds variables.</summary>
internal sealed record TupleStage(Predicate? Predicate, int IndexSlot);

/// <summary>A result of a path as an object: the value as <c>@</c>, the variables as fields, and no variables.</summary>
internal sealed class BareTuple(TupleFrame origin, JsonataValue[] slots, Frame parent, Scope scope)
    : TupleFrame(parent, slots, AsObject(origin, scope))
{
    public TupleFrame Origin { get; } = origin;

    private static JsonataValue AsObject(TupleFrame tuple, Scope scope)
    {
        var fields = new ObjectValue(scope.Count + 1);
        fields.Set("@", tuple.Item);
        for (var slot = 0; slot < scope.Count; slot++)
        {
            if (!tuple.Slots[slot].IsUnbound)
            {
                fields.Set(scope.Names[slot], tuple.Slots[slot]);
            }
        }

        return new JsonataValue(fields);
    }
}

/// <summary>One result of a path that binds variables: the value and the bindings.</summary>
internal class TupleFrame(Frame parent, JsonataValue[] slots, JsonataValue item) : Frame(parent, slots)
{
    public JsonataValue Item { get; set; } = item;

    /// <summary>A copy for further bindings.</summary>
    public TupleFrame With(in JsonataValue item) => new(Parent!, (JsonataValue[])Slots.Clone(), item);

    public static TupleFrame First(Frame parent, int count, in JsonataValue item)
    {
        var slots = new JsonataValue[count];
        Array.Fill(slots, JsonataValue.Unbound);
        return new TupleFrame(parent, slots, item);
    }
}
