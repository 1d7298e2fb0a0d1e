using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.JsonPath;

/// <summary>A payload template that is evaluated on a state's data after InputPath.</summary>
internal sealed class JsonPathTemplate(PayloadTemplate template, InputPath inputPath) : IDataTemplate
{
    public Payload Evaluate(StateRun run) => Evaluate(template, run, inputPath.Apply(run).Tree);

    public static Payload Evaluate(PayloadTemplate template, StateRun run, JsonElement data)
    {
        using var writer = PayloadWriter.Rent();
        template.Write(run, data, writer.Json);
        return writer.ToPayload();
    }
}
