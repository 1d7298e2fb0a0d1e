using System.CommandLine;
using System.CommandLine.Parsing;
using Cxf.Documents;
using Cxf.Local.Stores;

namespace Cxf.Local.Commands;

/// <summary><c>--set</c>: the values of the placeholders in the connections of a folder.</summary>
internal static class PlaceholderOption
{
    /// <summary>The option.</summary>
    public static Option<string[]> Set { get; } =
        new("--set")
        {
            HelpName = "Name=value",
            Description = "Values of the placeholders in connections: Name=value …, for ${Name}.",
            AllowMultipleArgumentsPerToken = true,
            Validators = { CheckPairs },
        };

    /// <summary>The values by the names of their placeholders.</summary>
    public static IReadOnlyDictionary<string, string> Values(ParseResult arguments) =>
        (arguments.GetValue(Set) ?? [])
            .Select(pair => pair.Split('=', 2))
            .GroupBy(pair => pair[0])
            .ToDictionary(pairs => pairs.Key, pairs => pairs.Last()[1]);

    /// <summary>What is wrong with the values for a folder; null if nothing is.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="folder">The deployment folder.</param>
    /// <param name="others">The placeholders that have a value without the option; null if none has to have one.</param>
    public static string? Problem(ParseResult arguments, string folder, string[]? others)
    {
        var values = Values(arguments);
        var names = Placeholders.In(folder);
        if (values.Keys.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
        {
            return $"--set {unknown}=…: no connection in {folder} has the placeholder ${{{unknown}}}. "
                + (names.Count == 0 ? "None has a placeholder." : Suggestion.Of(unknown, names));
        }

        var missing = others is null ? [] : names.Except(values.Keys).Except(others).ToList();
        return missing.Count == 0
            ? null
            : "The connections contain placeholders without a value. Add --set "
                + string.Join(" ", missing.Select(name => name + "=…"));
    }

    private static void CheckPairs(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=') < 1))
        {
            result.AddError($"--set takes Name=value, not \"{token.Value}\".");
        }
    }
}
