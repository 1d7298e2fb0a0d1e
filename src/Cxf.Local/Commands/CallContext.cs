using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Cxf.ContactFlows.Simulation;

namespace Cxf.Local.Commands;

/// <summary>
/// What a contact flow finds at a call besides the caller's keys: opening hours, the queue, chance, and what bots understand.
/// </summary>
internal static class CallContext
{
    private static readonly Option<bool> Closed = new("--closed")
    {
        Description = "The call arrives outside all opening hours. Default: within them.",
    };

    private static readonly Option<string[]> Metric = new("--metric")
    {
        HelpName = "NAME=NUMBER",
        Description =
            $"A metric of the queue, NAME=NUMBER. Names: {string.Join(", ", CallOptions.IdleQueue.Keys)}. Default: "
            + "agents are available, and nobody waits.",
        Validators = { CheckMetrics },
    };

    private static readonly Option<int> Draw = new("--draw")
    {
        HelpName = "1-100",
        Description = "The random number, 1 to 100, for a distribution by percentage.",
        DefaultValueFactory = _ => 1,
        CustomParser = ReadDraw,
    };

    private static readonly Option<string[]> Intent = new("--intent")
    {
        HelpName = "name",
        Description =
            "The intent that a Lex bot understands; for several questions, several intents in order. Without it, a "
            + "call that reaches a bot ends there.",
    };

    /// <summary>The options that say it.</summary>
    public static IEnumerable<Option> Options => [Closed, Metric, Draw, Intent];

    /// <summary>The intents, in order.</summary>
    public static IEnumerable<string> Intents(ParseResult arguments) => arguments.GetValue(Intent) ?? [];

    /// <summary>A call's options with what the arguments say.</summary>
    public static CallOptions In(ParseResult arguments, CallOptions call) =>
        call with
        {
            InHours = !arguments.GetValue(Closed),
            Drawn = arguments.GetValue(Draw),
            Metrics = new Dictionary<string, int>(
                CallOptions.IdleQueue.Concat(Given(arguments)).GroupBy(metric => metric.Key).Select(metric => metric.Last())
            ),
        };

    private static IEnumerable<KeyValuePair<string, int>> Given(ParseResult arguments) =>
        (arguments.GetValue(Metric) ?? []).Select(text => Read(text)!.Value);

    private static KeyValuePair<string, int>? Read(string text) =>
        text.Split('=') is [var name, var number]
        && CallOptions.IdleQueue.ContainsKey(name)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? new KeyValuePair<string, int>(name, value)
            : null;

    private static void CheckMetrics(OptionResult result)
    {
        foreach (var text in result.Tokens.Select(token => token.Value).Where(text => Read(text) is null))
        {
            result.AddError(
                $"--metric takes NAME=NUMBER with one of the names {string.Join(", ", CallOptions.IdleQueue.Keys)}, "
                    + $"not \"{text}\"."
            );
        }
    }

    private static int ReadDraw(ArgumentResult result)
    {
        var number = WholeNumber.Read(result);
        if (number is < 1 or > 100)
        {
            result.AddError("--draw takes a number from 1 to 100.");
        }

        return number;
    }
}
