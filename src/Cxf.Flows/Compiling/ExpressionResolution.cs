using System.Text;
using Cxf.Flows.Analysis;
using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>
/// Resolves the flow's own variables in an author's expression: <c>$payload</c> and <c>$contact</c> are read from the run's
/// input where Step Functions keeps it, <c>$flow</c> becomes a literal. A step's result is a variable of the machine already.
/// Nothing else of the text is touched, and no state is spent on setting variables up.
/// </summary>
internal static class ExpressionResolution
{
    /// <summary>A string of the document: an expression with its variables resolved, or plain text as it is.</summary>
    public static string Resolve(string text, FlowAnalysis analysis, Func<string, string> read) =>
        ExpressionText.TryRead(text, out var jsonata) ? ExpressionText.Wrap(ResolveJsonata(jsonata, analysis, read)) : text;

    /// <summary>JSONata with each variable replaced by the expression that <paramref name="read"/> gives for its name.</summary>
    public static string ResolveJsonata(string jsonata, FlowAnalysis analysis, Func<string, string> read)
    {
        var resolved = new StringBuilder();
        var at = 0;
        foreach (var variable in analysis.Compile(jsonata).FreeVariables)
        {
            resolved.Append(jsonata, at, variable.Start - at).Append(read(variable.Name));
            at = variable.Start + variable.Length;
        }

        return resolved.Append(jsonata, at, jsonata.Length - at).ToString();
    }

    /// <summary>The variables that a string of the document reads; none where it is plain text.</summary>
    public static IEnumerable<string> VariablesOf(string text, FlowAnalysis analysis) =>
        ExpressionText.TryRead(text, out var jsonata)
            ? analysis.Compile(jsonata).FreeVariables.Select(variable => variable.Name)
            : [];
}
