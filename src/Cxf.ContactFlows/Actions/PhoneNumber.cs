using System.Collections.Frozen;
using System.Text.Json;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Whether keyed digits are a phone number: with its country code (E164), or as people dial it in their own country (Local).
/// adminguide/store-customer-input.html, ITU-T E.164
/// </summary>
internal static class PhoneNumber
{
    private const int MinDigits = 7;
    private const int MaxDigits = 15;

    /// <summary>The digits of a national number without its trunk prefix, and that prefix.</summary>
    private sealed record Plan(int Min, int Max, string Trunk);

    private static readonly FrozenDictionary<string, Plan> Plans = new Dictionary<string, Plan>
    {
        ["AT"] = new(4, 13, "0"),
        ["AU"] = new(9, 9, "0"),
        ["BE"] = new(8, 9, "0"),
        ["BR"] = new(10, 11, "0"),
        ["CA"] = new(10, 10, "1"),
        ["CH"] = new(9, 9, "0"),
        ["DE"] = new(5, 13, "0"),
        ["DK"] = new(8, 8, ""),
        ["ES"] = new(9, 9, ""),
        ["FR"] = new(9, 9, "0"),
        ["GB"] = new(9, 10, "0"),
        ["IE"] = new(7, 9, "0"),
        ["IN"] = new(10, 10, "0"),
        ["IT"] = new(6, 11, ""),
        ["JP"] = new(9, 10, "0"),
        ["MX"] = new(10, 10, "0"),
        ["NL"] = new(9, 9, "0"),
        ["NO"] = new(8, 8, ""),
        ["NZ"] = new(8, 10, "0"),
        ["PL"] = new(9, 9, ""),
        ["PT"] = new(9, 9, ""),
        ["SE"] = new(7, 10, "0"),
        ["SG"] = new(8, 8, ""),
        ["US"] = new(10, 10, "1"),
        ["ZA"] = new(9, 9, "0"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool IsValid(string digits, JsonElement validation)
    {
        var isLocal = string.Equals(
            ContactFlowJson.Text(validation, "NumberFormat"),
            "Local",
            StringComparison.OrdinalIgnoreCase
        );
        var number = digits.TrimStart('+');
        if (!number.All(char.IsAsciiDigit))
        {
            return false;
        }

        if (isLocal && Plans.TryGetValue(ContactFlowJson.Text(validation, "CountryCode") ?? "", out var plan))
        {
            var national =
                plan.Trunk.Length > 0 && number.StartsWith(plan.Trunk, StringComparison.Ordinal)
                    ? number[plan.Trunk.Length..]
                    : number;
            return national.Length >= plan.Min && national.Length <= plan.Max;
        }

        // Of a country without a plan here, and of any number with its country code: what E.164 allows. No code begins with 0.
        return number.Length is >= MinDigits and <= MaxDigits && (isLocal || number[0] != '0');
    }
}

/// <summary>The words of the flow language for truth values, in any case.</summary>
internal static class Words
{
    public static bool IsTrue(string? text) => string.Equals(text, "True", StringComparison.OrdinalIgnoreCase);
}
