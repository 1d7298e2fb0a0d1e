using System.Text.Json;
using Cxf.Documents;

namespace Cxf.ApiCalls.Answers;

/// <summary>A text as a JSON value.</summary>
internal static class JsonText
{
    public static JsonElement Of(string text) =>
        JsonOutput.Element(writer => writer.WriteStringValue(text), ApiCallAnswer.WriterOptions);
}
