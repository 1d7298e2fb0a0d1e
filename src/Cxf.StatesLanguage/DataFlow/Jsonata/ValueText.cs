using Cxf.Jsonata;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.DataFlow.Jsonata;

/// <summary>Values of expressions as JSON.</summary>
internal static class ValueText
{
    public static Payload ToPayload(JsonataValue value)
    {
        using var writer = PayloadWriter.Rent();
        value.WriteTo(writer.Json);
        return writer.ToPayload();
    }

    public static string Of(JsonataValue value) => ToPayload(value).ToString();
}
