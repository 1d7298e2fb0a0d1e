using System.Runtime.InteropServices;
using System.Text.Json;

namespace Cxf.Jsonata.Values;

/// <summary>Names of properties of a document as strings.</summary>
internal static class PropertyName
{
    public static string Of(JsonProperty property) => ElementText.Decode(JsonMarshal.GetRawUtf8PropertyName(property));
}
