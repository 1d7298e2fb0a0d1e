using Cxf.Flows.Contracts;
using Cxf.Flows.FlowTests;

namespace Cxf.Flows.Model;

/// <summary>A flow as the CXF application designer draws it: steps by label, read and free of structural mistakes.</summary>
public sealed class FlowDefinition
{
    /// <summary>The flow's id within its tenant.</summary>
    public required FlowId Id { get; init; }

    /// <summary>What the flow is for, in the author's words; empty when not given.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether the caller waits for the flow's answer. Default: the caller waits.</summary>
    public CallerMode Caller { get; init; } = CallerMode.Waits;

    /// <summary>What the payload must look like.</summary>
    public required InputContract Input { get; init; }

    /// <summary>Which numbers of the contact the flow uses; only these enter the run's input. Default: none.</summary>
    public IReadOnlyList<ContactField> ContactFields { get; init; } = [];

    /// <summary>The label of the first step.</summary>
    public required string Start { get; init; }

    /// <summary>The steps, in the order of the document.</summary>
    public required IReadOnlyList<FlowStep> Steps { get; init; }

    /// <summary>The flow's tests, in the order of the document.</summary>
    public IReadOnlyList<FlowTest> Tests { get; init; } = [];

    /// <summary>The step of a label, or null.</summary>
    public FlowStep? Find(string label) => Steps.FirstOrDefault(step => step.Label == label);
}
