namespace Cxf.Functions.Runs;

/// <summary>
/// The flow that was read belongs to a tenant or a machine that no longer exists: code that has it from a cache reads it again.
/// </summary>
public sealed class OutdatedFlowException(Exception? inner = null)
    : Exception("The flow, or its tenant, was deleted after it was read.", inner);
