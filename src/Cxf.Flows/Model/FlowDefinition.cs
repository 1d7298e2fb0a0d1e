using Cxf.Flows.Analysis;
using Cxf.Flows.Contracts;
using Cxf.Flows.FlowTests;

namespace Cxf.Flows.Model;

/// <summary>A flow as the CXF application designer draws it: steps by label, read and free of structural mistakes.</summary>
public sealed class FlowDefinition
{
    private Dictionary<string, FlowStep>? _byLabel;
    private List<FlowStep>? _allSteps;
    private FlowAnalysis? _analysis;

    /// <summary>The flow's id within its tenant.</summary>
    public required FlowId Id { get; init; }

    /// <summary>What the flow is for, in the author's words; empty when not given.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether the caller waits for the flow's answer. Default: where the flow is quick enough.</summary>
    public CallerMode Caller { get; init; } = CallerMode.Auto;

    /// <summary>
    /// How long the contact flow waits for the answer, in whole seconds from 1 to 8. Default: Connect's own limit.
    /// </summary>
    public TimeSpan CallerLimit { get; init; } = MaxCallerLimit;

    /// <summary>What the payload must look like.</summary>
    public required InputContract Input { get; init; }

    /// <summary>Which numbers of the contact the flow uses; only these enter the run's input. Default: none.</summary>
    public IReadOnlyList<ContactField> ContactFields { get; init; } = [];

    /// <summary>The flow's steps and where they start.</summary>
    public required StepScope Body { get; init; }

    /// <summary>The flow's own tests, in the order of the document.</summary>
    public IReadOnlyList<FlowTest> Tests { get; init; } = [];

    /// <summary>The steps of the flow's own scope, in the order of the document.</summary>
    public IReadOnlyList<FlowStep> Steps => Body.Steps;

    /// <summary>Every step at any depth, each followed by those of its bodies.</summary>
    public IEnumerable<FlowStep> AllSteps => _allSteps ??= [.. Body.AllSteps];

    /// <summary>
    /// Connect's longest wait for a function (Amazon Connect administrator guide, "AWS Lambda function" block).
    /// </summary>
    public static TimeSpan MaxCallerLimit { get; } = TimeSpan.FromSeconds(8);

    /// <summary>What is known of the flow beyond its document; found out once, by whoever asks first.</summary>
    internal FlowAnalysis Analysis => LazyInitializer.EnsureInitialized(ref _analysis, () => new FlowAnalysis(this));

    /// <summary>The step of a label at any depth, or null.</summary>
    public FlowStep? Find(string label) => (_byLabel ??= ByLabel()).GetValueOrDefault(label);

    private Dictionary<string, FlowStep> ByLabel()
    {
        var steps = new Dictionary<string, FlowStep>();
        foreach (var step in AllSteps)
        {
            steps.TryAdd(step.Label, step);
        }

        return steps;
    }
}
