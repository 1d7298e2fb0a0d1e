using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Signatures;
using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Calls;

/// <summary>Changes a copy of an object: what the pattern finds in the copy is updated there.</summary>
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
            // The data has no function of that name; in JavaScript every object does.
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
