using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Signatures;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Calls;

/// <summary>A compiled transform.</summary>
/// <param name="Pattern">Selects the objects to change.</param>
/// <param name="Update">Is merged into each object.</param>
/// <param name="Delete">The properties to delete, or null.</param>
/// <param name="CloneFunction">The variable <c>$clone</c>, which an expression may replace.</param>
/// <param name="NamesPrototype">The pattern names a member of JavaScript's object prototype, which the reference rejects.</param>
/// <param name="Position">The position of the transform in errors.</param>
/// <param name="UpdatePosition">The position of the update in errors.</param>
/// <param name="DeletePosition">The position of the deletion in errors.</param>
internal sealed record TransformBody(
    Evaluator Pattern,
    Evaluator Update,
    Evaluator? Delete,
    Evaluator CloneFunction,
    bool NamesPrototype,
    int Position,
    int UpdatePosition,
    int DeletePosition
);

/// <summary><c>|pattern|update,delete|</c>: the value is a function that changes a copy of its argument.</summary>
internal sealed class TransformEvaluator(TransformBody body) : Evaluator
{
    public override JsonataValue Evaluate(in JsonataValue input, Frame frame, Run run) => new(new TransformFunction(body, frame));
}

/// <summary>Changes a copy of an object: updates the objects that the pattern selects in the copy.</summary>
internal sealed class TransformFunction(TransformBody body, Frame frame) : FunctionValue
{
    private static readonly Signature Arguments = Signature.Parse("<(oa):o>");

    public override int Arity => 1;

    public override JsonataValue Invoke(JsonataValue[] arguments, in JsonataValue input, Run run)
    {
        arguments = Arguments.Bind(arguments, input);
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var clone = body.CloneFunction.Evaluate(input, frame, run);
        if (!clone.IsFunction)
        {
            throw At(Errors.Evaluation("T2013"), body.Position);
        }

        var copy = Invocation.Call(clone, arguments, JsonataValue.Null, run);
        var matches = FindMatches(copy, run);
        if (matches.IsUndefined)
        {
            return copy;
        }

        var cursor = new ArrayCursor(matches);
        while (cursor.MoveNext())
        {
            run.Tick();
            Change(cursor.Current, run);
        }

        return copy;
    }

    private JsonataValue FindMatches(in JsonataValue copy, Run run)
    {
        if (!body.NamesPrototype)
        {
            return body.Pattern.Evaluate(copy, frame, run);
        }

        JsonataValue matches = default;
        try
        {
            matches = body.Pattern.Evaluate(copy, frame, run);
        }
        catch (JsonataException error) when (error.Code is "T1005" or "T1006")
        {
            // The data has no function of that name, but in JavaScript every object has.
        }

        return matches.IsUndefined ? throw At(Errors.Evaluation("D1010"), body.Position) : matches;
    }

    private void Change(in JsonataValue match, Run run)
    {
        var update = body.Update.Evaluate(match, frame, run);
        if (!update.IsUndefined)
        {
            if (!update.IsObject)
            {
                throw At(Errors.Evaluation("T2011", update), body.UpdatePosition);
            }

            Merge(match, update);
        }

        if (body.Delete is not null)
        {
            Remove(match, body.Delete.Evaluate(match, frame, run));
        }
    }

    private static void Merge(in JsonataValue match, in JsonataValue update)
    {
        if (match.Reference is not ObjectValue changed)
        {
            return;
        }

        var properties = new PropertyList(update);
        for (var index = 0; index < properties.Count; index++)
        {
            changed.Set(properties.NameAt(index), properties.ValueAt(index));
        }
    }

    private void Remove(in JsonataValue match, in JsonataValue names)
    {
        if (names.IsUndefined)
        {
            return;
        }

        var cursor = new ArrayCursor(names);
        while (cursor.MoveNext())
        {
            if (!cursor.Current.IsString)
            {
                throw At(Errors.Evaluation("T2012", names), body.DeletePosition);
            }
        }

        if (match.Reference is not ObjectValue changed)
        {
            return;
        }

        cursor = new ArrayCursor(names);
        while (cursor.MoveNext())
        {
            changed.Remove(cursor.Current.AsString());
        }
    }

    private static JsonataException At(JsonataException error, int position)
    {
        Errors.Locate(error, position, null);
        return error;
    }
}
