using Cxf.Jsonata.Diagnostics;

namespace Cxf.Jsonata;

/// <summary>One thing wrong with an expression.</summary>
/// <param name="Code">JSONata's code, for example <c>S0202</c>.</param>
/// <param name="Position">
/// The offset just behind the offending token in the expression's text, in UTF-16 units, as the reference reports it;
/// -1 where there is none.
/// </param>
/// <param name="Token">The offending token, or null.</param>
/// <param name="Message">JSONata's own sentence.</param>
public sealed record JsonataError(string Code, int Position, string? Token, string Message)
{
    /// <summary>The sentence with the line it is about and a caret under the place.</summary>
    /// <param name="text">The expression's text.</param>
    /// <example><code>
    /// S0202: Expected ")", got "}" (line 2, column 9)
    ///   $sum(a}
    ///         ^
    /// </code></example>
    public string Render(string text) => CaretText.Render(this, text);
}
