namespace Cxf.StatesLanguage.Service;

/// <summary>Names of aliases: as the API model has them, <c>(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+</c>, so that no alias looks like
/// a version.</summary>
internal static class AliasNames
{
    public static bool IsValid(string name) =>
        name.Length is > 0 and <= ServiceLimits.NameCharacters
        && name.All(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.')
        && !name.All(char.IsAsciiDigit);
}
