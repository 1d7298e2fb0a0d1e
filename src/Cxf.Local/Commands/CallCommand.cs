using System.CommandLine;
using System.CommandLine.Parsing;
using Cxf.ContactFlows;
using Cxf.ContactFlows.Simulation;
using Cxf.Local.Deployment;
using Cxf.Local.Output;
using Spectre.Console;

namespace Cxf.Local.Commands;

/// <summary><c>cxf call</c>: one complete call, with everything that it needs on this machine.</summary>
internal static class CallCommand
{
    // Long enough for polling to continue; nobody waits minutes in front of a screen.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private const string DefaultKey = "5";
    private const int PayloadColumn = 16;

    private static readonly Option<string?> Press = new("--press")
    {
        HelpName = "keys",
        Description =
            "What the caller presses: keys (0 to 9, * and #) or none. Separate the answers to several questions by commas: "
            + "5,4711,none. A menu takes the first key, a question for digits takes all. After the last answer, the "
            + $"caller presses nothing. Default: {DefaultKey}.",
        Validators = { CheckKeys },
    };

    private static readonly Option<bool> Strict = new("--strict")
    {
        Description = "Exit with 1 if Amazon Connect would refuse the contact flow, or could not speak a prompt of it.",
    };

    private static readonly Option<bool> Full = new("--full")
    {
        Description =
            "Show everything: the settings, attributes and branches of the contact flow, and of each step the input, the output, "
            + "the request and the variables.",
    };

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        var command = new Command(
            "call",
            "Make a call: simulate a contact flow, run the flow, call the CRM, and show what happened."
        )
        {
            Press,
            FunctionCommandOptions.Crm,
            FunctionCommandOptions.CrmDown,
            FunctionCommandOptions.CrmSlow,
            Strict,
            Full,
            TargetOptions.Json,
        };
        foreach (
            var option in (IEnumerable<Option>)
                [.. CalledContactFlow.Options, .. CalledConfiguration.Options, .. CalledStub.Options, .. CallContext.Options]
        )
        {
            command.Add(option);
        }

