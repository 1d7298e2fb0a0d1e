using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.History;

namespace Cxf.Flows.FlowTests;

/// <summary>
/// A failed evaluation in the author's words. The compiler joins expressions of a step where a run records its answer, so the
/// cause then shows an expression that nobody wrote.
/// </summary>
internal static class AuthorExpression
{
    /// <summary>The cause, with the expression and the member of the document; as it is where they cannot be told.</summary>
    public static string Explain(CompiledState state, EvaluationFailedDetails failed)
    {
        if (failed.Place is not { End: >= 0 } place)
        {
            return failed.Explanation;
        }

        var source = InDocument(place);
        foreach (var (pointer, text) in state.Step.Values.SelectMany(value => value.Strings()))
        {
            if (ExpressionText.TryRead(text, out var written) && Contains(source, written.Trim()))
            {
                return failed.Explanation.Replace(
                    $"'{place.Expression}' specified for the field '{failed.Location}'",
                    $"'{written.Trim()}' specified for the field '{pointer[(state.Step.Pointer.Length + 1)..]}'",
                    StringComparison.Ordinal
                );
            }
        }

        return failed.Explanation;
    }

    // With the variables of the document instead of what the compiler reads for them.
    private static FailedPlace InDocument(FailedPlace place) =>
        new(FlowFrame.InDocument(place.Expression), FlowFrame.InDocument(place.Expression[..place.End]).Length);

    // An expression can be in the joined one more than once, such as a message that is also an output: they fail alike.
    private static bool Contains(FailedPlace place, string written)
    {
        for (
            var start = place.Expression.IndexOf(written, StringComparison.Ordinal);
            start >= 0 && written.Length > 0;
            start = place.Expression.IndexOf(written, start + 1, StringComparison.Ordinal)
        )
        {
            if (start < place.End && place.End <= start + written.Length)
            {
                return true;
            }
        }

        return false;
    }
}
