using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Cxf.ApiCalls.Secrets;

namespace Cxf.Functions.Secrets;

/// <summary>Secrets in SSM Parameter Store, as SecureString.</summary>
public sealed class SsmSecretSource(IAmazonSimpleSystemsManagement ssm) : ISecretSource
{
    /// <inheritdoc />
    public async ValueTask<string?> GetAsync(SecretName name, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await ssm.GetParameterAsync(new GetParameterRequest { Name = name.Value, WithDecryption = true }, cancellationToken);
            return answer.Parameter.Value;
        }
        catch (ParameterNotFoundException)
        {
            return null;
        }
    }
}
