namespace Cxf.Functions.Runs;

/// <summary>
/// What was read of a flow is of a tenant or a machine that is gone by now: whoever has it from a cache reads it again.
/// </summary>
public sealed class OutdatedFlowException(Exception? inner = null)
    : Exception("The flow, or its tenant, was deleted after it was read.", inner);
