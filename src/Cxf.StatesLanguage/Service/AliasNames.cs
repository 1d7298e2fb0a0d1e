namespace Cxf.StatesLanguage.Service;

/// <summary>Names of aliases: a pattern of the API model, so that no alias looks like a version.</summary>
internal static class AliasNames
{
    private const string Pattern = @"^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$";

    public static void Check(string name)
    {
        MemberLength.CheckName(name);
        if (!name.All(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.')
            || name.All(char.IsAsciiDigit))
        {
            throw ApiErrors.Constraint("name", name, $"Member must satisfy regular expression pattern: {Pattern}");
        }
    }
}
