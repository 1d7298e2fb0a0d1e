using System.Text;
using System.Text.Json;

namespace Cxf.Local.AwsServices;

/// <summary>Lambda: what an alias is, who may invoke it, and one invocation.</summary>
internal sealed class LambdaClient(AwsServiceClient service) : IDisposable
{
    private const string Function = "/2015-03-31/functions/{FunctionName}";

    /// <summary>Where an alias of a function points.</summary>
    public async Task<FunctionAlias> GetAliasAsync(string function, string alias, CancellationToken cancellationToken)
    {
        var call = Get($"{Function}/aliases/{{Name}}", function);
        call.PathParts["Name"] = alias;
        return FunctionAlias.Read((await service.SendAsync(call, cancellationToken)).Json());
    }

    /// <summary>The settings of a function's version or alias.</summary>
    public async Task<FunctionSettings> GetSettingsAsync(
        string function,
        string qualifier,
        CancellationToken cancellationToken
    ) =>
        FunctionSettings.Read(
            (await service.SendAsync(Get($"{Function}/configuration", function, qualifier), cancellationToken)).Json()
        );

    /// <summary>The policy that says who may invoke an alias, as JSON.</summary>
    public async Task<string> GetPolicyAsync(string function, string qualifier, CancellationToken cancellationToken) =>
        (await service.SendAsync(Get($"{Function}/policy", function, qualifier), cancellationToken))
            .Json()
            .GetProperty("Policy")
            .GetString()!;

    /// <summary>Invokes a function and waits for its answer.</summary>
    public async Task<FunctionAnswer> InvokeAsync(
        string function,
        string qualifier,
        string payload,
        CancellationToken cancellationToken
    )
    {
        var call = new AwsServiceCall
        {
            Method = HttpMethod.Post,
            Path = $"{Function}/invocations",
            PathParts = { ["FunctionName"] = function },
            Parameters = [new("Qualifier", qualifier)],
            Content = Encoding.UTF8.GetBytes(payload),
            ContentType = "application/octet-stream",
            Headers = { ["X-Amz-Invocation-Type"] = "RequestResponse" },
        };
        var answer = await service.SendAsync(call, cancellationToken);
        return new FunctionAnswer(answer.Json(), answer.Headers.ContainsKey("X-Amz-Function-Error"));
    }

    /// <inheritdoc />
    public void Dispose() => service.Dispose();

    private static AwsServiceCall Get(string path, string function, string? qualifier = null) =>
        new()
        {
            Method = HttpMethod.Get,
            Path = path,
            PathParts = { ["FunctionName"] = function },
            Parameters = qualifier is null ? [] : [new("Qualifier", qualifier)],
        };
}

/// <summary>An alias of a function.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Version">The version that it points at.</param>
/// <param name="OtherVersions">Other versions that get a share of the calls, from 0 to 1.</param>
internal sealed record FunctionAlias(string Arn, string Version, IReadOnlyDictionary<string, double> OtherVersions)
{
    public static FunctionAlias Read(JsonElement json) =>
        new(
            json.GetProperty("AliasArn").GetString()!,
            json.GetProperty("FunctionVersion").GetString()!,
            json.TryGetProperty("RoutingConfig", out var routing)
            && routing.TryGetProperty("AdditionalVersionWeights", out var weights)
                ? weights.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetDouble())
                : new Dictionary<string, double>()
        );
}

/// <summary>The settings of a function.</summary>
/// <param name="Role">The ARN of its role.</param>
/// <param name="State">Active, or why it is not.</param>
/// <param name="StateReason">Why it is in that state; null if Lambda does not say.</param>
/// <param name="Environment">Its environment variables; none if they cannot be read.</param>
/// <param name="IsInVpc">Whether it runs in a VPC.</param>
internal sealed record FunctionSettings(
    string Role,
    string State,
    string? StateReason,
    IReadOnlyDictionary<string, string> Environment,
    bool IsInVpc
)
{
    public static FunctionSettings Read(JsonElement json) =>
        new(
            json.GetProperty("Role").GetString()!,
            json.TryGetProperty("State", out var state) ? state.GetString()! : "Active",
            json.TryGetProperty("StateReason", out var reason) ? reason.GetString() : null,
            json.TryGetProperty("Environment", out var environment) && environment.TryGetProperty("Variables", out var variables)
                ? variables.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetString()!)
                : new Dictionary<string, string>(),
            json.TryGetProperty("VpcConfig", out var vpc)
                && vpc.TryGetProperty("SubnetIds", out var subnets)
                && subnets.GetArrayLength() > 0
        );
}

/// <summary>What a function answered.</summary>
/// <param name="Json">The answer, or the error.</param>
/// <param name="IsError">Whether the function failed.</param>
internal sealed record FunctionAnswer(JsonElement Json, bool IsError);
