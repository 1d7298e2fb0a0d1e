using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Checks;
using Cxf.Flows.Contracts;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Model;
using Cxf.Flows.Timing;
using Cxf.Jsonata;

namespace Cxf.Flows.Reading;

/// <summary>
/// Reads a flow document: first its shape, then, when the shape holds, what the steps say about each other.
/// Every problem is reported, none stops the reading.
/// </summary>
public static class FlowReader
{
    private static readonly Dictionary<string, CallerMode> CallerModes = new()
    {
        ["auto"] = CallerMode.Auto,
        ["waits"] = CallerMode.Waits,
        ["continues"] = CallerMode.Continues,
    };

    private static readonly Dictionary<string, ContactField> ContactFields = new()
    {
        ["customerNumber"] = ContactField.CustomerNumber,
        ["systemNumber"] = ContactField.SystemNumber,
    };

    internal static IReadOnlyList<string> CallerModeNames { get; } = [.. CallerModes.Keys];

    internal static IReadOnlyList<string> ContactFieldNames { get; } = [.. ContactFields.Keys];

    /// <summary>Reads and checks a flow document.</summary>
    /// <param name="source">The document.</param>
    /// <param name="context">What the tenant has; the checks that need it are left out when null.</param>
    /// <param name="budget">What reading and checking may use; null for <see cref="FlowBudget.ForCheck"/>.</param>
    /// <param name="descriptions">
    /// The descriptions of the tenant's connections, by which operations are found. Default: those of the context.
    /// </param>
    public static FlowReading Read(
        JsonSource source,
        FlowContext? context = null,
        WorkBudget? budget = null,
        IReadOnlyDictionary<ConnectionId, ApiDescription>? descriptions = null
    )
    {
        if (FlowBudget.Problem(source) is var (message, fix))
        {
            return new FlowReading(
                null,
                [new Diagnostic(FlowBudget.Kind.Code, FlowBudget.Kind.Severity, JsonPointer.Root, 1, 1, message, fix)]
            );
        }

        var reader = new JsonDocumentReader(source, FlowCodes.Shape);
        var flow = ReadFlow(reader.Root, descriptions ?? context?.Descriptions);
        FlowTiming? timing = null;

        // Of two members with one name it is not known which is meant, so the checks could report what follows from the wrong
        // one.
        if (flow is not null && source.Duplicates.Count == 0)
        {
            ScopeNames.Check(flow, reader);
            try
            {
                flow.Analysis.Within(
                    budget ?? FlowBudget.ForCheck(TimeProvider.System),
                    () => timing = FlowChecks.Run(flow, context, reader).Timing
                );
            }
            catch (BudgetExceededException exceeded)
            {
                (message, fix) = FlowBudget.CheckEnded(exceeded.Limit);
                reader.Report(JsonPointer.Root, FlowBudget.Kind.Code, message, fix);
            }
        }

        return reader.HasErrors
            ? new FlowReading(null, [.. reader.Diagnostics.Where(said => said.Severity != DiagnosticSeverity.Info)])
            : new FlowReading(flow, reader.Diagnostics) { Timing = timing };
    }

    internal static FlowDefinition? ReadFlow(
        JsonCursor root,
        IReadOnlyDictionary<ConnectionId, ApiDescription>? descriptions = null
    )
    {
        if (!root.IsObject())
        {
            return null;
        }

        root.RefuseUnknown(
            "$schema",
            "flowId",
            "description",
            "caller",
            "callerLimitSeconds",
            "contactFields",
            "input",
            "start",
            "steps",
            "tests"
        );
        var id = root.RequiredMember("flowId", "Give the flow an id.") is { } member ? FlowIdReader.Read(member) : null;
        var description = StepMembers.Description(root);
        var caller = root.Member("caller")?.AsWord(CallerModes) ?? CallerMode.Auto;
        var limit = root.Member("callerLimitSeconds")?.AsInteger(1, (int)FlowDefinition.MaxCallerLimit.TotalSeconds);
        var contactFields = ReadContactFields(root);
        var contract = root.Member("input") is { } input ? ContractReader.Read(input) : InputContract.Open;
        var tests = FlowTestReader.Read(root);

        // Without steps there is nothing that checks could say more about.
        return ScopeReader.Read(root, ScopeKind.Flow) is { } body
            ? new FlowDefinition
            {
                Id = id ?? default,
                Description = description,
                Caller = caller,
                CallerLimit = limit is { } seconds ? TimeSpan.FromSeconds(seconds) : FlowDefinition.MaxCallerLimit,
                ContactFields = contactFields,
                Input = contract,
                Body = descriptions is { Count: > 0 } ? new DescribedCalls(root.Reader, descriptions).In(body) : body,
                Tests = tests,
            }
            : null;
    }

    private static List<ContactField> ReadContactFields(JsonCursor root) =>
        root.Member("contactFields") is { } fields && fields.IsArray()
            ? [.. fields.Items().Select(field => field.AsWord(ContactFields)).OfType<ContactField>().Distinct()]
            : [];
}
