using System.Text;
using Cxf.Flows.ApiDescriptions;

namespace Cxf.OpenApi.Tests.Import;

/// <summary>What changes between two descriptions, in words.</summary>
public sealed class DriftTests
{
    [Theory]
    [InlineData("createLead", "operationId: createLead", "operationId: addLead", "createLead (POST /leads) no longer exists.")]
    [InlineData("findLeads", "  /leads:", "  /v3/leads:", "findLeads: it is GET /v3/leads instead of GET /leads.")]
    [InlineData(
        "createLead",
        "required: [phone, source]",
        "required: [phone, source, email]",
        "\"email\" of the body is required now"
    )]
    [InlineData("getLead", "required: [id, status]", "required: [id]", "\"status\" of the answer 200 is optional now")]
    [InlineData(
        "findLeads",
        "name: phone, in: query, required: true",
        "name: number, in: query, required: true",
        "new required parameter \"number\""
    )]
    [InlineData(
        "findLeads",
        "name: phone, in: query, required: true",
        "name: number, in: query, required: true",
        "\"phone\" no longer exists"
    )]
    [InlineData(
        "findLeads",
        "schema: { type: integer, minimum: 1, maximum: 100 }",
        "required: true, schema: { type: integer }",
        "\"limit\" is required now"
    )]
    [InlineData(
        "getLead",
        "name: leadId, in: path, required: true, schema: { type: integer }",
        "name: leadId, in: path, required: true, schema: { type: string }",
        "\"leadId\" is string instead of integer"
    )]
    [InlineData(
        "changeLead",
        "enum: [new, open, won, lost]",
        "enum: [new, open, won]",
        "\"status\" of the body can no longer be lost"
    )]
    [InlineData(
        "getLead",
        "enum: [new, open, won, lost]",
        "enum: [new, open, won, lost, spam]",
        "\"status\" of the answer 200 can also be spam"
    )]
    [InlineData(
        "addNote",
        "text: { type: string, maxLength: 200 }",
        "content: { type: string }",
        "the body no longer has \"text\""
    )]
    [InlineData(
        "findLeads",
        "total: { type: integer, example: 1 }",
        "total: { nullable: true, allOf: [{ type: integer }] }",
        "\"total\" of the answer 200 is integer or null instead of integer"
    )]
    [InlineData("createLead", "\"409\":", "\"422\":", "it answers 422 now")]
    public void A_change_is_said_in_words(string operation, string before, string after, string words)
    {
        var document = Encoding.UTF8.GetString(Apis.Document("crm"));
        Assert.Contains(before, document);
        var (old, now) = (
            Apis.Describe(Apis.Document("crm")),
            Apis.Describe(Encoding.UTF8.GetBytes(document.Replace(before, after)))
        );
        var changes = DescriptionDifferences.Of(old.Operations[operation], now.Operations.GetValueOrDefault(operation));
        Assert.Contains(changes, change => change.Contains(words));
    }

    [Fact]
    public void The_same_description_has_no_differences()
    {
        foreach (var name in Apis.Names)
        {
            var (one, other) = (Apis.Describe(Apis.Document(name)), Apis.Describe(Apis.Document(name)));
            Assert.All(
                one.Operations.Values,
                operation => Assert.Empty(DescriptionDifferences.Of(operation, other.Operations[operation.Id]))
            );
        }
    }

    [Fact]
    public void A_type_that_contains_itself_is_compared_once()
    {
        var document = Encoding.UTF8.GetString(Apis.Document("crm")).Replace("createdAt:", "madeAt:");
        var changes = DescriptionDifferences.Of(
            Apis.Describe(Apis.Document("crm")).Operations["getLead"],
            Apis.Describe(Encoding.UTF8.GetBytes(document)).Operations["getLead"]
        );
        Assert.Equal(2, changes.Count);
    }
}
