using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Execution;

/// <summary>How a graph of states ended: with an output or with an error.</summary>
internal readonly record struct BranchResult(Payload? Output, StateError? Error);
