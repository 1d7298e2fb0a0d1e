using Cxf.Jsonata;
using Cxf.StatesLanguage.DataFlow.Jsonata;

namespace Cxf.StatesLanguage.Reading;

/// <summary>Reads <c>{% … %}</c>.</summary>
internal static class ExpressionReader
{
    private const string Open = "{%";
    private const string Close = "%}";

    public static bool IsExpression(string text) =>
        text.Length >= Open.Length + Close.Length
        && text.StartsWith(Open, StringComparison.Ordinal)
        && text.EndsWith(Close, StringComparison.Ordinal);

    /// <summary>
    /// Reports a string with only one of the two expression marks; spaces outside the marks are not allowed (developer guide,
    /// Transforming data with JSONata).
    /// </summary>
    public static void RejectHalf(Node field)
    {
        if (field.Text.StartsWith(Open, StringComparison.Ordinal) != field.Text.EndsWith(Close, StringComparison.Ordinal))
        {
            field.Error("A JSONata expression must start with '{%' and end with '%}', without spaces outside");
        }
    }

    /// <summary>Reads a field that must be an expression; reports why and returns null if it is not.</summary>
    public static StatesExpression? Read(Node field, string name)
    {
        if (!field.IsString || !IsExpression(field.Text))
        {
            field.Error("The field must be a JSONata expression between '{%' and '%}'");
            return null;
        }

        var text = field.Text[Open.Length..^Close.Length].Trim();
        if (!JsonataExpression.TryCompile(text, field.Context.Expressions, out var expression, out var errors))
        {
            foreach (var error in errors)
            {
                field.Error(error.Message, DiagnosticCodes.InvalidJsonata);
            }

            return null;
        }

        foreach (var reference in expression.ContextReferences)
        {
            field.Error(
                $"Reference to '{reference.Text}' at the top level is not supported.",
                DiagnosticCodes.UnsupportedJsonata
            );
        }

        CheckVariables(field, expression);
        return new StatesExpression(expression, name);
    }

    private static void CheckVariables(Node field, JsonataExpression expression)
    {
        const string ErrorOutput = ".errorOutput";
        foreach (var variable in expression.FreeVariables)
        {
            if (variable.Name != StatesVariable.Name)
            {
                field.Context.References.Add(variable.Name);
            }
            else if (
                !IsInCatcher(field.Path)
                && expression.Text.AsSpan(variable.Start + variable.Length).StartsWith(ErrorOutput, StringComparison.Ordinal)
            )
            {
                field.Error("Reference to '$states.errorOutput' is not supported.", DiagnosticCodes.UnsupportedJsonata);
            }
        }
    }

    /// <summary>Whether a field belongs to a catcher of the innermost state around it.</summary>
    private static bool IsInCatcher(string path) =>
        path.AsSpan(Math.Max(0, path.LastIndexOf("/States/", StringComparison.Ordinal)))
            .Contains("/Catch[", StringComparison.Ordinal);
}
