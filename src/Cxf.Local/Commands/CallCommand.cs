using System.CommandLine;
using System.CommandLine.Parsing;
using Cxf.ContactFlows;
using Cxf.ContactFlows.Simulation;
using Cxf.Local.Deployment;
using Cxf.Local.Output;
using Cxf.Local.SampleCrm;
using Spectre.Console;

namespace Cxf.Local.Commands;

/// <summary><c>cxf call</c>: one complete call, with everything that it needs on this machine.</summary>
internal static class CallCommand
{
    // Long enough for polling to continue; nobody waits minutes in front of a screen.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private static readonly Option<string> Press = new("--press")
    {
        HelpName = "keys",
        Description =
            "What the caller presses: keys (0 to 9, * and #) or none. Separate the answers to several questions by commas: "
            + "5,4711,none. A menu takes the first key, a question for digits takes all. After the last answer, the "
            + "caller presses nothing.",
        DefaultValueFactory = _ => "5",
        Validators = { CheckKeys },
    };

    private static readonly Option<bool> CrmDown = new("--crm-down")
    {
        Description = "The sample CRM does not accept connections.",
    };

    private static readonly Option<bool> CrmSlow = new("--crm-slow")
    {
        Description = "The sample CRM answers too late for any caller.",
    };

    private static readonly Option<bool> Strict = new("--strict")
    {
        Description = "Exit with 1 if Amazon Connect would refuse the contact flow.",
    };

    /// <summary>The command, printing to a console.</summary>
    public static Command Create(IAnsiConsole console)
    {
        var command = new Command(
            "call",
            "Make a call: simulate a contact flow, run the flow, call the CRM, and show what happened."
        )
        {
            Press,
            FunctionCommandOptions.Crm,
            CrmDown,
            CrmSlow,
            Strict,
        };
        foreach (
            var option in (IEnumerable<Option>)
                [.. CalledContactFlow.Options, .. CalledConfiguration.Options, .. CallContext.Options]
        )
        {
            command.Add(option);
        }

        command.Validators.Add(CheckTogether);
        command.SetAction((arguments, cancellationToken) => RunAsync(console, arguments, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, ParseResult arguments, CancellationToken cancellationToken)
    {
        if (await CalledContactFlow.ReadAsync(arguments, console.Profile.Out.Writer, cancellationToken) is not { } contactFlow)
        {
            return ExitCode.Usage;
        }

        var crm = new LocalDeploymentOptions
        {
            Crm = arguments.GetValue(FunctionCommandOptions.Crm),
            CrmTrouble =
                arguments.GetValue(CrmDown) ? CrmTrouble.Refused
                : arguments.GetValue(CrmSlow) ? CrmTrouble.Slow
                : CrmTrouble.None,
        };
        if (CalledConfiguration.Read(arguments, crm, console.Profile.Out.Writer) is not { } local)
        {
            return ExitCode.Usage;
        }

        await using var deployment = await LocalDeployment.StartAsync(local, cancellationToken);
        console.WriteLine($"Step Functions  {deployment.StepFunctionsAddress}");
        console.WriteLine($"CRM             {local.Crm ?? deployment.Crm!.Address}");
        await PublishAsync(console, deployment, contactFlow, cancellationToken);
        var caller = new CallerScript(arguments.GetValue(Press)!.Split(',').Select(key => key == "none" ? null : key))
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
            }
        );
        var result = await CallAsync(console, deployment, contactFlow.Flow, options, cancellationToken);
        console.WriteLine();
        console.WriteLine(ContactFlowVerdict.Sentence(contactFlow.Refusals));
        return result == ExitCode.Expected && contactFlow.Refusals > 0 && arguments.GetValue(Strict)
            ? ExitCode.ErrorBranch
            : result;
    }

    // Info diagnostics of a flow do not matter when another flow is called.
    private static async Task PublishAsync(
        IAnsiConsole console,
        LocalDeployment deployment,
        CalledContactFlow contactFlow,
        CancellationToken cancellationToken
    )
    {
        await foreach (var flow in FlowPublishing.PublishAllAsync(deployment, cancellationToken))
        {
            console.WriteLine($"Flow            {flow.Tenant}/{flow.Flow}: {flow.Message}");
            foreach (var diagnostic in contactFlow.Runs(flow.Name) ? flow.Diagnostics : flow.Problems)
            {
                console.WriteLine($"                {diagnostic}");
            }
        }

        console.WriteLine();
    }

    private static async Task<int> CallAsync(
        IAnsiConsole console,
        LocalDeployment deployment,
        ContactFlow contactFlow,
        CallOptions options,
        CancellationToken cancellationToken
    )
    {
        var personalData = new PersonalData(await deployment.SensitiveNamesAsync(cancellationToken));
        var printer = new CallPrinter(console, personalData);
        var call = await ContactFlowSimulator.CallAsync(
            contactFlow,
            options with
            {
                Observer = printer.Print,
            },
            cancellationToken
        );
        console.WriteLine();
        printer.PrintResult(call);
        PrintExecutions(console, deployment, personalData);
        return call.IsExpected ? ExitCode.Expected : ExitCode.ErrorBranch;
    }

    private static void PrintExecutions(IAnsiConsole console, LocalDeployment deployment, PersonalData personalData)
    {
        foreach (var execution in deployment.StepFunctions.ViewAll())
        {
            console.WriteLine();
            HistoryTable.Print(
                console,
                $"Execution {execution.Name}: {execution.Status.ToString().ToUpperInvariant()}",
                HistoryRows.From(ExecutionEvents.Of(deployment.StepFunctions.HistoryOf(execution.ExecutionArn))),
                personalData
            );
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

    private static void CheckTogether(CommandResult result)
    {
        var down = result.GetValue(CrmDown);
        var slow = result.GetValue(CrmSlow);
        if ((down && slow) || ((down || slow) && result.GetResult(FunctionCommandOptions.Crm) is not null))
        {
            result.AddError(
                "Use only one of --crm, --crm-down and --crm-slow: only the sample CRM can be down or slow, and not both."
            );
        }
    }
}
