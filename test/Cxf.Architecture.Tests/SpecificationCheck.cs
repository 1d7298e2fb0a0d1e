using System.Globalization;
using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace Cxf.Architecture.Tests;

/// <summary>
/// Compares a part of the template with its specification: names, required ones, types. Gives back everything wrong.
/// </summary>
internal static class SpecificationCheck
{
    public static IEnumerable<string> Properties(
        string place,
        YamlNode? actual,
        IReadOnlyDictionary<string, JsonElement> specified
    )
    {
        var given =
            (actual as YamlMappingNode)?.Children.ToDictionary(child => Template.Text(child.Key), child => child.Value) ?? [];
        var unknown = given.Keys.Except(specified.Keys).Select(name => $"{place}/{name} is not a property.");
        var missing = specified
            .Where(property => property.Value.GetProperty("required").GetBoolean() && !given.ContainsKey(property.Key))
            .Select(property => $"{place}/{property.Key} is required.");
        var wrong = given
            .Where(property => specified.ContainsKey(property.Key))
            .SelectMany(property => Type($"{place}/{property.Key}", property.Value, specified[property.Key].GetProperty("type")));
        return unknown.Concat(missing).Concat(wrong);
    }

    private static IEnumerable<string> Type(string place, YamlNode actual, JsonElement type)
    {
        if (!actual.Tag.IsEmpty && actual.Tag.IsLocal)
        {
            return Function(place, actual, type);
        }

        if (type.ValueKind == JsonValueKind.String)
        {
            return Fits(actual, type.GetString()!) ? [] : [$"{place} is not a {type.GetString()}."];
        }

        var kind = type.EnumerateObject().Single();
        return kind.Name switch
        {
            "union" => Union(place, actual, kind.Value),
            "list" => actual is YamlSequenceNode list
                ? list.Children.SelectMany((item, index) => Type($"{place}/{index}", item, kind.Value))
                : [$"{place} is not a list."],
            "map" => actual is YamlMappingNode map
                ? map.Children.SelectMany(child => Type($"{place}/{Template.Text(child.Key)}", child.Value, kind.Value))
                : [$"{place} is not a map."],
            _ => actual is YamlMappingNode
                ? Properties(
                    place,
                    actual,
                    kind.Value.EnumerateObject().ToDictionary(property => property.Name, property => property.Value)
                )
                : [$"{place} is not an object."],
        };
    }

    // A type's members do not say which of them is meant, so the template is held to the one it is nearest to.
    private static List<string> Union(string place, YamlNode actual, JsonElement types) =>
        types.EnumerateArray().Select(type => Type(place, actual, type).ToList()).MinBy(problems => problems.Count)!;

    private static IEnumerable<string> Function(string place, YamlNode actual, JsonElement type) =>
        actual.Tag.Value switch
        {
            "!If" => ((YamlSequenceNode)actual).Children.Skip(1).SelectMany(branch => Type(place, branch, type)),
            "!Ref" or "!GetAtt" or "!Sub" or "!Join" or "!Split" => [],
            var tag => [$"{place}: {tag} is not checked."],
        };

    private static bool Fits(YamlNode actual, string type) =>
        type switch
        {
            "json" => true,
            "number" => actual is YamlScalarNode scalar && double.TryParse(scalar.Value, CultureInfo.InvariantCulture, out _),
            "boolean" => actual is YamlScalarNode { Value: "true" or "false" },
            _ => actual is YamlScalarNode,
        };
}
