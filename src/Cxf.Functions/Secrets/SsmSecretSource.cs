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
            // A caller of a flow only hears that the call could not be made; an operator must see that it was SSM or KMS that
            // refused.
            var (type, code, request) = FailureFacts.Of(exception);
            logger.SecretUnreadable(name.Value, type, code, request);
            throw;
        }
    }
}
