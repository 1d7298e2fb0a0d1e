using System.Text.Json;
using Cxf.Documents;

namespace Cxf.Flows.ApiDescriptions;

/// <summary>One operation of a described API: a method on a path.</summary>
public sealed class ApiOperation
{
    private readonly JsonElement _json;

    internal ApiOperation(ApiDescription description, string id, string method, string path, JsonElement json)
    {
        (Description, Id, Method, Path, _json) = (description, id, method, path, json);
    }

    /// <summary>The description that it belongs to.</summary>
    public ApiDescription Description { get; }

    /// <summary>Its ID: what a step names in <c>operation</c>.</summary>
    public string Id { get; }

    /// <summary>The method, in capitals.</summary>
    public string Method { get; }

    /// <summary>The path below the connection's base URL; <c>{name}</c> stands for a parameter.</summary>
    public string Path { get; }

    /// <summary>What it does, in the third party's words; empty if the description does not say it.</summary>
    public string Summary => _json.Text("summary") ?? "";

    /// <summary>Whether the third party advises against it.</summary>
    public bool IsDeprecated => _json.Flag("deprecated");

    /// <summary>Its parameters; those of the path also where the description does not list them.</summary>
    public IReadOnlyList<ApiParameter> Parameters => field ??= ReadParameters();

    /// <summary>The body of its request; null if it has none.</summary>
    public ApiBody? Body => field ??= _json.Member("body") is { } body ? ApiBody.Read(Description, body) : null;

    /// <summary>Its documented answers, by status: <c>200</c>, <c>4XX</c>, <c>default</c>.</summary>
    public IReadOnlyList<ApiAnswer> Answers =>
        field ??= [.. _json.Get("answers").Members().Select(one => ApiAnswer.Read(Description, one))];

    /// <summary>The names of the parameters in its path, in order.</summary>
    public IReadOnlyList<string> PathParameters =>
        field ??= [
            .. Path.Split('/')
                .SelectMany(segment => segment.Split('{').Skip(1))
                .Select(part => part.Split('}')[0])
                .Where(name => name.Length > 0),
        ];

    /// <summary>The answers of calls that succeed: 2xx, or the default answer if none of them is documented.</summary>
    public IEnumerable<ApiAnswer> GoodAnswers =>
        Answers.Any(answer => answer.IsGood)
            ? Answers.Where(answer => answer.IsGood)
            : Answers.Where(answer => answer.Status == "default");

    /// <summary>
    /// The parameter that a step gives by a name. Where the path and the query have one of the same name it is that of the path;
    /// null if none has the name.
    /// </summary>
    public ApiParameter? Parameter(string name) =>
        Parameters
            .Where(one => one.Name == name)
            .OrderByDescending(one => one.IsRequired)
            .ThenBy(one => one.Place)
            .FirstOrDefault();

    /// <summary>
    /// Whether a name can be that of a parameter in the query that the description does not list: a member of an object.
    /// </summary>
    public bool TakesUnlisted(string name) =>
        _json.Flag("otherParameters")
        || Listed().SelectMany(ObjectParameters.OpenNames).Any(start => name.StartsWith(start, StringComparison.Ordinal));

    private IEnumerable<ApiParameter> Listed() =>
        _json.Get("parameters").Items().Select(one => ApiParameter.Read(Description, one)).OfType<ApiParameter>();

    private IReadOnlyList<ApiParameter> ReadParameters()
    {
        var listed = Listed().SelectMany(ObjectParameters.Of).DistinctBy(one => (one.Name, one.Place)).ToList();
        var unlisted = PathParameters
            .Where(name => !listed.Exists(one => one.Place == ApiParameterPlace.Path && one.Name == name))
            .Select(name => new ApiParameter(name, ApiParameterPlace.Path, true, new ApiSchema(Description, default)));
        return [.. listed, .. unlisted.ToList()];
    }

    /// <summary>The method and the path, as people write them.</summary>
    public override string ToString() => $"{Method} {Path}";
}
