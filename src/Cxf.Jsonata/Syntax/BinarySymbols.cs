namespace Cxf.Jsonata.Syntax;

/// <summary>The operators as they are written.</summary>
internal static class BinarySymbols
{
    private static readonly string[] Symbols = ["+", "-", "*", "/", "%", "=", "!=", "<", "<=", ">", ">=", "&", "..", "and", "or", "in"];

    public static string Of(BinaryOperator @operator) => Symbols[(int)@operator];
}
