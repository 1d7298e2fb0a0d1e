using Cxf.Local.Output;

namespace Cxf.Studio.Runs;

/// <summary>The data of a step as a page shows it: masked, and long texts cut.</summary>
internal static class StepData
{
    private const int MostCharacters = 20_000;

    /// <summary>What the history has, each with its name.</summary>
    public static IEnumerable<(string Name, string Value)> Of(HistoryRow row, PersonalData personalData) =>
        Parts(row).Where(part => part.Json is not null).Select(part => (part.Name, Masked(part.Name, part.Json!, personalData)));

    private static IEnumerable<(string Name, string? Json)> Parts(HistoryRow row) =>
        [
            ("input", row.Input),
            ("request headers", row.Sent?.Headers),
            ("request body", row.Sent?.Body),
            .. row.Variables.Select(one => (one.Key, (string?)one.Value)),
            ("output", row.Output),
        ];

    private static string Masked(string name, string json, PersonalData personalData) =>
        personalData.Hides(name) ? personalData.Member(name, json) : personalData.Json(json, MostCharacters);
}
