using Cxf.Jsonata.Functions;

namespace Cxf.Jsonata.Evaluation;

/// <summary>A slot in which a variable may be bound.</summary>
/// <param name="Hops">The number of frames outward.</param>
/// <param name="Slot">The slot in that frame.</param>
internal readonly record struct VariableSlot(int Hops, int Slot);

/// <summary>
/// A variable. The slots that can bind it are known; an unbound slot makes the next outer one visible, then the bindings of the
/// evaluation, then the built-in functions.
/// </summary>
internal sealed class VariableEvaluator(string name, VariableSlot[] slots, FunctionLibrary library, bool keepArray) : Evaluator
{
    private readonly JsonataValue _builtIn = library.Find(name) is { } function ? new JsonataValue(function) : default;

    public string Name { get; } = name;

    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) =>
        Sequences.Reduce(EvaluateRaw(input, frame, run), keepArray);

    public override JsonataValue EvaluateRaw(in JsonataValue input, Frame frame, Run run)
    {
        foreach (var slot in slots)
        {
            var at = frame;
            for (var hops = slot.Hops; hops > 0; hops--)
            {
                at = at.Parent!;
            }

            ref readonly var value = ref at.Slots[slot.Slot];
            if (!value.IsUnbound)
            {
                return value;
            }
        }

        if (run.Bindings is { } bindings && bindings.TryGet(Name, out var bound))
        {
            return bound;
        }

        return Name == "$" ? run.Root : _builtIn;
    }
}

/// <summary><c>$name := value</c>, in the innermost frame.</summary>
internal sealed class BindEvaluator(int slot, Evaluator value) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        var result = value.Evaluate(input, frame, run);
        frame.Slots[slot] = result;
        return result;
    }
}

/// <summary>Expressions in parentheses. A block that binds nothing needs no frame.</summary>
internal sealed class BlockEvaluator(Evaluator[] expressions, Compilation.Scope? scope) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run)
    {
        if (scope is null)
        {
            return EvaluateAll(input, frame, run);
        }

        if (scope.IsCaptured)
        {
            return EvaluateAll(input, Frame.Unbound(frame, scope.Count), run);
        }

        var inner = run.RentFrame(frame, scope.Count, filledByCaller: 0);
        var result = EvaluateAll(input, inner, run);
        run.ReturnFrame(inner);
        return result;
    }

    private JsonataValue EvaluateAll(in JsonataValue input, Frame frame, Run run)
    {
        JsonataValue result = default;
        foreach (var expression in expressions)
        {
            result = expression.Evaluate(input, frame, run);
        }

        return result;
    }
}
