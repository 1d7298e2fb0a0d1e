using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Cxf.ApiCalls.Secrets;
using Cxf.Documents.Identifiers;
using Cxf.Functions.Secrets;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cxf.Local.Tests.Emulators.Ssm;

/// <summary>Parameter Store on this machine, through AWS's own client.</summary>
public sealed class LocalParametersTests : IAsyncLifetime
{
    private const string Name = "/cxf/local/acme/crm";

    private TablesEndpoint _endpoint = null!;
    private AmazonSimpleSystemsManagementClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _endpoint = await TablesEndpoint.StartAsync(0, TestContext.Current.CancellationToken);
        _client = new(
            new BasicAWSCredentials("local", "local"),
            new AmazonSimpleSystemsManagementConfig
            {
                ServiceURL = _endpoint.Address.ToString(),
                AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0,
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _endpoint.DisposeAsync();
    }

    [Fact]
    public async Task A_connection_gets_the_parameter_that_was_put()
    {
        var source = new SsmSecretSource(_client, NullLogger.Instance);
        var name = SecretName.For(StageName.Parse("local"), TenantId.Parse("acme"), ConnectionId.Parse("crm"));
        Assert.Null(await source.GetAsync(name, TestContext.Current.CancellationToken));

        await _client.PutParameterAsync(Put("""{"token":"one"}"""), TestContext.Current.CancellationToken);

        Assert.Equal("""{"token":"one"}""", await source.GetAsync(name, TestContext.Current.CancellationToken));
        Assert.Equal("""{"token":"one"}""", await _endpoint.Parameters.GetAsync(name, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_parameter_is_replaced_only_with_overwrite()
    {
        await _client.PutParameterAsync(Put("one"), TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<ParameterAlreadyExistsException>(() =>
            _client.PutParameterAsync(Put("two"), TestContext.Current.CancellationToken)
        );

        var replacing = Put("three");
        replacing.Overwrite = true;
        await _client.PutParameterAsync(replacing, TestContext.Current.CancellationToken);

        var read = await _client.GetParameterAsync(
            new GetParameterRequest { Name = Name, WithDecryption = true },
            TestContext.Current.CancellationToken
        );
        Assert.Equal("three", read.Parameter.Value);
    }

    [Fact]
    public async Task A_tenants_parameters_are_listed_by_their_path_page_by_page_and_removed_by_name()
    {
        var cancel = TestContext.Current.CancellationToken;
        foreach (
            var name in Enumerable.Range(0, 25).Select(number => $"/cxf/local/acme/c{number}").Append("/cxf/local/acme2/crm")
        )
        {
            await _client.PutParameterAsync(
                new PutParameterRequest
                {
                    Name = name,
                    Type = ParameterType.SecureString,
                    Value = "{}",
                },
                cancel
            );
        }

        var secrets = new TenantSecrets(_client, LocalSettings.For(StageName.Parse("local")));
        Assert.Equal(25, await secrets.DeleteAsync(TenantId.Parse("acme"), cancel));
        Assert.Equal(0, await secrets.DeleteAsync(TenantId.Parse("acme"), cancel));
        Assert.Equal(
            "{}",
            (await _client.GetParameterAsync(new GetParameterRequest { Name = "/cxf/local/acme2/crm" }, cancel)).Parameter.Value
        );
    }

    private static PutParameterRequest Put(string value) =>
        new()
        {
            Name = Name,
            Type = ParameterType.SecureString,
            Value = value,
        };
}
