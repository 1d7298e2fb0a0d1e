using System.Text.Json;
using Cxf.ApiCalls.Requests;
using Cxf.Documents;
using Cxf.Flows.Analysis;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks.Calls;

/// <summary>Every header of a call is one that CallApi sends, as far as the document shows it.</summary>
internal sealed class HeaderRefused()
    : FlowRule(
        FlowCodes.HeaderRefused,
        DiagnosticSeverity.Error,
        "A header that a call cannot send.",
        "The call itself sets the headers that frame and route the request and carry credentials, and a value with a "
            + "line break would add further headers. CallApi refuses such a call when the flow runs (ApiMisconfigured)."
    )
{
    private const JsonataKinds Sendable = JsonataKinds.Scalar | JsonataKinds.Array | JsonataKinds.Null | JsonataKinds.Undefined;

    public override void Check(CheckedFlow flow)
    {
        // Of these it was reported already why they cannot be set.
        var secrets = flow
            .Document.Diagnostics.Where(said => said.Code == FlowCodes.PlainSecret)
            .Select(said => said.Pointer)
            .ToHashSet();
        foreach (var step in flow.Flow.AllSteps.OfType<RestApiStep>())
        {
            if (step.Headers is { Json.ValueKind: JsonValueKind.Object } headers)
            {
                CheckWritten(flow, headers, secrets, Signs(flow, step));
            }
        }

        foreach (var expression in flow.Expressions.Where(IsOfHeaders).Where(expression => expression.Compiled is not null))
        {
            Report(
                flow,
                expression.Pointer,
                expression
                    .Compiled!.TextParts.Select(part => HeaderRules.ProblemOfValue("", part))
                    .FirstOrDefault(problem => problem is not null)
            );
        }

        foreach (var typed in flow.Typed.Where(typed => IsOfHeaders(typed.Expression)))
        {
            CheckTyped(flow, typed);
        }
    }

    private void CheckWritten(CheckedFlow flow, FlowValue headers, HashSet<string> secrets, bool signs)
    {
        var hasContentType = false;
        foreach (var header in headers.Json.EnumerateObject())
        {
            var pointer = JsonPointer.Append(headers.Pointer, header.Name);
            var problem = ProblemOfName(header.Name, signs);
            if (problem is null && header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                problem =
                    hasContentType || header.Value.ValueKind == JsonValueKind.Array
                        ? new HeaderProblem("A request has one content type.", "Write \"Content-Type\" once, with one value.")
                        : null;
                hasContentType = true;
            }

            if (problem is null)
            {
                CheckValue(flow, header.Name, header.Value, pointer, isItem: false);
            }
            else if (!secrets.Contains(pointer))
            {
                ReportName(flow, pointer, problem.Message, problem.Fix);
            }
        }
    }

    private void CheckValue(CheckedFlow flow, string name, JsonElement value, string pointer, bool isItem)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array when !isItem:
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    CheckValue(flow, name, item, JsonPointer.Append(pointer, index), isItem: true);
                }

                break;
            case JsonValueKind.Array or JsonValueKind.Object:
                Report(flow, pointer, NotSendable);
                break;
            case JsonValueKind.String when value.GetString() is { } text && !ExpressionText.TryRead(text, out _):
                Report(flow, pointer, HeaderRules.ProblemOfValue(name, text));
                break;
        }
    }

    private void CheckTyped(CheckedFlow flow, TypedExpression typed)
    {
        var result = typed.Typing.Result;
        if (typed.Expression.Need != PlaceNeed.Object)
        {
            Report(
                flow,
                typed.Expression.Pointer,
                result.Kinds != JsonataKinds.None && !result.CanBe(Sendable) ? NotSendable : null
            );
            return;
        }

        var signs = typed.Expression.Step is RestApiStep step && Signs(flow, step);
        foreach (var (name, _) in result.Fields.Where(field => field.Value.CanBe(~(JsonataKinds.Undefined | JsonataKinds.Null))))
        {
            Report(flow, typed.Expression.Pointer, ProblemOfName(name, signs));
        }
    }

    private static bool Signs(CheckedFlow flow, RestApiStep step) =>
        flow.Context?.SigningConnections.Contains(step.Connection) ?? false;

    private static HeaderProblem? ProblemOfName(string name, bool signs) =>
        HeaderRules.ProblemOfName(name) ?? (signs ? HeaderRules.ProblemOfSignedName(name) : null);

    private static HeaderProblem NotSendable { get; } =
        new(
            "A header's value must be text, a number, true, false or a list of these.",
            "Turn the value into text first, e.g. with $string."
        );

    private static bool IsOfHeaders(FlowExpression expression) =>
        expression.Step is RestApiStep { Headers: { } headers }
        && (
            expression.Pointer == headers.Pointer
            || expression.Pointer.StartsWith(headers.Pointer + "/", StringComparison.Ordinal)
        );

    private void Report(CheckedFlow flow, string pointer, HeaderProblem? problem)
    {
        if (problem is not null)
        {
            Report(flow, pointer, problem.Message, problem.Fix);
        }
    }
}
