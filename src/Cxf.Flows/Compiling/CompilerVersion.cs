using System.Globalization;
using System.Text.RegularExpressions;

namespace Cxf.Flows.Compiling;

/// <summary>
/// The version of the compiler's output. Every definition contains it, so a release whose compiler writes other definitions
/// publishes flows again although their documents are unchanged. Raise it with every change of a golden file.
/// </summary>
public static partial class CompilerVersion
{
    /// <summary>The version of this release.</summary>
    public const int Current = 5;

    /// <summary>The version of the compiler that wrote a definition; null for a definition that it did not write.</summary>
    public static int? Of(string definition) =>
        Written().Match(definition) is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    // The end of the machine's comment, which is its first member.
    [GeneratedRegex(@"\A\s*\{\s*""Comment""\s*:\s*""CXF tenant [^""]*, compiler ([0-9]{1,9})""", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
