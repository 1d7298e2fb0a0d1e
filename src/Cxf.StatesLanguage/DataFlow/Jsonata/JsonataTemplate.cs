using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow.Jsonata;

/// <summary>A JSON value with expressions in it, at any depth.</summary>
internal abstract class JsonataTemplate : IDataTemplate
{
    public abstract Payload Evaluate(StateRun run);

    /// <summary>Writes the evaluated value.</summary>
    public abstract void Write(StateRun run, Utf8JsonWriter json);
}
