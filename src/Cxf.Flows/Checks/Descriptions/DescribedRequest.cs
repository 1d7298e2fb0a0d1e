using System.Text.Json;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;

namespace Cxf.Flows.Checks.Descriptions;

/// <summary>Compares the calls of a flow with the descriptions of their connections.</summary>
internal sealed class DescribedRequest
{
    private readonly CheckedFlow _flow;
    private readonly RestApiStep _step;
    private readonly List<RequestProblem> _problems = [];

    private DescribedRequest(CheckedFlow flow, RestApiStep step) => (_flow, _step) = (flow, step);

    /// <summary>Everything that contradicts a description.</summary>
    public static IReadOnlyList<RequestProblem> Problems(CheckedFlow flow)
    {
        var problems = new List<RequestProblem>();
        foreach (var step in flow.Flow.AllSteps.OfType<RestApiStep>())
        {
            var request = new DescribedRequest(flow, step);
            request.Check();
            problems.AddRange(request._problems);
        }

        return problems;
    }

    private bool IsOperation => _step.Operation is not null;

    private void Check()
    {
        var description = _flow.Context?.Descriptions.GetValueOrDefault(_step.Connection);
        if (_step.Described is { } operation)
        {
            CheckParameters(operation);
            CheckBody(operation);
        }
        else if (IsOperation)
        {
            CheckOperation(description);
        }
        else if (description is not null && DescribedPath.Match(description, _step) is { Problem: { } problem } match)
        {
            Add(RequestProblemKind.Path, match.IsMethod ? "/method" : "/path", false, problem, match.Fix);
        }
    }

    private void CheckOperation(ApiDescription? description)
    {
        if (_flow.Context is null || !_flow.Context.Connections.ContainsKey(_step.Connection))
        {
            // Outside a tenant's folder nothing is known; an unknown connection is reported as such.
            return;
        }

        if (description is null)
        {
            Add(
                RequestProblemKind.Operation,
                "/operation",
                false,
                $"The connection \"{_step.Connection}\" has no description, so that its operations are not known.",
                $"Import it: cxf connection import URL-or-FILE --tenant TENANT --as {_step.Connection}. Or write \"method\" and "
                    + "\"path\" instead."
            );
            return;
        }

        Add(
            RequestProblemKind.Operation,
            "/operation",
            false,
            $"The API of the connection \"{_step.Connection}\" has no operation \"{_step.Operation}\".",
            ConnectionWith(_step.Operation!) is { } other
                ? $"The connection \"{other}\" has it: use that one, or another operation."
                : description.Suggest(_step.Operation!)
        );
    }

    private ConnectionId? ConnectionWith(string operation)
    {
        foreach (var (id, description) in _flow.Context!.Descriptions)
        {
            if (description.Find(operation) is not null)
            {
                return id;
            }
        }

        return null;
    }

    private void CheckParameters(ApiOperation operation)
    {
        var places = IsOperation
            ? [new GivenParameters(null, _step.Parameters, "/parameters")]
            : new[]
            {
                new GivenParameters(ApiParameterPlace.Query, _step.Query, "/query"),
                new GivenParameters(ApiParameterPlace.Header, _step.Headers, "/headers"),
            };
        foreach (var given in places)
        {
            if (given.Value is null or { Json.ValueKind: JsonValueKind.Object })
            {
                CheckGiven(operation, given);
                CheckMissing(operation, given);
            }
        }

        if (!IsOperation && _step.Path.Json.ValueKind == JsonValueKind.String && !ExpressionText.In(_step.Path.Json))
        {
            CheckPathValues(operation, _step.Path.Json.GetString()!);
        }
    }

    private void CheckGiven(ApiOperation operation, GivenParameters given)
    {
        foreach (var member in given.Value?.Json.EnumerateObject() ?? default)
        {
            var pointer = given.Member + "/" + JsonPointer.Escape(member.Name);
            if (given.Find(operation, member.Name) is { } parameter)
            {
                CheckValue(parameter, member.Value, pointer);
            }
            else if (given.Place != ApiParameterPlace.Header && !operation.TakesUnlisted(member.Name))
            {
                var names = given.Of(operation).Select(one => one.Name).ToList();
                Add(
                    RequestProblemKind.UnknownParameter,
                    pointer,
                    true,
                    $"{Named(operation)} has no parameter \"{member.Name}\"{(given.Place is null ? "" : " in its query")}.",
                    names.Count == 0 ? "Remove it: it has none." : Suggestion.Of(member.Name, names)
                );
            }
        }
    }

