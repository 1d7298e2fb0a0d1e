using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Cxf.ApiCalls.Secrets;
using Cxf.Functions.Observability;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.Secrets;

/// <summary>Secrets in SSM Parameter Store, as SecureString.</summary>
public sealed class SsmSecretSource(IAmazonSimpleSystemsManagement ssm, ILogger logger) : ISecretSource
{
    /// <inheritdoc />
    public async ValueTask<string?> GetAsync(SecretName name, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await ssm.GetParameterAsync(
                new GetParameterRequest { Name = name.Value, WithDecryption = true },
                cancellationToken
            );
            return answer.Parameter.Value;
        }
        catch (ParameterNotFoundException)
        {
            return null;
        }
        catch (Exception exception)
        {
            // The caller of a flow only learns that the call failed; operators must see that SSM or KMS rejected the request.
            var (type, code, request) = FailureFacts.Of(exception);
            logger.SecretUnreadable(name.Value, type, code, request);
            throw;
        }
    }
}
