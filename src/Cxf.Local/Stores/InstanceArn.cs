using System.Text.RegularExpressions;
using Amazon;

namespace Cxf.Local.Stores;

/// <summary>The rule for the ARN of an Amazon Connect instance.</summary>
internal static partial class InstanceArn
{
    /// <summary>The rule without the regions. Amazon Connect API reference, "Instance": the id is a UUID.</summary>
    public const string Pattern =
        "^arn:aws(-[a-z]+)*:connect:(?<region>[a-z0-9-]+):[0-9]{12}:instance/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";

    /// <summary>An ARN as the console shows it.</summary>
    public const string Example = "arn:aws:connect:us-east-1:111122223333:instance/11111111-2222-4333-8444-555555555555";

    /// <summary>What is wrong with a text as such an ARN; null if nothing is.</summary>
    public static string? ProblemOf(string text) =>
        Rule().Match(text) is not { Success: true } match || text.EndsWith('\n')
            ? "The name is not the ARN of an Amazon Connect instance in lower case, as events contain it."
        : RegionEndpoint.EnumerableAllRegions.Any(region => region.SystemName == match.Groups["region"].Value) ? null
        : $"There is no AWS region \"{match.Groups["region"].Value}\".";

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Rule();
}
