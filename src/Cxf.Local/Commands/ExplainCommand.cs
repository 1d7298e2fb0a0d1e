using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using Cxf.Documents;
using Cxf.Flows.Runs;
using Cxf.Local.Explanations;
using Cxf.Local.Output;
using Cxf.Local.Stores;
using Spectre.Console;

namespace Cxf.Local.Commands;

/// <summary><c>cxf explain</c>: what a code means, who can act and what to check first.</summary>
internal static class ExplainCommand
{
    // Wider than the longest code.
    private const int CodeColumn = 19;

    private static readonly Argument<string[]> Codes = new("code")
    {
        Description = "The codes, such as ApiTimeout or CXF2110. Default: the list of all codes.",
        Arity = ArgumentArity.ZeroOrMore,
        Validators = { RefuseUnknown },
    };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        var command = new Command("explain", "Explain an error code or the code of a diagnostic.") { Codes, TargetOptions.Json };
        command.SetAction(arguments => Run(lines, arguments));
        return command;
    }

    private static void RefuseUnknown(ArgumentResult result)
    {
        var names = ExplanationCatalogue.All.Select(explanation => explanation.Code).ToList();
        foreach (var code in result.Tokens.Select(token => token.Value).Where(code => ExplanationCatalogue.Find(code) is null))
        {
            var nearest = Suggestion.Nearest(code, names);
            result.AddError(
                $"There is no code {code}. "
                    + (
                        nearest is null
                            ? "cxf explain lists all codes; a fail step of a flow can set others."
                            : $"Did you mean {nearest}?"
                    )
            );
        }
    }

    private static int Run(Lines lines, ParseResult arguments)
    {
        var found = arguments.GetValue(Codes)!.Select(code => (Asked: code, Told: ExplanationCatalogue.Find(code)!)).ToList();
        if (arguments.GetValue(TargetOptions.Json))
        {
            var all = (found.Count > 0 ? found.Select(one => one.Told) : ExplanationCatalogue.All).Select(Json);
            lines.WriteWhole(new JsonArray([.. all]).ToJsonString(JsonFiles.Compact));
        }
        else if (found.Count > 0)
        {
            foreach (var (asked, told) in found)
            {
                if (asked.Contains('.'))
                {
                    lines.Write($"{asked} is how an execution failed. Contact flows get {AnswerTo(asked)}.");
                    lines.Write();
                }

                Print(lines, told);
            }
        }
        else
        {
            foreach (var explanation in ExplanationCatalogue.All)
            {
                lines.Write(CodeColumn, ($"{explanation.Code.PadRight(CodeColumn)}{explanation.Title}", Color.Default));
            }
        }

        return ExitCode.Done;
    }

    private static string AnswerTo(string error) => RunAnswer.Failed("", error, null).ErrorCode;

    private static void Print(Lines lines, Explanation explanation)
    {
        lines.Write($"{explanation.Code}: {explanation.Title}");
        lines.Write();
        lines.Write(0, (explanation.Meaning, Color.Default));
        lines.Write($"Who can act: {explanation.Who}.");
        lines.Write("Check first:");
        foreach (var check in explanation.CheckFirst)
        {
            lines.Write($"- {check}");
        }

        if (explanation.Related.Count > 0)
        {
            lines.Write($"See also: {string.Join(", ", explanation.Related)}");
        }

        if (explanation.Example.Length > 0)
        {
            lines.Write("Example of a document with this problem:");
            lines.Write();
            foreach (var line in explanation.Example.Split('\n'))
            {
                lines.WriteWhole("  " + line);
            }
        }

        lines.Write();
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
