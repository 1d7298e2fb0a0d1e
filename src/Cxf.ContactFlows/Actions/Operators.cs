using System.Globalization;
using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// The comparisons of the flow language. Each looks at one result and one operand, a literal or a reference; text is compared
/// with case (adminguide/check-contact-attributes.html).
/// </summary>
internal static class Operators
{
    public const string EqualTo = "Equals";

    /// <summary>Not in the reference, but taken by the service.</summary>
    public const string KeyExists = "KeyExists";

    /// <summary>All operators by name.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        EqualTo,
        "TextStartsWith",
        "TextEndsWith",
        "TextContains",
        "NumberGreaterThan",
        "NumberGreaterOrEqualTo",
        "NumberLessThan",
        "NumberLessOrEqualTo",
        KeyExists,
    ];

    /// <summary>Whether the result fulfils the condition. A result that is not a number fulfils no number condition.</summary>
    public static bool Holds(string name, CallValue value, string operand) =>
        name switch
        {
            EqualTo => value.Text == operand,
            "TextStartsWith" => value.Text.StartsWith(operand, StringComparison.Ordinal),
            "TextEndsWith" => value.Text.EndsWith(operand, StringComparison.Ordinal),
            "TextContains" => value.Text.Contains(operand, StringComparison.Ordinal),
            "NumberGreaterThan" => Numbers(value.Text, operand) is var (left, right) && left > right,
            "NumberGreaterOrEqualTo" => Numbers(value.Text, operand) is var (left, right) && left >= right,
            "NumberLessThan" => Numbers(value.Text, operand) is var (left, right) && left < right,
            "NumberLessOrEqualTo" => Numbers(value.Text, operand) is var (left, right) && left <= right,
            KeyExists => value.HasKey(operand),
            _ => false,
        };

    public static bool IsNumeric(string name) => name.StartsWith("Number", StringComparison.Ordinal);

    public static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static (decimal Left, decimal Right)? Numbers(string left, string right) =>
        decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var l)
        && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var r)
            ? (l, r)
            : null;
}
