using Cxf.Jsonata.Functions;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Analysis;

/// <summary>What is known about an expression without evaluation.</summary>
internal sealed record ExpressionFacts(
    IReadOnlyList<JsonataVariableReference> FreeVariables,
    IReadOnlyList<JsonataContextReference> ContextReferences,
    bool IsConstant,
    IReadOnlyList<string> InputFields
)
{
    public static ExpressionFacts Of(SyntaxNode syntax, JsonataOptions options)
    {
        var library = FunctionLibrary.For(options.Dialect);
        var variables = VariableUse.In(syntax);
        var references = ContextUse.In(syntax);
        JsonataVariableReference[] free =
        [
            .. variables
                .Where(variable => library.Find(variable.Name) is null)
                .Select(variable => new JsonataVariableReference(
                    variable.Name,
                    variable.Start,
                    variable.Position - variable.Start
                ))
                .OrderBy(reference => reference.Start),
        ];
        var fields = InputFieldUse.In(syntax, library);
        var isConstant =
            free.Length == 0
            && references.Count == 0
            && fields.Count == 0
            && !variables.Exists(variable => NondeterministicFunctions.Contains(variable.Name));
        return new ExpressionFacts(free, references, isConstant, fields);
    }
}

/// <summary>The built-in functions whose result may differ each time.</summary>
internal static class NondeterministicFunctions
{
    public static bool Contains(string name) => name is "now" or "millis" or "random" or "shuffle" or "uuid" or "eval";
}
