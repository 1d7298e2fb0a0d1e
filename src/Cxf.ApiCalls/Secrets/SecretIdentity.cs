using System.Security.Cryptography;
using System.Text;

namespace Cxf.ApiCalls.Secrets;

/// <summary>
/// What tells a connection's secret from every other one. It takes long to calculate, so that a weak secret cannot be found by
/// trying; so it is calculated only when it is needed.
/// </summary>
internal sealed class SecretIdentity(ConnectionSecret secret, SecretName name)
{
    private const int Rounds = 10_000;

    private readonly Lazy<string> _hash = new(() =>
        Convert.ToHexStringLower(
            Rfc2898DeriveBytes.Pbkdf2(
                secret.Identity,
                Encoding.UTF8.GetBytes(name.Value),
                Rounds,
                HashAlgorithmName.SHA256,
                SHA256.HashSizeInBytes
            )
        )
    );

    /// <summary>The same for every read of an unchanged secret, in every process.</summary>
    public string Hash => _hash.Value;

    public bool IsOf(ConnectionSecret other) => other.Identity == secret.Identity;
}
