using System.Text;
using System.Text.Json;
using Cxf.ContactFlows.Actions;
using Cxf.ContactFlows.Reading;
using Cxf.Documents;

namespace Cxf.ContactFlows;

/// <summary>
/// Reads a contact flow and reports all its problems at once: what CreateContactFlow would refuse (it names neither
/// the action nor the property), and what the simulator cannot run. Amazon Connect may have accepted
/// an older flow that it would refuse today, so only a problem that leaves no path to follow prevents a simulation.
/// </summary>
public static class ContactFlowReader
{
    private const string Version = "2019-10-30";

    /// <summary>
    /// Reads a flow from the text that CreateContactFlow takes as Content. Never throws for what the text holds.
    /// </summary>
    public static ContactFlowReading Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads a flow from the bytes of a file; a byte order mark is allowed.</summary>
    public static ContactFlowReading Read(byte[] utf8) => Read(utf8, new Dictionary<string, ContactFlow>());

    /// <summary>Reads a flow and checks its invocations against the contracts of the modules.</summary>
    /// <param name="utf8">The bytes of a file.</param>
    /// <param name="modules">The modules that are known, by their ids.</param>
    public static ContactFlowReading Read(byte[] utf8, IReadOnlyDictionary<string, ContactFlow> modules) =>
        Read(utf8, modules, contract: null);

    /// <summary>Reads a module and checks its ends against its contract.</summary>
    /// <param name="utf8">The bytes of a file.</param>
    /// <param name="contract">The contract; null for the one that an answer of DescribeContactFlowModule holds, if any.</param>
    public static ContactFlowReading ReadModule(byte[] utf8, ModuleContract? contract) =>
        Read(utf8, new Dictionary<string, ContactFlow>(), contract);

    private static ContactFlowReading Read(
        byte[] utf8,
        IReadOnlyDictionary<string, ContactFlow> modules,
        ModuleContract? contract
    )
    {
        var source = JsonSource.Parse(utf8);
        if (source.SyntaxProblem is null && Described(source.Root) is { } described)
        {
            contract ??= ContactFlowJson.Text(described, "Settings") is { } settings ? ModuleContract.Read(settings) : null;
            utf8 = Encoding.UTF8.GetBytes(ContactFlowJson.Text(described, "Content")!);
            source = JsonSource.Parse(utf8);
        }

        if (source.SyntaxProblem is { } problem)
        {
            return NotJson(problem);
        }

        var problems = new ContactFlowProblems(source);
        var flow = EnvelopeIsRight(source.Root, problems, Encoding.UTF8.GetCharCount(utf8))
            ? ReadFlow(source.Root, modules, contract, problems)
            : null;
        return new ContactFlowReading(problems.HasFatal ? null : flow, problems.InOrder);
    }

    /// <summary>
    /// The flow in an answer of DescribeContactFlow or DescribeContactFlowModule, or in a request that creates one, with its text
    /// as the member Content.
    /// </summary>
    private static JsonElement? Described(JsonElement root) =>
        ContactFlowJson.Member(root, "Actions") is null
        && (ContactFlowJson.Member(root, "ContactFlow") ?? ContactFlowJson.Member(root, "ContactFlowModule") ?? root)
            is var described
        && ContactFlowJson.Text(described, "Content") is not null
            ? described
            : null;

    private static ContactFlowReading NotJson(JsonSyntaxProblem problem) =>
        new(
            null,
            [
                new(
                    ContactFlowCodes.NotJson,
                    DiagnosticSeverity.Error,
                    null,
                    "",
                    problem.Position,
                    $"The text is not JSON. {problem.Message}",
                    "Export the contact flow again from the console or the API."
                ),
            ]
        );

    private static bool EnvelopeIsRight(JsonElement root, ContactFlowProblems problems, int characters)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            problems.Fatal(
                ContactFlowCodes.Envelope,
                null,
                "",
                "A contact flow is a JSON object.",
                "Export the contact flow again."
            );
            return false;
        }

        if (ContactFlowJson.Member(root, "modules") is not null && ContactFlowJson.Member(root, "Actions") is null)
        {
            problems.Fatal(
                ContactFlowCodes.OldFormat,
                null,
                "/modules",
                "This is an export in the console's old format, which the API refuses.",
                "Neither the API nor the console takes it any more; build the flow again in the current format."
            );
            return false;
        }

        if (characters > ContactFlowLimits.ContentCharacters)
        {
            problems.Error(
                ContactFlowCodes.TooLarge,
                null,
                "",
                $"The flow has {characters} characters; the service takes {ContactFlowLimits.ContentCharacters}.",
                "Move a part of it to another flow and transfer to it."
            );
        }

        if (ContactFlowJson.Text(root, "Version") is not Version)
        {
            problems.Fatal(
                ContactFlowCodes.Envelope,
                null,
                "/Version",
                $"Version must be \"{Version}\".",
                "It is the only version of the flow language."
            );
        }

        if (
            ContactFlowJson.Member(root, "Actions") is not { ValueKind: JsonValueKind.Array } actions
            || actions.GetArrayLength() == 0
        )
        {
            problems.Fatal(
                ContactFlowCodes.Envelope,
                null,
                "/Actions",
                "Actions must be a list of at least one action.",
                "Export the contact flow again."
            );
            return false;
        }

        return true;
    }

    private static ContactFlow? ReadFlow(
        JsonElement root,
        IReadOnlyDictionary<string, ContactFlow> modules,
        ModuleContract? contract,
        ContactFlowProblems problems
    )
    {
        var actions = new List<ContactFlowAction>();
        var i = 0;
        foreach (var element in ContactFlowJson.Items(root, "Actions"))
        {
            if (ActionReader.Read(element, $"/Actions/{i++}", problems) is { } action)
            {
                actions.Add(action);
            }
        }

        if (i > ContactFlowLimits.Actions)
        {
            problems.Error(
                ContactFlowCodes.TooLarge,
                null,
                "/Actions",
                $"The flow has {i} actions; the service takes {ContactFlowLimits.Actions}.",
                "Move a part of it to another flow and transfer to it."
            );
        }

        foreach (var action in actions)
        {
            ActionKinds.Find(action.Type)?.CheckAll(new ActionCheck(action, problems));
        }

        ContactFlowTypes.Check(root, actions, problems);
        ModuleContractCheck.CheckInvocations(modules, actions, problems);
        if (contract is not null)
        {
            ModuleContractCheck.CheckReturns(contract, actions, problems);
        }

        var start = ContactFlowJson.Text(root, "StartAction");
        ContactFlowGraph.Check(start, actions, i, problems);
        return problems.HasFatal ? null : new ContactFlow(start!, actions) { Contract = contract };
    }
}
