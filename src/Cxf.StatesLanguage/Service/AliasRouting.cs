using System.Globalization;

namespace Cxf.StatesLanguage.Service;

/// <summary>The routing rules of an alias that do not depend on the machine.</summary>
internal static class AliasRouting
{
    private const int MaxVersions = 2;
    private const int Percent = 100;

    public static void Check(IReadOnlyList<RoutingConfigurationItem> routing)
    {
        if (routing.Count is 0 or > MaxVersions)
        {
            var bound = routing.Count == 0 ? "greater than or equal to 1" : $"less than or equal to {MaxVersions}";
            throw ApiErrors.Constraint(
                "routingConfiguration",
                $"[{string.Join(", ", routing.Select(Print))}]",
                $"Member must have length {bound}"
            );
        }

        var versions = routing.Select(static route => route.StateMachineVersionArn).ToList();
        if (versions.Distinct(StringComparer.Ordinal).Count() != versions.Count)
        {
            throw ApiErrors.Validation(
                "Routing configuration must contain distinct state machine version ARNs. "
                    + $"Received: [{string.Join(", ", versions)}]"
            );
        }

        for (var index = 0; index < routing.Count; index++)
        {
            if (routing[index].Weight is var weight && weight is < 0 or > Percent)
            {
                var bound = weight < 0 ? "greater than or equal to 0" : $"less than or equal to {Percent}";
                throw ApiErrors.Constraint(
                    $"routingConfiguration.{index + 1}.member.weight",
                    weight.ToString(CultureInfo.InvariantCulture),
                    $"Member must have value {bound}"
                );
            }
        }

        if (routing.Sum(static route => route.Weight) != Percent)
        {
            throw ApiErrors.Validation(
                "Sum of routing configuration weights must equal 100. "
                    + $"Received: [{string.Join(", ", routing.Select(static route => route.Weight))}]"
            );
        }
    }

    private static string Print(RoutingConfigurationItem route) =>
        $"RoutingConfigurationListItem(stateMachineVersionArn={route.StateMachineVersionArn}, weight={route.Weight})";
}

/// <summary>Names of aliases: a pattern of the API model, so that no alias looks like a version.</summary>
internal static class AliasNames
{
    private const string Pattern = @"^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$";

    public static void Check(string name)
    {
        RequestMember.CheckName(name);
        if (
            !name.All(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.')
            || name.All(char.IsAsciiDigit)
        )
        {
            throw ApiErrors.Constraint("name", name, $"Member must satisfy regular expression pattern: {Pattern}");
        }
    }
}
