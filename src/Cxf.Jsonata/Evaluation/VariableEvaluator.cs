using Cxf.Jsonata.Functions;

namespace Cxf.Jsonata.Evaluation;

/// <summary>
/// A variable. The places where the text binds it are known; a place that is not bound yet lets the next one outward be
/// seen, then the bindings given to the evaluation, then the built-in functions.
/// </summary>
internal sealed class VariableEvaluator(string name, VariablePlace[] places, FunctionLibrary library, bool keepArray) : Evaluator
{
    private readonly JsonataValue _builtIn = library.Find(name) is { } function ? new JsonataValue(function) : default;

    public string Name { get; } = name;

    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) =>
        Sequences.Reduce(EvaluateRaw(input, frame, run), keepArray);

    public override JsonataValue EvaluateRaw(in JsonataValue input, Frame frame, Run run)
    {
        foreach (var place in places)
        {
            var at = frame;
            for (var hops = place.Hops; hops > 0; hops--)
            {
                at = at.Parent!;
            }

            ref readonly var value = ref at.Slots[place.Slot];
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
