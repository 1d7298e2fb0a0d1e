using System.Text;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Compiling;

/// <summary>
/// Resolves the flow's own variables in an author's expression: <c>$payload</c> and <c>$contact</c> are read from the run's
/// input where Step Functions keeps it, <c>$flow</c> becomes a literal. A step's result is a variable of the machine already.
/// Nothing else of the text is touched, and no state is spent on setting variables up.
/// </summary>
internal static class ExpressionResolution
{
    /// <summary>A string of the document: an expression with its variables resolved, or plain text as it is.</summary>
    public static string Resolve(string text, Func<string, string> read) =>
        ExpressionText.TryRead(text, out var jsonata) ? ExpressionText.Wrap(ResolveJsonata(jsonata, read)) : text;

    /// <summary>JSONata with each variable replaced by the expression that <paramref name="read"/> gives for its name.</summary>
    public static string ResolveJsonata(string jsonata, Func<string, string> read)
    {
        var resolved = new StringBuilder(jsonata);

        // From the end to the start, so that the places of the variables before stay where they were found.
        foreach (var variable in FreeVariables(jsonata).OrderByDescending(variable => variable.Start))
        {
            resolved.Remove(variable.Start, variable.Length).Insert(variable.Start, read(variable.Name));
        }

        return resolved.ToString();
    }

    /// <summary>Whether a string of the document is an expression that reads a variable.</summary>
    public static bool Reads(string text, string variable) =>
        ExpressionText.TryRead(text, out var jsonata) && FreeVariables(jsonata).Any(free => free.Name == variable);

    private static IReadOnlyList<JsonataVariableReference> FreeVariables(string jsonata) =>
        JsonataExpression.Compile(jsonata, JsonataOptions.StepFunctions).FreeVariables;
}
