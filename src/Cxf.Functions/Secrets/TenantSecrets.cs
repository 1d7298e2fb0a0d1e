using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Cxf.ApiCalls.Secrets;
using Cxf.Documents.Identifiers;
using Cxf.Functions.Deployment;

namespace Cxf.Functions.Secrets;

/// <summary>All secrets of a tenant's connections in SSM Parameter Store, including those of deleted connections.</summary>
public sealed class TenantSecrets(IAmazonSimpleSystemsManagement ssm, DeploymentSettings settings)
{
    // GetParametersByPath: MaxResults; DeleteParameters: Names; both at most 10.
    private const int Page = 10;

    /// <summary>Removes them and gives back how many there were. Their values are not read.</summary>
    public async Task<int> DeleteAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var names = await ListAsync(tenant, cancellationToken);
        foreach (var some in names.Chunk(Page))
        {
            await ssm.DeleteParametersAsync(new DeleteParametersRequest { Names = [.. some] }, cancellationToken);
        }

        return names.Count;
    }

    // All pages first: each that is removed takes one away from what the next page counts.
    private async Task<List<string>> ListAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var request = new GetParametersByPathRequest
        {
            Path = SecretName.PathOf(settings.Stage, tenant),
            Recursive = true,
            WithDecryption = false,
            MaxResults = Page,
        };
        do
        {
            var page = await ssm.GetParametersByPathAsync(request, cancellationToken);
            names.AddRange((page.Parameters ?? []).Select(parameter => parameter.Name));
            request.NextToken = page.NextToken;
        } while (!string.IsNullOrEmpty(request.NextToken));
        return names;
    }
}
