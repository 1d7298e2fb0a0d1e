namespace Cxf.StatesLanguage.Service;

/// <summary>Lengths that the API model gives for members of requests; AWS checks them before anything else.</summary>
internal static class MemberLength
{
    private const int Description = 256;

    public static void CheckName(string name) => Check("name", name, ServiceLimits.NameCharacters, 1);

    public static void CheckDescription(string member, string? description)
    {
        if (description is not null)
        {
            Check(member, description, Description);
        }
    }

    public static void Check(string member, string value, int maximum, int minimum = 0)
    {
        if (value.Length > maximum || value.Length < minimum)
        {
            var bound = value.Length > maximum ? $"less than or equal to {maximum}" : $"greater than or equal to {minimum}";
            throw ApiErrors.Constraint(member, value, $"Member must have length {bound}");
        }
    }
}