        command.Validators.Add(FunctionCommandOptions.CheckCrm);
        command.Validators.Add(CalledContactFlow.CheckTogether);
        command.Validators.Add(CalledStub.CheckTogether);
        command.Validators.Add(CallContext.CheckTogether);
        command.SetAction((arguments, cancellationToken) => RunAsync(lines, arguments, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Lines lines, ParseResult arguments, CancellationToken cancellationToken)
    {
        // A program reads one JSON object: of problems on the way, the texts.
        var asJson = arguments.GetValue(TargetOptions.Json);
        using var problems = new StringWriter();
        var shown = asJson ? new Lines(CallConsole.Create(problems)) : lines;
        var (code, call) = await CallAsync(shown, arguments, cancellationToken);
        if (asJson)
        {
            lines.WriteWhole(call is null ? TargetCommand.ErrorJson(problems.ToString().Trim()) : CallJson.Write(call));
        }

        return code;
    }

    private static async Task<(int Code, CallReport? Call)> CallAsync(
        Lines lines,
        ParseResult arguments,
        CancellationToken cancellationToken
    )
    {
        var keys = arguments.GetValue(Press);
        var crm = new LocalDeploymentOptions
        {
            Crm = arguments.GetValue(FunctionCommandOptions.Crm),
            CrmTrouble = FunctionCommandOptions.Trouble(arguments),
        };
        if (await CalledConfiguration.ReadAsync(arguments, crm, lines, cancellationToken) is not { } local)
        {
            return (ExitCode.Usage, null);
        }

        if (await CalledContactFlow.ReadAsync(arguments, keys is not null, lines, cancellationToken) is not { } contactFlow)
        {
            return (ExitCode.Usage, null);
        }

        if (CallContext.WrongResults(arguments, contactFlow) is { Count: > 0 } wrong)
        {
            wrong.ToList().ForEach(lines.Write);
            return (ExitCode.Usage, null);
        }

        if (CalledStub.IsOn(arguments))
        {
            local = local with { Stub = await CalledStub.ReadAsync(arguments, contactFlow, lines, cancellationToken) };
            if (local.Stub is null)
            {
                return (ExitCode.Usage, null);
            }
        }

        await using var deployment = await LocalDeployment.StartAsync(local, cancellationToken);
        lines.Write($"Step Functions  {deployment.StepFunctionsAddress}");
        lines.Write(
            deployment.Stub is { } started
                ? $"Stub            {started.Address}"
                : $"CRM             {local.Crm ?? deployment.Crm!.Address}"
        );
        var published = await PublishAsync(lines, deployment, contactFlow, cancellationToken);
        if (contactFlow.PayloadLine is { } payload)
        {
            lines.Write(PayloadColumn, ($"Payload         {payload}", Color.Default));
        }

        lines.Write();
        var caller = new CallerScript((keys ?? DefaultKey).Split(',').Select(key => key == "none" ? null : key))
        {
            Intents = CallContext.Intents(arguments),
        };
        var options = CallContext.In(
            arguments,
            new CallOptions
            {
                Contact = new SimulatedContact
                {
                    ContactId = ContactIds.New(),
                    InstanceArn = await deployment.InstanceArnAsync(cancellationToken),
                },
                Invoke = contactFlow.Invoking(deployment.Functions),
                Modules = contactFlow.Modules,
                Caller = caller.AnswerAsync,
                LongestWait = LongestWait,
                Settled = deployment.WhenIdleAsync,
            }
        );
        var isFull = arguments.GetValue(Full);
        var sensitive = await deployment.SensitiveNamesAsync(cancellationToken);
        var personalData = new PersonalData(sensitive) { ShowsAll = isFull };
        var printer = new CallPrinter(lines, personalData) { ShowsContactFlow = isFull || contactFlow.Exported is null };
        var result = await ContactFlowSimulator.CallAsync(
            contactFlow.Flow,
            options with
            {
                Observer = printer.Print,
            },
            cancellationToken
        );
        var call = new CallReport(contactFlow.Exported?.ToString(), contactFlow.Payload?.Json, published, result)
        {
            Verdict = contactFlow.Verdict,
            UnusedKeys = keys is null ? [] : caller.Unused,
            Executions = await ExecutionReport.AllAsync(deployment, cancellationToken),
            Stubbed = deployment.Stub?.Requests,
            Sensitive = sensitive,
        };
        lines.Write();
        printer.PrintResult(call);
        PrintExecutions(lines, call, personalData, isFull);
        if (call.Stubbed is { } requests)
        {
            StubPrinter.Print(lines, requests, deployment.Stub!.UnusedFaults, personalData);
        }

        lines.Write();
        lines.Write(contactFlow.Verdict.Sentence);
        var isRefused = !contactFlow.Verdict.IsAccepted && arguments.GetValue(Strict);
        var isWrong = call.Stubbed?.Any(request => request.IsWrong) == true;
        return (result.IsExpected && !isRefused && !isWrong ? ExitCode.Expected : ExitCode.ErrorBranch, call);
    }

    // Where a contact flow names a flow only at run time, all are published. Of flows that it does not name only the problems are
    // printed.
    private static async Task<IReadOnlyList<PublishedFlow>> PublishAsync(
        Lines lines,
        LocalDeployment deployment,
        CalledContactFlow contactFlow,
        CancellationToken cancellationToken
    )
    {
        var published = await FlowPublishing.PublishAllAsync(
            deployment,
            contactFlow.NamesFlowsAtRunTime ? null : contactFlow.Requested(deployment.Drafts()),
            cancellationToken
        );
        foreach (var one in published.Where(one => !one.IsLive || one.Problems.Any() || contactFlow.Runs(one.Name)))
        {
            lines.Write($"Flow            {one.Name}: {one.Message}");
            foreach (var diagnostic in contactFlow.Runs(one.Name) ? one.Diagnostics : one.Problems)
            {
                lines.Write($"                {diagnostic}");
            }
        }

        if (published.Count(one => one.IsLive && !contactFlow.Runs(one.Name)) is > 0 and var others)
        {
            lines.Write($"Other flows     {others} are live.");
        }

        return published;
    }

    private static void PrintExecutions(Lines lines, CallReport call, PersonalData personalData, bool isFull)
    {
        foreach (var execution in call.Executions)
        {
            lines.Write();
            lines.Write($"Execution {execution.Name}: {execution.Status}");
            new HistoryPrinter(lines, personalData, isFull).Print(execution.Rows);
        }
    }

    private static void CheckKeys(OptionResult result)
    {
        var text = result.GetValueOrDefault<string>();
        if (!text.Split(',').All(keys => keys == "none" || (keys.Length > 0 && keys.All("0123456789*#".Contains))))
        {
            result.AddError($"--press takes keys (0 to 9, * and #) or none, with a comma between two questions, not \"{text}\".");
        }
    }
}
