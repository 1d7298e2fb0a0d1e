using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>
/// One flow within a machine: the one being compiled, or one that a <c>runFlow</c> step compiles in. It knows what the names
/// of its document are called in the machine, and where its <c>$payload</c>, <c>$contact</c> and <c>$flow</c> are read.
/// </summary>
internal sealed class FlowFrame
{
    /// <summary>The variable of the payload of a compiled-in flow, which enters it as its scope's input.</summary>
    public const string Payload = "payload";

    private const string Contact = "contact";

    private const string ExecutionInput = "$states.context.Execution.Input.";

    private readonly Dictionary<string, string> _names = [];
    private readonly string _literal;
    private readonly Lazy<IReadOnlySet<string>> _bodiesRead;
    private readonly IReadOnlyDictionary<string, LoopPasses> _loops;

    /// <summary>The flow being compiled.</summary>
    public FlowFrame(FlowDefinition flow, MachineWriter machine)
        : this(flow, machine, machine.Target.Version, null, machine.Names.Own) { }

    /// <summary>A flow compiled into the machine by a step of another.</summary>
    public FlowFrame(FlowDefinition flow, int version, StateWriter caller)
        : this(flow, caller.Machine, version, caller, name => caller.Machine.Names.Below(caller.Name, name)) =>
        _names[Payload] = caller.Machine.Names.Below(caller.Name, Payload);

    private FlowFrame(FlowDefinition flow, MachineWriter machine, int version, StateWriter? caller, Func<string, string> name)
    {
        Flow = flow;
        Uses = new VariableUse(flow.Analysis);
        Machine = machine;
        Caller = caller;
        _literal = Literal(flow, machine.Target, version);
        _bodiesRead = new(() => AnswerUse.BodiesRead(flow));
        _loops = LoopPasses.Of(flow);
        foreach (var inner in flow.AllSteps.SelectMany(NamesOf).Distinct())
        {
            _names[inner] = name(inner);
        }
    }

    public FlowDefinition Flow { get; }

    public MachineWriter Machine { get; }

    /// <summary>What the flow's steps read.</summary>
    public VariableUse Uses { get; }

    /// <summary>The state of the step that compiles this flow in; null for the machine's own flow.</summary>
    public StateWriter? Caller { get; }

    /// <summary>What a label or variable of the document is called in the machine.</summary>
    public string NameOf(string name) => _names.GetValueOrDefault(name, name);

    /// <summary>Whether the flow can read the body of a call's answer.</summary>
    public bool ReadsBody(RestApiStep step) => _bodiesRead.Value.Contains(step.Label);

    /// <summary>The loops of one of the flow's scopes.</summary>
    public LoopPasses LoopsOf(StepScope scope) => _loops[scope.Pointer];

    /// <summary>JSONata that reads a variable of the document.</summary>
    public string Read(string variable) =>
        variable switch
        {
            "flow" => _literal,
            Payload when Caller is null => ExecutionInput + Payload,
            Contact => ExecutionInput + Contact,
            _ => "$" + NameOf(variable),
        };

    /// <summary>JSONata of a machine with the <c>$payload</c> and <c>$contact</c> of its document.</summary>
    public static string InDocument(string expression) =>
        expression
            .Replace(ExecutionInput + Payload, "$" + Payload, StringComparison.Ordinal)
            .Replace(ExecutionInput + Contact, "$" + Contact, StringComparison.Ordinal);

    private static IEnumerable<string> NamesOf(FlowStep step) =>
        step.Assigned.Concat(step.Bodies.SelectMany(body => body.Inputs)).Prepend(step.Label);

    private static string Literal(FlowDefinition flow, CompilationTarget target, int version) =>
        JsonOutput.Text(
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("tenantId", target.Tenant.Value);
                writer.WriteString("flowId", flow.Id.Value);
                writer.WriteNumber("version", version);
                writer.WriteEndObject();
            },
            JsonOutput.Relaxed
        );
}
