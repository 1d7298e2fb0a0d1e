using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cxf.Local.Tables;

/// <summary>
/// The part of DynamoDB's update expressions that the product writes: SET to a value, ADD of a number or to a set of texts,
/// DELETE from a set. Anything else is refused, never ignored.
/// </summary>
internal static partial class ItemUpdate
{
    /// <summary>Changes an item as an expression says.</summary>
    /// <exception cref="TableException">The expression is not understood.</exception>
    public static void Apply(string expression, JsonObject item, JsonObject request)
    {
        if (Expression().Match(expression) is not { Success: true } match)
        {
            throw TableException.Validation($"The local tables do not understand \"{expression}\".");
        }

        foreach (var (name, value) in Terms(match.Groups["set"], request))
        {
            item[name] = value.DeepClone();
        }

        foreach (var (name, value) in Terms(match.Groups["add"], request))
        {
            item[name] = value["SS"] is null ? Sum(item[name], value) : Set(Texts(item[name]).Union(Texts(value)));
        }

        foreach (var (name, value) in Terms(match.Groups["delete"], request))
        {
            var left = Texts(item[name]).Except(Texts(value)).ToList();
            item.Remove(name);
            if (left.Count > 0)
            {
                item[name] = Set(left);
            }
        }
    }

    private static IEnumerable<(string Name, JsonNode Value)> Terms(Group terms, JsonObject request) =>
        from capture in terms.Captures
        let parts = capture.Value.Split([" = ", " "], StringSplitOptions.None)
        select (ItemCondition.NameOf(parts[0], request), ItemCondition.ValueOf(parts[1], request));

    private static JsonObject Sum(JsonNode? before, JsonNode added) =>
        new() { ["N"] = (ItemCondition.NumberOf(before) + ItemCondition.NumberOf(added)).ToString(CultureInfo.InvariantCulture) };

    private static IEnumerable<string> Texts(JsonNode? set) =>
        set?["SS"]?.AsArray().Select(text => text!.GetValue<string>()) ?? [];

    private static JsonObject Set(IEnumerable<string> texts) =>
        new() { ["SS"] = new JsonArray([.. texts.Select(text => JsonValue.Create(text))]) };

    [GeneratedRegex(
        @"^(?:SET (?<set>#?\w+ = :\w+)(?:, (?<set>#?\w+ = :\w+))*)?(?:(?:^| )ADD (?<add>#?\w+ :\w+))?(?:(?:^| )DELETE (?<delete>#?\w+ :\w+))?$"
    )]
    private static partial Regex Expression();
}
