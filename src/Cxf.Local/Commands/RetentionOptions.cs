using System.CommandLine;
using System.CommandLine.Parsing;
using Cxf.StatesLanguage.Service;

namespace Cxf.Local.Commands;

/// <summary>How much <c>cxf start</c> remembers of ended executions, so that it can run for weeks.</summary>
internal static class RetentionOptions
{
    private static readonly Option<int> Keep = new("--keep-executions")
    {
        HelpName = "count",
        Description =
            "How many ended executions Step Functions keeps with their histories. Beyond it the oldest go, EXPRESS ones first.",
        DefaultValueFactory = _ => ExecutionRetention.DefaultCount,
        CustomParser = WholeNumber.Read,
        Validators = { CheckCount },
    };

    private static readonly Option<TimeSpan> KeepFor = new("--keep-for")
    {
        HelpName = "time",
        Description = "How long it keeps an execution after its end, such as 30m, 24h or 7d.",
        DefaultValueFactory = _ => ExecutionRetention.DefaultAge,
        CustomParser = TimeArgument.ReadDuration,
    };

    /// <summary>Adds the options to a command.</summary>
    public static Command WithRetention(this Command command)
    {
        command.Add(Keep);
        command.Add(KeepFor);
        return command;
    }

    /// <summary>What the arguments say.</summary>
    public static ExecutionRetention Read(ParseResult arguments) => new(arguments.GetValue(Keep), arguments.GetValue(KeepFor));

    private static void CheckCount(OptionResult result)
    {
        if (result.GetValueOrDefault<int>() < 0)
        {
            result.AddError("--keep-executions takes 0 or more.");
        }
    }
}
