using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow;

/// <summary>A JSON value of the definition with expressions or paths in it.</summary>
internal interface IDataTemplate
{
    Payload Evaluate(StateRun run);
}
