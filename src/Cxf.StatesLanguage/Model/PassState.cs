using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Model;

/// <summary>Hands its input on, changed by its data flow.</summary>
internal sealed class PassState(string name, StateDataFlow flow) : State(name, StateType.Pass, flow);
