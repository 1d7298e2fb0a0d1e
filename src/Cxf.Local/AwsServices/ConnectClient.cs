using System.Text.Json;

namespace Cxf.Local.AwsServices;

/// <summary>Amazon Connect: the functions that were added to an instance.</summary>
internal sealed class ConnectClient(AwsServiceClient service) : IDisposable
{
    // The most that the service gives on a page.
    private const string FunctionsOnPage = "25";

    /// <summary>The ARNs of all functions and aliases that were added to an instance.</summary>
    public async Task<IReadOnlySet<string>> ListFunctionsAsync(string instanceId, CancellationToken cancellationToken)
    {
        var functions = new HashSet<string>();
        string? next = null;
        do
        {
            var answer = await service.SendAsync(
                new AwsServiceCall
                {
                    Method = HttpMethod.Get,
                    Path = "/instance/{InstanceId}/lambda-functions",
                    PathParts = { ["InstanceId"] = instanceId },
                    Parameters =
                    [
                        new("maxResults", FunctionsOnPage),
                        .. next is null ? [] : (KeyValuePair<string, string>[])[new("nextToken", next)],
                    ],
                },
                cancellationToken
            );
            var page = answer.Json();
            if (page.TryGetProperty("LambdaFunctions", out var found))
            {
                functions.UnionWith(found.EnumerateArray().Select(one => one.GetString()!));
            }

            next =
                page.TryGetProperty("NextToken", out var token) && token.ValueKind == JsonValueKind.String
                    ? token.GetString()
                    : null;
        } while (next is not null);
        return functions;
    }

    /// <inheritdoc />
    public void Dispose() => service.Dispose();
}
