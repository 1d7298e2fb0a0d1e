using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.JsonPath.Functions;

/// <summary>Reads arguments of intrinsic functions and creates results.</summary>
internal static class Arguments
{
    public static JsonElement ArrayAt(this JsonElement[] arguments, int index) =>
        arguments[index].ValueKind == JsonValueKind.Array
            ? arguments[index]
            : throw new IntrinsicFailureException($"argument {index + 1} must be an array");

    public static string TextAt(this JsonElement[] arguments, int index) =>
        arguments[index].ValueKind == JsonValueKind.String
            ? arguments[index].GetString()!
            : throw new IntrinsicFailureException($"argument {index + 1} must be a string");

    /// <summary>A number, rounded to an integer as Java's Math.round does (recorded).</summary>
    public static long IntegerAt(this JsonElement[] arguments, int index) =>
        arguments[index].ValueKind == JsonValueKind.Number
            ? (long)Math.Floor(arguments[index].GetDouble() + 0.5)
            : throw new IntrinsicFailureException($"argument {index + 1} must be a number");

    public static JsonElement Text(string value) => Payload.FromString(value).Tree;

    public static JsonElement Number(long value) =>
        JsonElement.Parse(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
