using System.Buffers;

namespace Cxf.StatesLanguage.Model;

/// <summary>Names of state machines, executions and aliases (API reference of CreateStateMachine).</summary>
internal static class NameRules
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("<>{}[]?*\"#%\\^|~`$&,;:/");

    public static bool IsValid(string name) => name.Length is > 0 and <= ServiceLimits.NameCharacters && !name.Any(IsForbidden);

    /// <summary>White space, brackets, wildcards, special and control characters, surrogates.</summary>
    public static bool IsForbidden(char character) =>
        Forbidden.Contains(character)
        || char.IsWhiteSpace(character)
        || char.IsControl(character)
        || char.IsSurrogate(character)
        || character is '\uFFFE' or '\uFFFF';
}
