using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Context;

/// <summary>The Amazon Cognito identity of a caller (header Lambda-Runtime-Cognito-Identity, JSON).</summary>
internal sealed class CognitoIdentity : ICognitoIdentity
{
    public required string? IdentityId { get; init; }

    public required string? IdentityPoolId { get; init; }

    /// <summary>Null where the caller has none.</summary>
    public static CognitoIdentity? Parse(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return null;
        }

        var root = JsonElement.Parse(json);
        return new CognitoIdentity
        {
            IdentityId = Text(root, "identity_id", "cognitoIdentityId"),
            IdentityPoolId = Text(root, "identity_pool_id", "cognitoIdentityPoolId"),
        };
    }

    // Lambda and its local emulators spell the two differently.
    private static string? Text(JsonElement json, string name, string other) =>
        json.TryGetProperty(name, out var value) || json.TryGetProperty(other, out value) ? value.GetString() : null;
}
