using System.CommandLine;
using System.Text.Json.Nodes;
using Cxf.Documents;
using Cxf.Local.Explanations;
using Cxf.Local.Stores;

namespace Cxf.Local.Commands;

/// <summary><c>cxf explain</c>: what a code means, who can act and what to check first.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string[]> Codes = new("code")
    {
        Description = "The codes, such as ApiTimeout or CXF2110. Default: the list of all codes.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("explain", "Explain an error code or the code of a diagnostic.") { Codes, TargetOptions.Json };
        command.SetAction(
            (arguments, cancellationToken) =>
                RunAsync(
                    arguments.GetValue(Codes) ?? [],
                    arguments.GetValue(TargetOptions.Json),
                    arguments.InvocationConfiguration.Output,
                    arguments.InvocationConfiguration.Error,
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> codes,
        bool json,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        var unknown = codes.Where(code => ExplanationCatalogue.Find(code) is null).ToList();
        if (unknown.Count > 0)
        {
            var names = ExplanationCatalogue.All.Select(explanation => explanation.Code).ToList();
            foreach (var code in unknown)
            {
                var nearest = Suggestion.Nearest(code, names);
                await error.WriteLineAsync(
                    $"There is no code {code}. {(nearest is null ? "cxf explain lists all codes." : $"Did you mean {nearest}?")}"
                );
            }

            return ExitCode.Usage;
        }

        var found = codes.Select(code => ExplanationCatalogue.Find(code)!).ToList();
        var text =
            json
                ? new JsonArray([.. (found.Count > 0 ? found : ExplanationCatalogue.All).Select(Json)]).ToJsonString(
                    JsonFiles.Compact
                )
            : found.Count > 0 ? string.Join(Environment.NewLine, found.Select(Text))
            : List();
        await output.WriteLineAsync(text.AsMemory(), cancellationToken);
        return ExitCode.Done;
    }

    private static string List() =>
        string.Join(
            Environment.NewLine,
            ExplanationCatalogue.All.Select(explanation => $"{explanation.Code, -19}{explanation.Title}")
        );

    private static string Text(Explanation explanation)
    {
        List<string> lines =
        [
            $"{explanation.Code}: {explanation.Title}",
            "",
            explanation.Meaning,
            $"Who can act: {explanation.Who}.",
        ];
        lines.Add("Check first:");
        lines.AddRange(explanation.CheckFirst.Select(check => $"- {check}"));
        if (explanation.Related.Count > 0)
        {
            lines.Add($"See also: {string.Join(", ", explanation.Related)}");
        }

        if (explanation.Example.Length > 0)
        {
            lines.Add("Example of a document with this problem:");
            lines.Add("");
            lines.AddRange(explanation.Example.Split('\n').Select(line => "  " + line));
        }

        lines.Add("");
        return string.Join(Environment.NewLine, lines);
    }

    private static JsonObject Json(Explanation explanation) =>
        new()
        {
            ["code"] = explanation.Code,
            ["about"] = explanation.Kind.ToString(),
            ["title"] = explanation.Title,
            ["meaning"] = explanation.Meaning,
            ["whoCanAct"] = explanation.Who,
            ["checkFirst"] = new JsonArray([.. explanation.CheckFirst.Select(check => JsonValue.Create(check))]),
            ["related"] = new JsonArray([.. explanation.Related.Select(code => JsonValue.Create(code))]),
        };
}
