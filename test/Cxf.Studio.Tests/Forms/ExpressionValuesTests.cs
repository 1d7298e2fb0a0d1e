using System.Text.Json;
using Cxf.Studio.Documents;
using Cxf.Studio.Forms;

namespace Cxf.Studio.Tests.Forms;

/// <summary>What expressions are with the data of a test.</summary>
public sealed class ExpressionValuesTests
{
    [Theory]
    [InlineData("rest_api_1", "\"{% 'key ' & $payload.userInput %}\"", "\"key 5\"")]
    [InlineData(
        "rest_api_1",
        "{\"a\": [\"{% $contact.customerNumber %}\", 1], \"b\": \"{% $payload.none %}\"}",
        "{\"a\":[\"+12025550142\",1]}"
    )]
    [InlineData("respond_1", "\"{% $rest_api_1.body.id %}\"", "\"L-1001\"")]
    [InlineData("respond_1", "\"{% $rest_api_1.body.none %}\"", "nothing")]
    [InlineData("respond_1", "\"{% 1 + %}\"", "Unexpected end")]
    [InlineData("respond_1", "\"text\"", null)]
    public async Task Expressions_have_the_values_of_the_first_test_that_reaches_the_step(
        string step,
        string value,
        string? shown
    )
    {
        var folder = SampleFolder.Copy();
        try
        {
            var cancellationToken = TestContext.Current.CancellationToken;
            await using var flow = await new FlowFolder(folder.FullName, isSample: false, TimeProvider.System).OpenAsync(
                "acme",
                "create_lead",
                cancellationToken
            );
            var values = ExpressionValues.Of(flow!.Document, step, cancellationToken);
            Assert.Equal("A new lead gets a number", values!.Test);
            var given = values.Of(JsonElement.Parse(value));
            Assert.True(shown is null ? given is null : given!.StartsWith(shown), given);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
