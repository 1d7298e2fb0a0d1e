using Cxf.ContactFlows.Actions;

namespace Cxf.ContactFlows.TestCases;

/// <summary>
/// The operators of Assert: those of contact flows without KeyExists, and Exists.
/// APIReference/testing-language-actions-assertion.html
/// </summary>
internal static class TestCaseOperators
{
    /// <summary>Holds for any value; it has no operand.</summary>
    public const string Exists = "Exists";

    /// <summary>All operators by name.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Operators.Names.Where(name => name != Operators.KeyExists), Exists];
}
