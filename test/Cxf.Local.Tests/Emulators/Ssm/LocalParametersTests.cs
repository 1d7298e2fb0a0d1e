using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Cxf.ApiCalls.Secrets;
using Cxf.Documents.Identifiers;
using Cxf.Functions.Secrets;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators;
using Cxf.Local.Emulators.Ssm;
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refresh_token_is_replaced_only_while_it_is_the_expected_one(bool throughTheService)
    {
        ISecretSource source = throughTheService ? new SsmSecretSource(_client, NullLogger.Instance) : _endpoint.Parameters;
        var writer = (ISecretWriter)source;
        var name = SecretName.ForRotated(StageName.Parse("local"), TenantId.Parse("acme"), ConnectionId.Parse("crm"));
        Assert.Equal(Name + ".rotated", name.Value);

        Assert.False(await TryAsync("none", "zero"));
        Assert.True(await TryAsync(null, "one"));
        Assert.False(await TryAsync(null, "two"));
        Assert.False(await TryAsync("other", "two"));
        Assert.Equal("one", await source.GetAsync(name, TestContext.Current.CancellationToken));
        Assert.True(await TryAsync("one", "two"));
        Assert.Equal("two", await source.GetAsync(name, TestContext.Current.CancellationToken));

        ValueTask<bool> TryAsync(string? expected, string text) =>
            writer.TryReplaceAsync(name, expected, text, TestContext.Current.CancellationToken);
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
        Assert.Equal("{}", (await GetAsync("/cxf/local/acme2/crm")).Value);
    }

    [Fact]
    public async Task Each_put_makes_a_version_that_can_be_read()
    {
        var cancel = TestContext.Current.CancellationToken;
        Assert.Equal(1, (await _client.PutParameterAsync(Put("one"), cancel)).Version);
        var replacing = Put("two");
        (replacing.Overwrite, replacing.Type) = (true, null);
        Assert.Equal(2, (await _client.PutParameterAsync(replacing, cancel)).Version);

        var latest = await GetAsync(Name);
        Assert.Equal(("two", 2L, ParameterType.SecureString), (latest.Value, latest.Version, latest.Type));
        Assert.Equal("arn:aws:ssm:us-east-1:111122223333:parameter" + Name, latest.ARN);
        Assert.Equal("one", (await GetAsync(Name + ":1")).Value);
        Assert.Equal("one", (await GetAsync(latest.ARN + ":1")).Value);
        Assert.Equal("two", (await GetAsync(latest.ARN)).Value);
        await Assert.ThrowsAsync<ParameterVersionNotFoundException>(() => GetAsync(Name + ":3"));
    }

    [Fact]
    public async Task A_secret_is_encrypted_unless_the_caller_decrypts_it()
    {
        await _client.PutParameterAsync(Put("secret"), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("secret", (await GetAsync(Name, decrypt: false)).Value);
        Assert.Equal("secret", (await GetAsync(Name)).Value);
    }

    [Fact]
    public async Task A_parameter_keeps_the_type_that_it_was_put_with()
    {
        var put = Put("a,b");
        put.Type = ParameterType.StringList;
        await _client.PutParameterAsync(put, TestContext.Current.CancellationToken);

        var read = await GetAsync(Name, decrypt: false);
        Assert.Equal((ParameterType.StringList, "a,b"), (read.Type, read.Value));
    }

    [Fact]
    public async Task A_new_parameter_needs_a_type()
    {
        var put = Put("one");
        put.Type = null;

        var error = await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(() =>
            _client.PutParameterAsync(put, TestContext.Current.CancellationToken)
        );

        Assert.Equal("ValidationException", error.ErrorCode);
    }

    [Fact]
    public async Task A_parameter_is_deleted_once()
    {
        var cancel = TestContext.Current.CancellationToken;
        await _client.PutParameterAsync(Put("one"), cancel);
        var delete = new DeleteParameterRequest { Name = Name };

        await _client.DeleteParameterAsync(delete, cancel);

        await Assert.ThrowsAsync<ParameterNotFoundException>(() => _client.DeleteParameterAsync(delete, cancel));
        var several = await _client.DeleteParametersAsync(new DeleteParametersRequest { Names = [Name] }, cancel);
        Assert.Equal([Name], several.InvalidParameters);
    }

    [Fact]
    public async Task Several_parameters_are_read_at_once_and_missing_ones_are_named()
    {
        await _client.PutParameterAsync(Put("one"), TestContext.Current.CancellationToken);

        var read = await _client.GetParametersAsync(
            new GetParametersRequest { Names = [Name, "/other"], WithDecryption = true },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(["one"], read.Parameters.Select(parameter => parameter.Value));
        Assert.Equal(["/other"], read.InvalidParameters);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public async Task Names_are_1_to_10(int count)
    {
        var cancel = TestContext.Current.CancellationToken;
        List<string> names = [.. Enumerable.Range(0, count).Select(number => $"/cxf/local/acme/c{number}")];
        AmazonSimpleSystemsManagementException[] errors =
        [
            await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(() =>
                _client.DeleteParametersAsync(new DeleteParametersRequest { Names = names }, cancel)
            ),
            await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(() =>
                _client.GetParametersAsync(new GetParametersRequest { Names = names }, cancel)
            ),
        ];

        Assert.All(errors, error => Assert.Equal("ValidationException", error.ErrorCode));
    }

    [Theory]
    [InlineData("GetParameter", """{ "Name": 5 }""", "SerializationException")]
    [InlineData("GetParameter", """{ "Name": "/a", "WithDecryption": "yes" }""", "SerializationException")]
    [InlineData("GetParameters", """{ "Names": [5] }""", "SerializationException")]
    [InlineData("GetParametersByPath", """{ "Path": "/a", "MaxResults": "x" }""", "SerializationException")]
    [InlineData("PutParameter", """{ "Name": "/a", "Value": "b", "Type": 5 }""", "SerializationException")]
    [InlineData("PutParameter", """{ "Name": "/a", "Value": "b", "Type": "String", "Tier": [] }""", "SerializationException")]
    [InlineData("PutParameter", """{ "Name": "", "Value": "b", "Type": "String" }""", "ValidationException")]
    [InlineData("PutParameter", """{ "Name": "/a", "Type": "String" }""", "ValidationException")]
    [InlineData("PutParameter", """{ "Name": "/a", "Value": "b", "Type": "Secure" }""", "UnsupportedParameterType")]
    public void A_request_of_another_shape_is_an_error_of_the_service(string operation, string request, string code)
    {
        var parameters = new LocalParameters(TimeProvider.System);

        var error = Assert.Throws<ServiceException>(() => parameters.CarryOut(operation, JsonNode.Parse(request)!.AsObject()));

        Assert.Equal(code, error.Code);
    }

    // Parameter Store quotas: 4 KB in the standard tier, 8 KB in the advanced one.
    [Theory]
    [InlineData(0, null, null)]
    [InlineData(4096, null, "Standard")]
    [InlineData(4097, null, null)]
    [InlineData(4097, "Standard", null)]
    [InlineData(4097, "Advanced", "Advanced")]
    [InlineData(8193, "Advanced", null)]
    [InlineData(10, "Intelligent-Tiering", "Standard")]
    [InlineData(4097, "Intelligent-Tiering", "Advanced")]
    public async Task A_value_has_the_size_of_its_tier(int length, string? tier, string? stored)
    {
        var put = Put(new string('x', length));
        put.Tier = tier;
        var putting = _client.PutParameterAsync(put, TestContext.Current.CancellationToken);

        if (stored is null)
        {
            var error = await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(() => putting);
            Assert.Equal("ValidationException", error.ErrorCode);
        }
        else
        {
            Assert.Equal(stored, (await putting).Tier.Value);
        }
    }

    [Theory]
    [InlineData("/cxf/local", true, 1)]
    [InlineData("/cxf/local", false, 0)]
    [InlineData("/cxf/local/acme", false, 1)]
    [InlineData("/cxf/local/acm", true, 0)]
    public async Task A_path_has_parameters_below_it_and_recursively_those_of_its_paths(string path, bool recursive, int expected)
    {
        await _client.PutParameterAsync(Put("one"), TestContext.Current.CancellationToken);

        var listed = await _client.GetParametersByPathAsync(
            new GetParametersByPathRequest { Path = path, Recursive = recursive },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(expected, listed.Parameters?.Count ?? 0);
    }

    private async Task<Parameter> GetAsync(string name, bool decrypt = true)
    {
        var request = new GetParameterRequest { Name = name, WithDecryption = decrypt };
        return (await _client.GetParameterAsync(request, TestContext.Current.CancellationToken)).Parameter;
    }

    private static PutParameterRequest Put(string value) =>
        new()
        {
            Name = Name,
            Type = ParameterType.SecureString,
            Value = value,
        };
}
