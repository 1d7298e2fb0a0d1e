using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Cxf.ContactFlows;
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
            "The intent that a Lex bot understands, with slots and session attributes if there are any: "
            + "'BookRoom;City=Rome;session.tier=gold'. For several questions, several intents in order. Without it, a call that "
            + "reaches a bot ends there.",
    };

    private static readonly Option<string[]> Result = new("--result")
    {
        HelpName = "ACTION=RESULT",
        Description =
            "How an action ends that depends on somebody else, such as ShowView: ACTION=RESULT with its identifier or type, "
            + "and a condition's operand or an error type. Repeat it for several results in order.",
        Validators = { CheckPairs },
    };

    private static readonly Option<string[]> Value = new("--value")
    {
        HelpName = "REFERENCE=VALUE",
        Description =
            "The value of a reference that only Amazon Connect knows: '$.Customer.FirstName=Ann'. It goes before what the "
            + "simulated call knows itself.",
        Validators = { CheckReferences },
    };

    private static readonly Option<string[]> Attribute = new("--attribute")
    {
        HelpName = "NAME=VALUE",
        Description = "An attribute that the contact has when the contact flow starts.",
        Validators = { CheckPairs },
    };

    private static readonly Option<string> Channel = new Option<string>("--channel")
    {
        HelpName = "name",
        Description = "The channel of the contact.",
        DefaultValueFactory = _ => "VOICE",
    }.AcceptOnlyFromAmong("VOICE", "CHAT", "TASK", "EMAIL");

    private static readonly Option<string?> From = new("--from")
    {
        HelpName = "number",
        Description = "The number of the caller; on the channel EMAIL, the address. Chats and tasks have none.",
    };

    private static readonly Option<string?> Queue = new("--queue")
    {
        HelpName = "ARN",
        Description = "The working queue that the contact comes with.",
    };

    private static readonly Option<string> InitiationMethod = new("--initiation-method")
    {
        HelpName = "name",
        Description = "How the contact began, such as INBOUND, OUTBOUND, TRANSFER, CALLBACK or API.",
        DefaultValueFactory = _ => "INBOUND",
    };

    /// <summary>The options that say it.</summary>
    public static IEnumerable<Option> Options =>
        [Closed, Metric, Draw, Intent, Result, Value, Attribute, Channel, From, Queue, InitiationMethod];

    /// <summary>The contact with what the arguments say.</summary>
    public static SimulatedContact Contact(ParseResult arguments, SimulatedContact contact) =>
        contact with
        {
            Channel = arguments.GetValue(Channel)!,
            CustomerAddress = arguments.GetValue(From) ?? contact.CustomerAddress,
            QueueArn = arguments.GetValue(Queue),
            InitiationMethod = arguments.GetValue(InitiationMethod)!,
            Attributes = Named(arguments.GetValue(Attribute)),
        };

    /// <summary>The intents, in order.</summary>
    public static IEnumerable<string> Intents(ParseResult arguments) => arguments.GetValue(Intent) ?? [];

    /// <summary>A call's options with what the arguments say.</summary>
    public static CallOptions In(ParseResult arguments, CallOptions call) =>
        call with
        {
            Contact = Contact(arguments, call.Contact),
            InHours = !arguments.GetValue(Closed),
            Values = Named(arguments.GetValue(Value)),
            Decide = Results(arguments).Decide,
            Drawn = arguments.GetValue(Draw),
            Metrics = new Dictionary<string, int>(
                CallOptions.IdleQueue.Concat(Given(arguments)).GroupBy(metric => metric.Key).Select(metric => metric.Last())
            ),
        };

    /// <summary>Reports options that contradict each other.</summary>
    public static void CheckTogether(CommandResult result)
    {
        if (result.GetResult(From) is not null && result.GetValue(Channel) is ("CHAT" or "TASK") and var channel)
        {
            result.AddError($"A contact of the channel {channel} has no number: leave out --from, or use another --channel.");
        }
    }

    /// <summary>
    /// The results that the actions of the contact flow cannot have, each as a sentence with those that they can.
    /// </summary>
    public static IReadOnlyList<string> WrongResults(ParseResult arguments, CalledContactFlow contactFlow) =>
        Results(arguments).Problems([contactFlow.Flow, .. contactFlow.Modules.Values]);

    /// <summary>Whether the arguments give what a diagnostic says that the simulator does not know.</summary>
    public static bool Answers(ParseResult arguments, ContactFlow? flow, ContactFlowDiagnostic diagnostic)
    {
        if (diagnostic is not { Code: ContactFlowCodes.NotSimulated, Action: { } identifier })
        {
            return false;
        }

        return flow?.Find(identifier) is { } action
            && (
                Pairs(arguments.GetValue(Result)).Any(pair => pair.Name == identifier || pair.Name == action.Type)
                || (ContactFlowSupport.AsksBot(action) && Intents(arguments).Any())
            );
    }

    private static ResultScript Results(ParseResult arguments) =>
        new(
            Pairs(arguments.GetValue(Result))
                .GroupBy(pair => pair.Name)
                .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.Select(pair => pair.Value)])
        );

    // Of several values of one name the last stays.
    private static Dictionary<string, string> Named(string[]? texts) =>
        Pairs(texts).GroupBy(pair => pair.Name).ToDictionary(group => group.Key, group => group.Last().Value);

    private static IEnumerable<(string Name, string Value)> Pairs(string[]? texts) =>
        (texts ?? []).Select(text => text.Split('=', 2)).Select(parts => (parts[0], parts[1]));

    private static void CheckPairs(OptionResult result)
    {
        foreach (var text in result.Tokens.Select(token => token.Value).Where(text => text.IndexOf('=') < 1))
        {
            result.AddError($"{result.Option.Name} takes {result.Option.HelpName}, not \"{text}\".");
        }
    }

    private static void CheckReferences(OptionResult result)
    {
        foreach (
            var text in result
                .Tokens.Select(token => token.Value)
                .Where(text => text.IndexOf('=') < 1 || !text.StartsWith("$.", StringComparison.Ordinal))
        )
        {
            result.AddError($"--value takes REFERENCE=VALUE with a reference such as $.Customer.FirstName, not \"{text}\".");
        }
    }

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
