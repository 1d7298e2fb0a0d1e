namespace Cxf.Flows.Tests.FlowTests;

/// <summary>
/// A run that records its answer evaluates the expressions of its last step as one. The author sees the one that failed, as
/// written.
/// </summary>
public sealed class AuthorExpressionTests
{
    // The compiler reads the payload and the contact in the execution's input.
    [Theory]
    [InlineData("body", "{% $payload.note %}", "body", "$payload.note", "returned nothing")]
    [InlineData("body", "{% $number($payload.name) %}", "body", "$number($payload.name)", "threw an error")]
    [InlineData(
        "query",
        "{ \"q\": [\"{% $contact.customerNumber & $payload.note %}\", \"{% $payload.note %}\"] }",
        "query/q/1",
        "$payload.note",
        "returned nothing"
    )]
    public void The_failed_expression_names_the_variables_of_the_document(
        string member,
        string value,
        string field,
        string written,
        string problem
    )
    {
        var failure = TestedLead
            .Run(
                $$"""
                {
                  "flowId": "f", "contactFields": ["customerNumber"], "start": "rest_api_1",
                  "input": { "type": "object", "properties": { "name": { "type": "string" }, "note": { "type": "string" } } },
                  "steps": {
                    "rest_api_1": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/x", "timeoutSeconds": 1,
                     "{{member}}": {{(value.StartsWith("{%") ? $"\"{value}\"" : value)}}, "next": "respond_1" },
                    "respond_1": { "kind": "respond", "message": "Done." }
                  },
                  "tests": [{
                    "name": "t", "payload": { "name": "x" }, "answers": { "rest_api_1": [201] },
                    "expect": { "status": "SUCCEEDED" } }]
                }
                """
            )
            .Results[0]
            .Failure!;
        Assert.Contains($"The JSONata expression '{written}' specified for the field '{field}' {problem}", failure.Cause);
    }

    [Theory]
    [InlineData("'Number ' & $number($rest_api_1.body.id)", "'a'", "message", 0)]
    [InlineData("'Number'", "$number($rest_api_1.body.id)", "outputs/leadId", 1)]
    [InlineData("'Number ' & $string($rest_api_1.status)", "$uppercase($rest_api_1.body.count)", "outputs/leadId", 1)]
    [InlineData("  $rest_api_1.body.id & -$rest_api_1.body.id  ", "$rest_api_1.body.id", "message", 0)]
    public void The_failed_expression_is_the_authors(string message, string output, string field, int failed)
    {
        var failure = TestedLead
            .Run(
                $$"""
                {
                  "flowId": "f", "caller": "waits", "start": "rest_api_1",
                  "steps": {
                    "rest_api_1": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/x",
                     "timeoutSeconds": 1, "next": "respond_1" },
                    "respond_1": { "kind": "respond", "message": "{% {{message}} %}",
                     "outputs": { "leadId": "{% {{output}} %}" } }
                  },
                  "tests": [{
                    "name": "t", "answers": { "rest_api_1": [{ "status": 201, "body": { "id": "L-1", "count": 5 } }] },
                    "expect": { "status": "SUCCEEDED" } }]
                }
                """
            )
            .Results[0]
            .Failure!;
        var written = (failed == 0 ? message : output).Trim();
        Assert.Equal("respond_1", failure.Step);
        Assert.Contains($"The JSONata expression '{written}' specified for the field '{field}' threw an error", failure.Cause);
        Assert.DoesNotContain("_given", failure.Cause);
    }
}