    private void CheckValue(ApiParameter parameter, JsonElement value, string pointer)
    {
        if (parameter.UnsupportedStyle is { } style && value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
        {
            Add(
                RequestProblemKind.ParameterValue,
                pointer,
                false,
                $"The API takes {parameter.Name} as one text ({style}), and a call would write it in another way.",
                style switch
                {
                    "commas" => "Join the items: \"{% $join(…, ',') %}\".",
                    ObjectParameters.Nested => $"Write each member as a parameter of its own: \"{parameter.Name}[…]\".",
                    ObjectParameters.Exploded => "Write each member as a parameter of its own, with its name.",
                    _ => "Write the text as the API documents it, with an expression.",
                }
            );
            return;
        }

        // In the query and in headers, null leaves the parameter out.
        if (value.ValueKind == JsonValueKind.Null && parameter.Place != ApiParameterPlace.Path && !parameter.IsRequired)
        {
            return;
        }

        foreach (
            var problem in SchemaFit.Of(_flow, parameter.Schema, value, _step.Pointer + pointer, parameter.Name, isText: true)
        )
        {
            _problems.Add(
                new RequestProblem(
                    RequestProblemKind.ParameterValue,
                    problem.Pointer,
                    problem.IsName,
                    problem.Message,
                    problem.Fix
                )
            );
        }
    }

    private void CheckMissing(ApiOperation operation, GivenParameters given)
    {
        var set = _flow.Context?.SetByConnection.GetValueOrDefault(_step.Connection) ?? [];
        foreach (var parameter in given.Of(operation).Where(parameter => parameter.IsRequired))
        {
            if (IsOperation && operation.Parameter(parameter.Name) is { } first && first != parameter)
            {
                Add(
                    RequestProblemKind.MissingParameter,
                    "/operation",
                    false,
                    $"{Named(operation)} needs two parameters \"{parameter.Name}\", one of them in the "
                        + $"{parameter.Place.ToString().ToLowerInvariant()}.",
                    $"Write \"method\": \"{operation.Method}\" and \"path\" instead of \"operation\"."
                );
                continue;
            }

            if (
                given.Value?.Json.EnumerateObject().Any(member => Gives(given, member.Name, parameter)) == true
                || set.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase)
                || (
                    _step.Paging is { } paging
                    && paging.Json.TryGetProperty("parameter", out var page)
                    && page.ValueEquals(parameter.Name)
                )
            )
            {
                continue;
            }

            Add(
                RequestProblemKind.MissingParameter,
                given.Value is null
                    ? IsOperation
                        ? "/operation"
                        : "/path"
                    : given.Member,
                given.Value is not null,
                $"{Named(operation)} needs the parameter \"{parameter.Name}\""
                    + $"{(given.Place is null ? "" : " in " + given.Words)}.",
                $"Add \"{parameter.Name}\" to \"{given.Member[1..]}\"."
            );
        }
    }

    private static bool Gives(GivenParameters given, string name, ApiParameter parameter) =>
        given.IsNamed(name, parameter.Name)
        || (ObjectParameters.IsObject(parameter) && name.StartsWith(parameter.Name + "[", StringComparison.Ordinal));

    // Of a path without expressions each part that stands for a parameter is known.
    private void CheckPathValues(ApiOperation operation, string path)
    {
        foreach (var (segment, template) in path.Split('/').Zip(operation.Path.Split('/')))
        {
            if (
                template is ['{', .. var name, '}']
                && operation.Parameters.FirstOrDefault(one => one.Place == ApiParameterPlace.Path && one.Name == name)
                    is { } parameter
            )
            {
                CheckValue(parameter, Text(Uri.UnescapeDataString(segment)), "/path");
            }
        }
    }

