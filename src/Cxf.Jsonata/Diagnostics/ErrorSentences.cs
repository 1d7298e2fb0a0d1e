namespace Cxf.Jsonata.Diagnostics;

/// <summary>What each code says. <c>{token}</c>, <c>{value}</c> and the like are filled in by <see cref="Errors"/>.</summary>
internal static class ErrorSentences
{
    public static string Of(string code) => code[0] switch
    {
        'S' => SyntaxSentences.Of(code),
        'T' => TypeSentences.Of(code),
        _ => DynamicSentences.Of(code),
    } ?? code;
}
