using System.Text.RegularExpressions;

namespace Cxf.Flows.Model;

/// <summary>
/// The rule for step labels, and for the names of variables and branches. A label is a state name in the console and a JSONata
/// variable in expressions, so it must be legal as both and must not hide a name that expressions need.
/// </summary>
public static partial class StepLabel
{
    /// <summary>The longest label, in characters: Step Functions' limit for state and variable names.</summary>
    public const int MaxLength = 80;

    /// <summary>The rule as a sentence's end, for messages: "a label must be " + this.</summary>
    public const string Description = "a letter followed by up to 79 of A-Z a-z 0-9 _";

    /// <summary>Variables that every flow has.</summary>
    public static IReadOnlyList<string> Reserved { get; } = ["states", "payload", "contact", "flow"];

    /// <summary>Every name that a label or a variable must not have.</summary>
    internal static IEnumerable<string> AllReserved => Reserved.Concat(ExpressionFunctions.Order(StringComparer.Ordinal));

    /// <summary>The functions that expressions can call.</summary>
    internal static IReadOnlyCollection<string> Functions => ExpressionFunctions;

    /// <summary>Whether the text has the shape of a label.</summary>
    public static bool IsWellFormed(string text) => Shape().IsMatch(text);

    /// <summary>Whether the label would hide a variable or function that expressions use.</summary>
    public static bool IsReserved(string text) => Reserved.Contains(text) || ExpressionFunctions.Contains(text);

    // The functions of JSONata 2.0.6 (docs.jsonata.org) and those that Step Functions adds ("Transforming data with JSONata").
    private static readonly HashSet<string> ExpressionFunctions =
    [
        "abs",
        "append",
        "assert",
        "average",
        "base64decode",
        "base64encode",
        "boolean",
        "ceil",
        "clone",
        "contains",
        "count",
        "decodeUrl",
        "decodeUrlComponent",
        "distinct",
        "each",
        "encodeUrl",
        "encodeUrlComponent",
        "error",
        "eval",
        "exists",
        "filter",
        "floor",
        "formatBase",
        "formatInteger",
        "formatNumber",
        "fromMillis",
        "join",
        "keys",
        "length",
        "lookup",
        "lowercase",
        "map",
        "match",
        "max",
        "merge",
        "millis",
        "min",
        "not",
        "now",
        "number",
        "pad",
        "parseInteger",
        "power",
        "random",
        "reduce",
        "replace",
        "reverse",
        "round",
        "shuffle",
        "sift",
        "single",
        "sort",
        "split",
        "spread",
        "sqrt",
        "string",
        "substring",
        "substringAfter",
        "substringBefore",
        "sum",
        "toMillis",
        "trim",
        "type",
        "uppercase",
        "zip",
        "hash",
        "parse",
        "partition",
        "range",
        "uuid",
    ];

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]{0,79}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
