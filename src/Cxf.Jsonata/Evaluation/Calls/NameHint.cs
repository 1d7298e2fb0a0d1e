using Cxf.Jsonata.Diagnostics;

namespace Cxf.Jsonata.Evaluation.Calls;

/// <summary>The error for a function's name without its <c>$</c>.</summary>
internal static class NameHint
{
    public static JsonataException For(string code, string name, int position) =>
        new(code, ErrorSentences.Of(code).Replace("{name}", name), position, name);
}
