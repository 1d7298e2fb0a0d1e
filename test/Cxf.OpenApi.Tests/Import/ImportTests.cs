using System.Text;

namespace Cxf.OpenApi.Tests.Import;

public sealed class ImportTests
{
    private const string Version3 = """
        openapi: "VERSION"
        info: { title: T, version: 1.0 }
        servers: [{ url: https://api.example.com/v1/ }]
        paths:
          /things/{id}:
            parameters:
              - { name: id, in: path, required: true, schema: { type: string } }
            get:
              operationId: getThing
              summary: Read a thing
              description: Long text that is not kept.
              parameters:
                - { name: fields, in: query, schema: { type: array, items: { type: string } } }
              responses:
                "200":
                  description: ok
                  content:
                    application/json:
                      schema: { $ref: "#/components/schemas/Thing" }
            post:
              requestBody:
                content:
                  application/x-www-form-urlencoded:
                    schema: { type: object, required: [a], properties: { a: { type: integer } } }
              responses: { "204": { description: ok } }
        components:
          schemas:
            Thing:
              type: object
              required: [id]
              properties:
                id: { type: string }
                description: { type: string }
                x-own: { type: string }
                example: { type: string }
                child: { $ref: "#/components/schemas/Thing" }
        """;

    private const string Version2 = """
        swagger: 2.0
        info: { title: T, version: 1.0 }
        host: api.example.com
        basePath: /v1
        schemes: [https]
        produces: [application/json]
        paths:
          /things/{id}:
            parameters:
              - { name: id, in: path, required: true, type: string }
            get:
              operationId: getThing
              summary: Read a thing
              parameters:
                - { name: fields, in: query, type: array, items: { type: string }, collectionFormat: multi }
              responses:
                "200":
                  description: ok
                  schema: { $ref: "#/definitions/Thing" }
            post:
              consumes: [application/x-www-form-urlencoded]
              parameters:
                - { name: a, in: formData, required: true, type: integer }
              responses: { "204": { description: ok } }
        definitions:
          Thing:
            type: object
            required: [id]
            properties:
              id: { type: string }
              description: { type: string }
              x-own: { type: string }
              example: { type: string }
              child: { $ref: "#/definitions/Thing" }
        """;

