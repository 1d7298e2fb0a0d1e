using System.Text.Json;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Reading;

/// <summary>What a description says of the call of a step that writes method and path itself.</summary>
internal static class DescribedPath
{
    /// <summary>The operation that the step calls, or why there is none.</summary>
    public static CallMatch Match(ApiDescription description, RestApiStep call)
    {
        var text = call.Path.Json.ValueKind == JsonValueKind.String ? call.Path.Json.GetString()! : "";
        return !ExpressionText.TryRead(text, out var jsonata) ? Match(PathText.OfText(text))
            : JsonataExpression.TryCompile(jsonata, JsonataOptions.StepFunctions, out var expression, out _)
                ? Match(PathText.Of(expression.Syntax))
            : new CallMatch(default(ApiOperation));

        CallMatch Match(PathText path) => CallMatch.Of(description, call.Method, path);
    }
}