    private void CheckBody(ApiOperation operation)
    {
        if (operation.Body is not { Content.Count: > 0 } body)
        {
            if (_step is { Body: not null, Method: not ("GET" or "HEAD") })
            {
                Add(
                    RequestProblemKind.UndocumentedMember,
                    "/body",
                    true,
                    $"{Named(operation)} is documented without a body.",
                    "Remove \"body\", or import the description again if the API takes one."
                );
            }

            return;
        }

        if (_step.Body is not { } value)
        {
            if (body.IsRequired)
            {
                Add(
                    RequestProblemKind.Body,
                    IsOperation ? "/operation" : "/path",
                    false,
                    $"{Named(operation)} needs a body.",
                    Required(body)
                );
            }

            return;
        }

        if (ContentOf(operation, body) is not { } content)
        {
            return;
        }

        if (ApiBody.IsJson(content.Key) || ApiBody.IsForm(content.Key))
        {
            var isForm = ApiBody.IsForm(content.Key);
            foreach (var problem in SchemaFit.Of(_flow, content.Value, value.Json, value.Pointer, "body", isForm))
            {
                _problems.Add(
                    new RequestProblem(
                        problem.IsUndocumented ? RequestProblemKind.UndocumentedMember : RequestProblemKind.Body,
                        problem.Pointer,
                        problem.IsName,
                        $"{InBody(operation)}: {problem.Message}",
                        problem.Fix
                    )
                );
            }
        }
        else if (value.Json.ValueKind != JsonValueKind.String)
        {
            Add(
                RequestProblemKind.Body,
                "/body",
                false,
                $"{InBody(operation)}: a body of {content.Key} must be text.",
                "Write the text, or an expression that gives it."
            );
        }
    }

    private static string Required(ApiBody body)
    {
        var names = ObjectSchema.Of(body.Content[0].Value).Required.ToList();
        return names.Count == 0
            ? "Add \"body\"."
            : $"Add \"body\" with {string.Join(", ", names.Select(name => $"\"{name}\""))}.";
    }

    // The schema of the content type that is sent; null if the API does not take it, or it is not known.
    private KeyValuePair<string, ApiSchema>? ContentOf(ApiOperation operation, ApiBody body)
    {
        if (IsOperation)
        {
            if (ApiBody.CanSend(body.Content[0].Key))
            {
                return body.Content[0];
            }

            Add(
                RequestProblemKind.ContentType,
                "/body",
                true,
                $"{Named(operation)} takes {body.Content[0].Key}, which a call cannot send.",
                "Use another operation: a call sends JSON, forms and text."
            );
            return null;
        }

        var header = ContentTypeHeader();
        if (header is { ValueKind: not JsonValueKind.String } || (header is { } one && ExpressionText.In(one)))
        {
            return null;
        }

        var type = (header?.GetString() ?? "application/json").Split(';')[0].Trim().ToLowerInvariant();
        if (body.Of(type) is { } described)
        {
            return described;
        }

        var taken = string.Join(", ", body.Content.Select(content => content.Key));
        Add(
            RequestProblemKind.ContentType,
            header is null ? "/body" : "/headers",
            true,
            $"{Named(operation)} takes {taken}, but the call sends {type}.",
            body.Content.FirstOrDefault(content => ApiBody.CanSend(content.Key)).Key is { } sendable
                ? $"Write \"headers\": {{ \"Content-Type\": \"{sendable}\" }}."
                : "Use another operation: a call sends JSON, forms and text."
        );
        return null;
    }

    private JsonElement? ContentTypeHeader() =>
        _step.Headers is { Json.ValueKind: JsonValueKind.Object } headers
        && headers.Json.EnumerateObject().FirstOrDefault(IsContentType) is { Value.ValueKind: not JsonValueKind.Undefined } header
            ? header.Value
            : null;

    private static bool IsContentType(JsonProperty header) =>
        header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase);

    private string Named(ApiOperation operation) => IsOperation ? $"The operation \"{operation.Id}\"" : operation.ToString();

    private string InBody(ApiOperation operation) =>
        IsOperation ? $"In the body of \"{operation.Id}\"" : $"In the body of {operation}";

    private static JsonElement Text(string text) => JsonElement.Parse($"\"{JsonEncodedText.Encode(text)}\"");

    private void Add(RequestProblemKind kind, string member, bool isName, string message, string fix) =>
        _problems.Add(new RequestProblem(kind, _step.Pointer + member, isName, message, fix));
}
