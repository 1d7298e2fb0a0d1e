using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Model;

/// <summary>Ends its graph with success.</summary>
internal sealed class SucceedState(string name, StateDataFlow flow) : State(name, StateType.Succeed, flow);
