using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Service;

/// <summary>The input of an execution. Errors have AWS's wording, which is that of its Java JSON parser.</summary>
internal static class ExecutionInput
{
    public static Payload Parse(string? text)
    {
        if (text is null)
        {
            return Payload.EmptyObject;
        }

        if (text.Length == 0)
        {
            throw ApiErrors.InvalidInput("Invalid execution input.");
        }

        Payload input;
        try
        {
            input = Payload.Parse(text);
        }
        catch (JsonException problem)
        {
            throw ApiErrors.InvalidInput(Describe(text, problem));
        }

        return input.Length <= ServiceLimits.PayloadBytes
            ? input
            : throw ApiErrors.Validation(
                "1 validation error detected: Value at 'input' failed to satisfy constraint: "
                    + $"Member must have length less than or equal to {ServiceLimits.PayloadBytes}"
            );
    }

    private static string Describe(string text, JsonException problem)
    {
        var start = text.TrimStart();
        if (start.Length > 0 && char.IsLetter(start[0]))
        {
            var token = new string([.. start.TakeWhile(char.IsLetterOrDigit)]);
            return $"Unrecognized token '{token}': "
                + "was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
        }

        var (line, position) = JsonText.StopOf(problem, text);
        return line == 0 && position < text.Length && position > 0 && text[..position].TrimEnd().EndsWith('{')
            ? $"Unexpected character ('{text[position]}' (code {(int)text[position]})): "
                + "was expecting double-quote to start field name"
            : problem.Message;
    }
}
