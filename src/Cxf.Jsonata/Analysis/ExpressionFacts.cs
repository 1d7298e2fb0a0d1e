using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.Analysis;

/// <summary>What can be known of an expression without evaluating it.</summary>
internal sealed record ExpressionFacts(
    IReadOnlyList<JsonataVariableReference> FreeVariables,
    IReadOnlyList<JsonataContextReference> ContextReferences,
    bool IsConstant,
    IReadOnlyList<string> InputFields)
{
    public static ExpressionFacts Of(SyntaxNode syntax, JsonataOptions options)
    {
        _ = syntax;
        _ = options;
        return new([], [], false, []);
    }
}
