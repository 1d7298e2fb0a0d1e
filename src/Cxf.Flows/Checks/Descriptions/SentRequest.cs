using Cxf.Documents;
using Cxf.Flows.ApiDescriptions;

namespace Cxf.Flows.Checks.Descriptions;

/// <summary>
/// A request as it was sent, compared with the description of its API. It has no expressions any more, so each value is known.
/// </summary>
public sealed class SentRequest
{
    private readonly List<SentProblem> _problems = [];

    private SentRequest() { }

    /// <summary>The operation that it calls; null if the API has no such operation.</summary>
    public ApiOperation? Operation { get; private set; }

    /// <summary>What contradicts the description.</summary>
    public IReadOnlyList<SentProblem> Problems => _problems;

    /// <summary>Compares a request.</summary>
    /// <param name="description">The description of the API.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below the base URL as it was sent: values in it are still encoded.</param>
    /// <param name="query">The parameters in the query.</param>
    /// <param name="headers">The headers.</param>
    /// <param name="body">The body.</param>
    public static SentRequest Check(
        ApiDescription description,
        string method,
        string path,
        IReadOnlyList<KeyValuePair<string, string>> query,
        IReadOnlyDictionary<string, string> headers,
        SentBody body
    )
    {
        var request = new SentRequest();
        var match = CallMatch.Of(description, method, PathText.OfText(path));
        if (match.Operation is not { } operation)
        {
            request.Add(match.IsMethod ? SentProblemKind.Method : SentProblemKind.Path, match.Problem!, match.Fix);
            return request;
        }

        request.Operation = operation;
        request.CheckPath(operation, path);
        request.CheckQuery(operation, query);
        request.CheckHeaders(operation, headers);
        request.CheckBody(operation, body);
        return request;
    }

    private void CheckPath(ApiOperation operation, string path)
    {
        foreach (var (segment, template) in path.Split('/').Zip(operation.Path.Split('/')))
        {
            if (
                template is ['{', .. var name, '}']
                && operation.Parameters.FirstOrDefault(one => one.Place == ApiParameterPlace.Path && one.Name == name)
                    is { } parameter
            )
            {
                CheckValue(parameter, Uri.UnescapeDataString(segment));
            }
        }
    }

    private void CheckQuery(ApiOperation operation, IReadOnlyList<KeyValuePair<string, string>> query)
    {
        var known = operation.Parameters.Where(parameter => parameter.Place == ApiParameterPlace.Query).ToList();
        foreach (var (name, value) in query)
        {
            if (known.Find(parameter => parameter.Name == name) is { } parameter)
            {
                CheckValue(parameter, value);
            }
            else if (!operation.TakesUnlisted(name))
            {
                Add(
                    SentProblemKind.Undocumented,
                    $"{operation} has no parameter \"{name}\" in its query.",
                    known.Count == 0 ? "Remove it." : Suggestion.Of(name, [.. known.Select(one => one.Name)])
                );
            }
        }

        foreach (
            var parameter in known.Where(one =>
                one.IsRequired && !ObjectParameters.IsObject(one) && !query.Any(given => given.Key == one.Name)
            )
        )
        {
            Add(
                SentProblemKind.Request,
                $"{operation} needs the parameter \"{parameter.Name}\" in the query.",
                $"Add \"{parameter.Name}\"."
            );
        }
    }

    private void CheckHeaders(ApiOperation operation, IReadOnlyDictionary<string, string> headers)
    {
        foreach (var parameter in operation.Parameters.Where(one => one.Place == ApiParameterPlace.Header))
        {
            var given = headers.FirstOrDefault(header => header.Key.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));
            if (given.Value is { } value)
            {
                CheckValue(parameter, value);
            }
            else if (parameter.IsRequired)
            {
                Add(SentProblemKind.Request, $"{operation} needs the header \"{parameter.Name}\".", $"Add \"{parameter.Name}\".");
            }
        }
    }

    private void CheckBody(ApiOperation operation, SentBody body)
    {
        if (operation.Body is not { Content.Count: > 0 } documented)
        {
            if (!body.IsEmpty)
            {
                Add(SentProblemKind.Undocumented, $"{operation} is documented without a body.", "Remove the body.");
            }

            return;
        }

        if (body.IsEmpty)
        {
            if (documented.IsRequired)
            {
                Add(SentProblemKind.Request, $"{operation} needs a body.", "Add the body.");
            }

            return;
        }

        if (documented.Of(body.Type) is not { } content)
        {
            Add(
                SentProblemKind.Request,
                $"{operation} takes {string.Join(", ", documented.Content.Select(one => one.Key))}, but the body is {body.Type}.",
                "Send a type that it takes."
            );
            return;
        }

        var isForm = ApiBody.IsForm(content.Key);
        if (!isForm && !ApiBody.IsJson(body.Type))
        {
            // Of other types only the documented name is known.
            return;
        }

        if (body.Value is not { } value)
        {
            Add(SentProblemKind.Request, "The body is not valid JSON.", "Send JSON, or say another Content-Type.");
            return;
        }

        foreach (var problem in SchemaFit.Of(null, content.Value, value, "", "body", isForm))
        {
            Add(problem.IsUndocumented ? SentProblemKind.Undocumented : SentProblemKind.Request, problem.Message, problem.Fix);
        }
    }

    private void CheckValue(ApiParameter parameter, string value)
    {
        var json = JsonOutput.Element(writer => writer.WriteStringValue(value));
        foreach (var problem in SchemaFit.Of(null, parameter.Schema, json, "", parameter.Name, isText: true))
        {
            Add(SentProblemKind.Request, problem.Message, problem.Fix);
        }
    }

    private void Add(SentProblemKind kind, string message, string fix) => _problems.Add(new SentProblem(kind, message, fix));
}
