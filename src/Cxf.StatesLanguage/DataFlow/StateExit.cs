using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.DataFlow;

/// <summary>A state's output and the variables it sets, evaluated on the same snapshot.</summary>
internal readonly record struct StateExit(Payload Output, IReadOnlyList<KeyValuePair<string, Payload>> Assigned);
