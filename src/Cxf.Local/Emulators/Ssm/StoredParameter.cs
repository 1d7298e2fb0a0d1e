using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Cxf.Local.Emulators.Ssm;

/// <summary>A version of a parameter.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Type"><c>String</c>, <c>StringList</c> or <c>SecureString</c>.</param>
/// <param name="Value">The text, not encrypted.</param>
/// <param name="Version">From 1.</param>
/// <param name="Modified">When this version was put.</param>
internal sealed record StoredParameter(string Name, string Type, string Value, int Version, DateTimeOffset Modified)
{
    public const string SecureString = "SecureString";

    /// <summary>What is before the name in an ARN.</summary>
    public static string ArnPrefix { get; } = $"arn:aws:ssm:{LocalAccount.Region}:{LocalAccount.Id}:parameter";

    /// <summary>What follows the name in a request for this version.</summary>
    public string Selector => $":{Version}";

    /// <summary>The parameter as SSM answers it. A secret has its value only if the caller asks to decrypt it.</summary>
    public JsonObject ToJson(bool decrypt) =>
        new()
        {
            ["Name"] = Name,
            ["Type"] = Type,
            ["Value"] = Type != SecureString || decrypt ? Value : Encrypted,
            ["Version"] = Version,
            ["LastModifiedDate"] = Modified.ToUnixTimeMilliseconds() / 1000.0,
            ["ARN"] = ArnPrefix + (Name.StartsWith('/') ? Name : "/" + Name),
            ["DataType"] = "text",
        };

    // As opaque as AWS's cipher text, so that a forgotten WithDecryption fails here too.
    private string Encrypted => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Value)));
}
