using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows.Checks;
using Cxf.Flows.Contracts;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>
/// Reads a flow document: first its shape, then, when the shape holds, what the steps say about each other.
/// Every problem is reported, none stops the reading.
/// </summary>
public static class FlowReader
{
    private const int DescriptionLength = 1000;

    private static readonly Dictionary<string, CallerMode> CallerModes =
        new() { ["waits"] = CallerMode.Waits, ["continues"] = CallerMode.Continues };

    private static readonly Dictionary<string, ContactField> ContactFields =
        new() { ["customerNumber"] = ContactField.CustomerNumber, ["systemNumber"] = ContactField.SystemNumber };

    /// <summary>Reads and checks a flow document.</summary>
    /// <param name="source">The document.</param>
    /// <param name="surroundings">What the tenant has; the checks that need it are left out when null.</param>
    public static FlowReading Read(JsonSource source, FlowSurroundings? surroundings = null)
    {
        var reader = new JsonDocumentReader(source, FlowCodes.Shape);
        var flow = ReadFlow(reader.Root);
        if (flow is not null)
        {
            FlowChecks.Run(flow, surroundings, reader);
        }

        return new FlowReading(reader.HasErrors ? null : flow, reader.Diagnostics);
    }

    private static FlowDefinition? ReadFlow(JsonCursor root)
    {
        if (!root.IsObject())
        {
            return null;
        }

        root.RefuseUnknown("$schema", "flowId", "description", "caller", "contactFields", "input", "start", "steps", "tests");
        var id = ReadId(root);
        var start = root.RequiredMember("start", "Name the label of the first step.")?.AsText();
        var steps = ReadSteps(root);
        var flow = new FlowDefinition
        {
            Id = id ?? default,
            Description = root.Member("description")?.AsText(DescriptionLength) ?? "",
            Caller = root.Member("caller")?.AsWord(CallerModes) ?? CallerMode.Waits,
            ContactFields = ReadContactFields(root),
            Input = root.Member("input") is { } input ? ContractReader.Read(input) : InputContract.Open,
            Start = start ?? "",
            Steps = steps,
            Tests = FlowTestReader.Read(root),
        };

        // Without a start or steps there is nothing that checks could say more about.
        return start is null || steps.Count == 0 ? null : flow;
    }

    private static FlowId? ReadId(JsonCursor root)
    {
        if (root.RequiredMember("flowId", "Give the flow an id.") is not { } member || member.AsText() is not { } text)
        {
            return null;
        }

        if (FlowId.TryParse(text, out var id))
        {
            return id;
        }

        member.Report(FlowCodes.Identifier, $"A flow id must be {ApiCalls.Identifiers.IdentifierRule.Description}.", "Shorten it or replace the other characters.");
        return null;
    }

    private static List<ContactField> ReadContactFields(JsonCursor root) =>
        root.Member("contactFields") is { } fields && fields.IsArray()
            ? [.. fields.Items().Select(field => field.AsWord(ContactFields)).OfType<ContactField>().Distinct()]
            : [];

    private static List<FlowStep> ReadSteps(JsonCursor root)
    {
        if (root.RequiredMember("steps", "Add the steps by label.") is not { } members || !members.IsObject())
        {
            return [];
        }

        if (!members.Members().Any())
        {
            members.Report(FlowCodes.Missing, "The flow has no steps.", "Add at least one step, e.g. of kind \"respond\".");
        }

        return [.. members.Members().Select(StepReader.Read).OfType<FlowStep>()];
    }
}