    public static TheoryData<string, string> Versions =>
        new()
        {
            { "3.0", Version3.Replace("VERSION", "3.0.3") },
            { "3.1", Version3.Replace("VERSION", "3.1.0") },
            { "2.0", Version2 },
        };

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_version_gives_the_same_description(string version, string document)
    {
        var description = Apis.Describe(Encoding.UTF8.GetBytes(document));
        Assert.StartsWith(version, description.OpenApi);
        Assert.Equal(["getThing", "POST /things/{id}"], description.Operations.Keys);
        var get = description.Operations["getThing"];
        Assert.Equal(["fields", "id"], get.Parameters.Select(one => one.Name).Order());
        Assert.Equal("Read a thing", get.Summary);
        var thing = Assert.Single(get.Answers).Schema!;
        Assert.Equal(["id", "description", "x-own", "example", "child"], thing.Properties.Select(one => one.Key));
        Assert.Equal(["id"], thing.Required);
        Assert.Equal("Thing", thing.Property("child")!.Property("child")!.Name);
        var body = Assert.Single(description.Operations["POST /things/{id}"].Body!.Content);
        Assert.Equal("application/x-www-form-urlencoded", body.Key);
        Assert.Equal(["integer"], body.Value.Property("a")!.Types);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void The_connection_gets_the_server_and_the_methods(string version, string document)
    {
        var proposed = OpenApiImport.Read(Encoding.UTF8.GetBytes(document), new ImportOptions()).Connection!;
        Assert.Equal("https://api.example.com/v1", proposed.BaseUrl);
        Assert.Equal(["GET", "POST"], proposed.Methods);
        Assert.Null(proposed.Auth);
        Assert.NotEmpty(version);
    }

    [Theory]
    [InlineData("type: http, scheme: basic", "kind=basic")]
    [InlineData("type: http, scheme: Bearer", "kind=bearer")]
    [InlineData("type: apiKey, in: header, name: X-Key", "kind=apiKeyHeader header=X-Key")]
    [InlineData("type: apiKey, in: header, name: Authorization", "kind=bearer")]
    [InlineData("type: apiKey, in: query, name: key", "kind=apiKeyQuery parameter=key")]
    [InlineData("type: apiKey, in: cookie, name: key", null)]
    [InlineData("type: mutualTLS", null)]
    [InlineData("type: openIdConnect, openIdConnectUrl: 'https://login.example.com'", "kind=bearer")]
    [InlineData(
        "type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://login.example.com/t', scopes: {} } }",
        "kind=oauth2ClientCredentials tokenUrl=https://login.example.com/t"
    )]
    [InlineData(
        "type: oauth2, flows: { authorizationCode: { authorizationUrl: 'https://a.example.com', tokenUrl: /t, scopes: {} } }",
        "kind=oauth2RefreshToken tokenUrl=https://api.example.com/t"
    )]
    [InlineData("type: oauth2, flows: { implicit: { authorizationUrl: 'https://a.example.com', scopes: {} } }", "kind=bearer")]
    public void A_security_scheme_becomes_a_kind_of_authentication(string scheme, string? auth)
    {
        var document = Version3.Replace("VERSION", "3.1.0") + $"\n  securitySchemes:\n    x-login: {{ {scheme} }}\n";
        var result = OpenApiImport.Read(Encoding.UTF8.GetBytes(document), new ImportOptions());
        Assert.Equal(
            auth,
            result.Connection!.Auth is { } members ? string.Join(' ', members.Select(one => $"{one.Key}={one.Value}")) : null
        );
        Assert.Equal(auth is null, result.Unsupported.Keys.Any(name => name.StartsWith("security scheme")));
    }

    [Theory]
    [InlineData("https://api.example.com", "/v1/things/{id}")]
    [InlineData("https://api.example.com/", "/v1/things/{id}")]
    [InlineData("https://api.example.com/v1", "/things/{id}")]
    [InlineData("https://api.example.com/v", "/things/{id}")]
    [InlineData("https://other.example.com", "/things/{id}")]
    public void Paths_are_those_below_the_base_URL_of_the_connection(string baseUrl, string path)
    {
        var result = OpenApiImport.Read(Encoding.UTF8.GetBytes(Version2), new ImportOptions { BaseUrl = new Uri(baseUrl) });
        Assert.Contains($"\"path\":\"{path}\"", Encoding.UTF8.GetString(result.Description!.Value.Span));
    }

    [Fact]
    public void Only_what_is_asked_for_is_kept()
    {
        var document = Encoding.UTF8.GetBytes(Version2);
        var one = OpenApiImport.Read(document, new ImportOptions { Operations = new HashSet<string> { "POST /things/{id}" } });
        Assert.Equal((2, 1), (one.OperationsFound, one.OperationsKept));
        Assert.DoesNotContain("Thing", Encoding.UTF8.GetString(one.Description!.Value.Span).Split("\"operations\"")[1]);
        var wrong = OpenApiImport.Read(document, new ImportOptions { Operations = new HashSet<string> { "getThin" } });
        Assert.Contains("\"getThing\"", Assert.Single(wrong.Problems).Fix);
        Assert.Single(OpenApiImport.Read(document, new ImportOptions { Paths = ["/thinks"] }).Problems);
        Assert.Equal(2, OpenApiImport.Read(document, new ImportOptions { Paths = ["/things"] }).OperationsKept);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n ", "empty")]
    [InlineData("<html></html>", "web page")]
    [InlineData("{\"openapi\": \"3.0.0\", \"paths\": {", "not valid JSON: line 1")]
    [InlineData("{\"openapi\": \"3.0.0\",\n \"paths\": {,} }", "not valid JSON: line 2, column 12")]
    [InlineData("openapi: 3.0.0\npaths:\n  a: [1, 2", "not valid YAML: line")]
    [InlineData("a: 1\na: 2", "\"a\" is there twice")]
    [InlineData("just a text", "it is only one value")]
    [InlineData("[1]", "it is a list")]
    [InlineData("title: something", "neither \"openapi\" nor \"swagger\"")]
    [InlineData("{\"info\": {}, \"item\": []}", "Postman")]
    [InlineData("{\"rootUrl\": \"\", \"resources\": {}}", "Google")]
    [InlineData("asyncapi: 2.0.0", "AsyncAPI")]
    [InlineData("openapi: 4.0.0\npaths: {}", "openapi \"4.0.0\"")]
    [InlineData("swagger: 1.2\npaths: {}", "swagger \"1.2\"")]
    [InlineData("openapi: 3.0.0\ninfo: { title: T, version: 1 }\npaths: {}", "no operations")]
    [InlineData("openapi: 3.0.0\npaths: { /a: { get: { responses: { '200': { $ref: 'other.yaml#/x' } } } } }", "other.yaml#/x")]
    [InlineData("a: &x [b]\nb: *y", "anchor")]
    [InlineData("a: &x [*x]", "alias contains itself")]
    public void What_cannot_be_used_is_refused_with_a_reason_and_a_fix(string document, string reason)
    {
        var result = OpenApiImport.Read(Encoding.UTF8.GetBytes(document), new ImportOptions());
        var problem = Assert.Single(result.Problems);
        Assert.Contains(reason, problem.Message);
        Assert.NotEmpty(problem.Fix);
        Assert.Null(result.Description);
    }

    [Fact]
    public void Aliases_that_stand_for_millions_are_refused()
    {
        var document = new StringBuilder("openapi: 3.0.0\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 9; i++)
        {
            document.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        var result = OpenApiImport.Read(Encoding.UTF8.GetBytes(document.ToString()), new ImportOptions());
        Assert.Contains("aliases", Assert.Single(result.Problems).Message);
    }

    [Theory]
    [InlineData("{\"swagger\":\"2.0\",\"paths\":{\"/a\":{\"get\":{\"parameters\":5,\"responses\":[]}}}}")]
    [InlineData(
        "{\"openapi\":\"3.0.0\",\"paths\":{\"/a\":{\"get\":{\"parameters\":[{\"$ref\":\"#/components/parameters/no\"}]}}}}"
    )]
    [InlineData(
        "{\"openapi\":\"3.0.0\","
            + "\"paths\":{\"/a\":{\"get\":{"
            + "\"responses\":{\"200\":{\"content\":{"
            + "\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/no\"}}}}}}}}}"
    )]
    [InlineData(
        "{\"openapi\":\"3.1.0\","
            + "\"paths\":{\"/a\":{\"get\":{"
            + "\"responses\":{\"200\":{\"content\":{\"application/json\":{\"schema\":true}}}}}}}}"
    )]
    [InlineData("{\"openapi\":\"3.0.0\",\"servers\":[{\"url\":\"::\"}],\"paths\":{\"/a\":{\"get\":null}}}")]
    [InlineData(
        "{\"openapi\":\"3.0.0\",\"paths\":{\"/a\":{\"get\":{\"requestBody\":{\"$ref\":\"#/paths/~1a/get/requestBody\"}}}}}"
    )]
    [InlineData(
        "{\"openapi\":\"3.0.0\",\"components\":{\"schemas\":{\"A\":{\"$ref\":\"#/components/schemas/A\"}}},"
            + "\"paths\":{\"/a\":{\"get\":{"
            + "\"responses\":{\"200\":{\"content\":{"
            + "\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/A\"}}}}}}}}}"
    )]
    public void A_broken_document_is_read_or_refused(string document)
    {
        var result = OpenApiImport.Read(Encoding.UTF8.GetBytes(document), new ImportOptions());
        Assert.Equal(result.Description is null, result.Problems.Count > 0);
    }

    [Fact]
    public void A_document_that_is_too_large_is_refused() =>
        Assert.Contains(
            "larger than 32 MB",
            Assert.Single(OpenApiImport.Read(new byte[OpenApiImport.MaxBytes + 1], new ImportOptions()).Problems).Message
        );
}
