using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Cxf.ApiCalls.Secrets;
using Cxf.Functions.Observability;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.Secrets;

/// <summary>Secrets in SSM Parameter Store, as SecureString.</summary>
/// <param name="ssm">The service.</param>
/// <param name="logger">Takes what fails.</param>
/// <param name="key">The KMS key of what is written; empty for the account's own key of Parameter Store.</param>
public sealed class SsmSecretSource(IAmazonSimpleSystemsManagement ssm, ILogger logger, string key = "")
    : ISecretSource,
        ISecretWriter
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

    /// <inheritdoc />
    /// <remarks>
    /// Parameter Store creates a parameter atomically but replaces it unconditionally, so a replacement compares first. Between
    /// the two, only a process that exchanged the same refresh token could write, and third parties exchange one only once.
    /// </remarks>
    public async ValueTask<bool> TryReplaceAsync(
        SecretName name,
        string? expected,
        string text,
        CancellationToken cancellationToken
    )
    {
        if (expected is not null && await GetAsync(name, cancellationToken) != expected)
        {
            return false;
        }

        try
        {
            await ssm.PutParameterAsync(
                new PutParameterRequest
                {
                    Name = name.Value,
                    Type = ParameterType.SecureString,
                    KeyId = key.Length > 0 ? key : null,
                    Value = text,
                    Overwrite = expected is not null,
                },
                cancellationToken
            );
            return true;
        }
        catch (ParameterAlreadyExistsException)
        {
            return false;
        }
        catch (Exception exception)
        {
            var (type, code, request) = FailureFacts.Of(exception);
            logger.SecretUnwritable(name.Value, type, code, request);
            throw;
        }
    }
}
