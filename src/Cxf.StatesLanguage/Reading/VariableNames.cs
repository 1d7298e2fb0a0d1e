using System.Text.RegularExpressions;

namespace Cxf.StatesLanguage.Reading;

/// <summary>The rule for names of variables: a Unicode identifier of at most 80 characters that is not <c>states</c>.</summary>
internal static partial class VariableNames
{
    public static void Check(Node place, string name)
    {
        if (name.Length > ServiceLimits.NameCharacters || !Identifier.IsMatch(name))
        {
            place.Error($"The variable name '{name}' is not valid");
        }
        else if (name == "states")
        {
            place.Error("The variable name 'states' is reserved");
        }
    }

    [GeneratedRegex(@"^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$")]
    private static partial Regex Identifier { get; }
}
