namespace Cxf.Local.Tests.Commands;

/// <content><c>instances.json</c>.</content>
public abstract partial class DeploymentCommandsContract
{
    [Theory]
    [InlineData("""{"arn:instance": ["acme"]}""", "instances.json:1:2: error CXF5010")]
    [InlineData(
        """{"arn:aws:connect:eu-central-1:444455556666:instance/not-an-id": ["acme"]}""",
        "instances.json:1:2: error CXF5010"
    )]
    [InlineData(
        """{"arn:aws:connect:eu-central-1:444455556666:instance/22222222-3333-4444-8555-66666666666A": ["acme"]}""",
        "instances.json:1:2: error CXF5010"
    )]
    [InlineData(
        """{"arn:aws:lambda:eu-central-1:444455556666:instance/22222222-3333-4444-8555-666666666666": ["acme"]}""",
        "instances.json:1:2: error CXF5010"
    )]
    [InlineData(
        """{"arn:aws:connect:eu-centrla-1:444455556666:instance/22222222-3333-4444-8555-666666666666": ["acme"]}""",
        "There is no AWS region \"eu-centrla-1\"."
    )]
    [InlineData(
        "{\n  \"" + Instance + "\": [\"acme\", \"acmee\"]\n}",
        "instances.json:2:103: error CXF5011 The folder has no tenant \"acmee\"."
    )]
    [InlineData("{\"" + Instance + "\": [\"not a tenant\"]}", "error CXF5011")]
    [InlineData("{\"" + Instance + "\": \"acme\"}", "error CXF5005")]
    [InlineData("{\"" + Instance + "\": [7]}", "error CXF5005")]
    [InlineData("{\"" + Instance + "\": [\"acme\"], \"" + Instance + "\": []}", "error CXF5002")]
    [InlineData("[]", "error CXF5005")]
    [InlineData("{", "instances.json:1:2: error CXF5001")]
    public async Task A_problem_with_the_instances_is_an_error_with_its_location(string instances, string error)
    {
        Write("instances.json", instances);

        var (code, output) = await PublishAsync();

        Assert.Equal(1, code);
        Assert.Contains(error, output);
        Assert.Null(await Store.FindTenantAsync(Acme, Cancel));
    }

    [Fact]
    public async Task A_tenant_that_no_instance_may_act_for_is_a_warning()
    {
        Write("instances.json", $$"""{"{{Instance}}": []}""");

        var (code, output) = await PublishAsync();

        Assert.Equal(0, code);
        Assert.Contains("instances.json:1:1: warning CXF5012 No Connect instance may act for the tenant \"acme\"", output);
        Assert.Contains("acme/greet: Version 1 is live.", output);
    }
}
