using Cxf.ApiCalls.Secrets;
using Cxf.Documents.Identifiers;
using Cxf.Testing;
using static Cxf.EndToEnd.Tests.Tenants.WarmDeployment;

namespace Cxf.EndToEnd.Tests.Tenants;

/// <summary>
/// However a warm process came by what it knows: a credential goes to where the configuration sends it, and to no place that it
/// was or will be sent to by another state of its connection. <c>CXF_LONG=1</c> tries far more random histories.
/// </summary>
public sealed class CredentialPlaceTests : IAsyncLifetime
{
    private const string Old = """{"token":"old","key":"old","clientId":"us","clientSecret":"old"}""";
    private const string New = """{"token":"new","key":"new","clientId":"us","clientSecret":"new"}""";

    private static readonly int Histories = LongRun.Count(10, 300);

    private RecordingPlatform _here = null!;
    private RecordingPlatform _there = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        (_here, _there) = (await RecordingPlatform.StartAsync("here"), await RecordingPlatform.StartAsync("there"));

    public async ValueTask DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
    }

    public static TheoryData<string> Moves =>
        [
            "base URL, then secret",
            "secret, then base URL",
            "base URL by hand, then secret",
            "deleted and written again",
            "tenant deleted and created again",
            "tenant deleted and created again by hand",
            "auth kind, too",
        ];

    [Theory]
    [MemberData(nameof(Moves))]
    public async Task A_connection_that_moves_takes_its_new_secret_along_and_leaves_the_old_one_where_it_was(string how)
    {
        await using var deployment = await WarmAsync(Bearer(_here), Old);
        var generation = 0;
        switch (how)
        {
            case "base URL, then secret":
                await deployment.ConnectAsync(Bearer(_there), New);
                break;
            case "secret, then base URL":
                await deployment.SetSecretAsync(New);
                await deployment.ConnectAsync(Bearer(_there));
                break;
            case "base URL by hand, then secret":
                await PutByHandAsync(deployment, Bearer(_there));
                await deployment.SetSecretAsync(New);
                break;
            case "deleted and written again":
                await deployment.Store.DeleteConnectionAsync(Acme, Crm, Cancel);
                await deployment.ConnectAsync(Bearer(_there), New);
                break;
            case "tenant deleted and created again":
                await deployment.DeleteTenantAsync();
                await deployment.ConnectAsync(Bearer(_there), New);
                generation = 1;
                break;
            case "tenant deleted and created again by hand":
                await deployment.DeleteTenantAsync();
                await PutByHandAsync(deployment, Bearer(_there));
                await deployment.SetSecretAsync(New);
                generation = 1;
                break;
            default:
                await deployment.ConnectAsync(
                    $$"""{"baseUrl":"{{_there.Url}}","auth":{"kind":"apiKeyHeader","header":"X-Key"} }""",
                    New
                );
                break;
        }

        await SucceedAsync(deployment, generation);
        Assert.Equal(["old"], _here.Seen);
        Assert.Equal(["new"], _there.Seen);
    }

    [Fact]
    public async Task A_moved_token_endpoint_gets_the_new_client_secret_and_the_platform_only_tokens_of_it()
    {
        await using var deployment = await WarmAsync(ClientCredentials(_here, _here), Old);
        await deployment.ConnectAsync(ClientCredentials(_here, _there), New);
        await SucceedAsync(deployment);
        Assert.Equal(["old", "here-token-for-old", "there-token-for-new"], _here.Seen);
        Assert.Equal(["new"], _there.Seen);
    }

    [Fact]
    public async Task A_token_of_the_old_base_URL_is_not_shown_to_the_new_one_though_the_token_endpoint_stays()
    {
        await using var deployment = await WarmAsync(ClientCredentials(_here, _here), Old);
        await deployment.ConnectAsync(ClientCredentials(_there, _here), New);
        await SucceedAsync(deployment);
        Assert.Equal(["here-token-for-new"], _there.Seen);
    }

    [Fact]
    public async Task The_same_connection_of_another_tenant_under_the_same_id_does_not_get_the_old_credential()
    {
        await using var deployment = await WarmAsync(Bearer(_here), Old);
        await deployment.DeleteTenantAsync();
        await deployment.ConnectAsync(Bearer(_here), New);
        await SucceedAsync(deployment, generation: 1);
        Assert.Equal(["old", "new"], _here.Seen);
    }

    [Fact]
    public async Task Deleting_a_tenant_removes_all_its_secrets_even_of_deleted_connections()
    {
        var (erp, other) = (ConnectionId.Parse("erp"), TenantId.Parse("acme2"));
        await using var deployment = await WarmAsync(Bearer(_here), Old);
        await deployment.ConnectAsync(Bearer(_here), Old, erp);
        await deployment.Store.DeleteConnectionAsync(Acme, erp, Cancel);
        await deployment.SetSecretAsync(Old, other);
        await deployment.DeleteTenantAsync();
        await deployment.ConnectAsync(Bearer(_there));
        await deployment.ConnectAsync(Bearer(_there), connection: erp);
        foreach (var connection in (ConnectionId[])[Crm, erp])
        {
            Assert.Equal("ApiMisconfigured", (await deployment.CallApiAsync(connection, 1)).GetProperty("errorType").GetString());
        }

        Assert.Empty(_there.Seen);
        Assert.Equal(
            Old,
            (await deployment.Ssm.GetParameterAsync(new() { Name = "/cxf/test/acme2/crm", WithDecryption = true }, Cancel))
                .Parameter
                .Value
        );
    }

    [Fact]
    public async Task More_secrets_than_one_page_are_removed()
    {
        await using var deployment = await WarmAsync(Bearer(_here), Old);
        for (var number = 0; number < 25; number++)
        {
            await deployment.SetSecretAsync(Old, connection: ConnectionId.Parse($"c{number}"));
        }

        await deployment.DeleteTenantAsync();
        Assert.Empty(
            (
                await deployment.Ssm.GetParametersByPathAsync(new() { Path = "/cxf/test/acme", Recursive = true }, Cancel)
            ).Parameters
                ?? []
        );
    }

    [Fact]
    public async Task A_machine_that_outlives_its_tenant_makes_no_calls_even_if_the_id_is_used_again()
    {
        await using var deployment = await WarmAsync(Bearer(_here), Old);
        await deployment.DeleteTenantAsync();
        Assert.Equal("ApiMisconfigured", (await deployment.CallApiAsync()).GetProperty("errorType").GetString());
        await deployment.ConnectAsync(Bearer(_there), New);
        Assert.Equal("ApiMisconfigured", (await deployment.CallApiAsync()).GetProperty("errorType").GetString());
        Assert.Equal(["old"], _here.Seen);
        Assert.Empty(_there.Seen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_that_changes_before_its_secret_is_read_sends_nothing_to_the_old_destination(bool tenantGoes)
    {
        var source = new InterruptedSecrets();
        await using var deployment = await WarmDeployment.StartAsync(source.Around);
        await deployment.ConnectAsync(Bearer(_here), Old);
        source.BeforeRead = async () =>
        {
            if (tenantGoes)
            {
                await deployment.DeleteTenantAsync();
            }

            await deployment.ConnectAsync(Bearer(_there), New);
        };
        var answer = await deployment.CallApiAsync();
        Assert.Equal(tenantGoes, answer.TryGetProperty("errorType", out _));
        Assert.Empty(_here.Seen);
        Assert.Equal(tenantGoes ? [] : ["new"], _there.Seen);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 4)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task In_any_history_a_call_uses_only_a_secret_that_was_set_for_the_current_connection(int seed)
    {
        var random = new Random(seed);
        for (var history = 0; history < Histories; history++)
        {
            await RunHistoryAsync(random);
        }
    }

    // What may be shown: the secret of the time of the connection's last change, and those set since (a changed secret is seen
    // later).
    private async Task RunHistoryAsync(Random random)
    {
        await using var deployment = await WarmDeployment.StartAsync();
        RecordingPlatform[] platforms = [_here, _there];
        var (place, generation, number, secret) = (_here, 0, 0, "");
        var allowed = new HashSet<string>();
        await WriteAsync(newSecret: true);
        for (var step = 0; step < 15; step++)
        {
            switch (random.Next(7))
            {
                case 0:
                    place = platforms[random.Next(2)];
                    await WriteAsync(newSecret: false);
                    break;
                case 1:
                    place = platforms[random.Next(2)];
                    await WriteAsync(newSecret: true);
                    break;
                case 2:
                    allowed.Add(secret = Next());
                    await deployment.SetSecretAsync(Secret(secret));
                    break;
                case 3:
                    await deployment.DeleteTenantAsync();
                    generation++;
                    await WriteAsync(newSecret: true);
                    break;
                default:
                    await CallAsync();
                    break;
            }
        }

        async Task WriteAsync(bool newSecret)
        {
            allowed.Clear();
            if (newSecret)
            {
                secret = Next();
                await deployment.SetSecretAsync(Secret(secret));
            }

            allowed.Add(secret);
            await deployment.ConnectAsync(Bearer(place));
        }

        async Task CallAsync()
        {
            var before = platforms.Select(platform => platform.Seen.Count).ToArray();
            await SucceedAsync(deployment, generation);
            var seen = platforms
                .SelectMany((platform, index) => platform.Seen.Skip(before[index]).Select(shown => (platform, shown)))
                .ToList();
            var (at, what) = Assert.Single(seen);
            Assert.Same(place, at);
            Assert.Contains(what, allowed);
        }

        string Next() => $"s{Guid.NewGuid():N}-{++number}";
    }

    private static async Task<WarmDeployment> WarmAsync(string connection, string secret)
    {
        var deployment = await WarmDeployment.StartAsync();
        await deployment.ConnectAsync(connection, secret);
        await SucceedAsync(deployment);
        return deployment;
    }

    private static async Task SucceedAsync(WarmDeployment deployment, int generation = 0)
    {
        var answer = await deployment.CallApiAsync(generation: generation);
        Assert.True(answer.TryGetProperty("status", out _), answer.GetRawText());
    }

    private static async Task PutByHandAsync(WarmDeployment deployment, string document) =>
        await deployment.DynamoDb.PutItemAsync(
            new()
            {
                TableName = "config",
                Item = new()
                {
                    ["pk"] = new("TENANT#acme"),
                    ["sk"] = new("CONNECTION#crm"),
                    ["document"] = new(document),
                },
            },
            Cancel
        );

    private static string Secret(string token) => $$"""{"token":"{{token}}"}""";

    private static string Bearer(RecordingPlatform platform) => $$"""{"baseUrl":"{{platform.Url}}","auth":{"kind":"bearer"} }""";

    private static string ClientCredentials(RecordingPlatform platform, RecordingPlatform login) =>
        $$"""
            {"baseUrl":"{{platform.Url}}","auth":{"kind":"oauth2ClientCredentials","tokenUrl":"{{login.Url}}/token",
             "clientSecretIn":"body"} }
            """;

    /// <summary>Secrets that something happens before, the first time that one is read.</summary>
    private sealed class InterruptedSecrets : ISecretSource
    {
        private ISecretSource? _source;

        public Func<Task>? BeforeRead { get; set; }

        public InterruptedSecrets Around(ISecretSource source)
        {
            _source = source;
            return this;
        }

        public async ValueTask<string?> GetAsync(SecretName name, CancellationToken cancellationToken)
        {
            if (BeforeRead is { } before)
            {
                BeforeRead = null;
                await before();
            }

            return await _source!.GetAsync(name, cancellationToken);
        }
    }
}
