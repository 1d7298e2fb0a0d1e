using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>How a visit of a state ended: where to go with which output (null: nowhere, the graph ends), or with an
/// error.</summary>
internal readonly record struct Step(State? Next, Payload? Output, StateError? Error)
{
    public static Step To(State? next, Payload output) => new(next, output, null);

    public static Step Failed(StateError error) => new(null, null, error);
}
