using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Cxf.ApiCalls.Outbound;

/// <summary>
/// The destinations that this deployment allows. Tenants cannot extend them. The default is only the public internet over https.
/// </summary>
public sealed record OutboundPolicy
{
    /// <summary>The setting that allows plain HTTP: <c>true</c>.</summary>
    public const string PlainHttpSetting = "CXF_ALLOW_PLAIN_HTTP";

    /// <summary>The setting that opens private ranges: CIDR blocks separated by commas.</summary>
    public const string PrivateRangesSetting = "CXF_ALLOW_PRIVATE_RANGES";

    /// <summary>
    /// The setting that adds trusted roots: certificates as PEM, one after the other; blanks can replace line breaks.
    /// </summary>
    public const string TrustedRootsSetting = "CXF_TRUSTED_ROOTS";

    /// <summary>Set to <c>true</c> by <c>sam local</c> and by <c>cxf</c>: this is a developer's machine.</summary>
    public const string LocalSetting = "AWS_SAM_LOCAL";

    /// <summary>
    /// Where Lambda's runtime API listens (Lambda runtime API reference); a call there could take over the function.
    /// </summary>
    public const string RuntimeApiSetting = "AWS_LAMBDA_RUNTIME_API";

    // Where the AWS SDK finds services that are not the region's own (AWS SDKs and Tools reference guide, "Service-specific
    // endpoints").
    private static readonly string[] ServiceEndpointSettings =
    [
        "AWS_ENDPOINT_URL",
        "AWS_ENDPOINT_URL_DYNAMODB",
        "AWS_ENDPOINT_URL_SSM",
        "AWS_ENDPOINT_URL_SFN",
        "AWS_ENDPOINT_URL_LAMBDA",
    ];

    /// <summary>The public internet over https.</summary>
    public static OutboundPolicy Default { get; } = new();

    /// <summary>Whether plain HTTP may be used; to loopback it always may where <see cref="AllowLoopback"/> is set.</summary>
    public bool AllowPlainHttp { get; init; }

    /// <summary>Whether calls can go to this machine.</summary>
    public bool AllowLoopback { get; init; }

    /// <summary>
    /// Private ranges that calls can go to. A range allows only its private addresses: never link-local or metadata addresses.
    /// </summary>
    public IReadOnlyList<IPNetwork> PrivateRanges { get; init; } = [];

    /// <summary>Host and port of Lambda's runtime API, which is refused whatever else is allowed; null outside Lambda.</summary>
    public string? RuntimeApi { get; init; }

    /// <summary>
    /// Host and port of the local stand-ins for AWS services. Even if loopback is allowed, they are blocked unless the connection
    /// says that it calls them (<see cref="Connections.ApiConnection.LocalServices"/>). Default: none.
    /// </summary>
    public IReadOnlyList<string> LocalServices { get; init; } = [];

    /// <summary>Roots to trust besides the system's, for a private certificate authority; default none.</summary>
    public IReadOnlyList<X509Certificate2> TrustedRoots { get; init; } = [];

    /// <summary>Reads the policy from the deployment's settings.</summary>
    /// <param name="setting">
    /// Gives a setting's value by its name, e.g. <see cref="Environment.GetEnvironmentVariable(string)"/>.
    /// </param>
    /// <exception cref="FormatException">
    /// A setting cannot be read; the message names it. No calls are made with an incomplete policy.
    /// </exception>
    public static OutboundPolicy FromSettings(Func<string, string?> setting) =>
        new()
        {
            AllowPlainHttp = IsTrue(setting(PlainHttpSetting)),
            AllowLoopback = IsTrue(setting(LocalSetting)),
            PrivateRanges = ReadRanges(setting(PrivateRangesSetting)),
            // It may lack the port, and AWS's Lambda Test Tool appends a path.
            RuntimeApi = setting(RuntimeApiSetting) is { Length: > 0 } runtimeApi
                ? HostAndPort("http://" + runtimeApi) ?? runtimeApi
                : null,
            LocalServices = [.. ServiceEndpointSettings.Select(setting).Select(HostAndPort).OfType<string>()],
            TrustedRoots = ReadRoots(setting(TrustedRootsSetting)),
        };

    /// <summary>A URL's host and port, as <see cref="LocalServices"/> takes them; null when the text is not a URL.</summary>
    public static string? HostAndPort(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var endpoint) && endpoint.Host.Length > 0
            ? $"{endpoint.Host}:{endpoint.Port}"
            : null;

    private const string RootsUnreadable =
        $"{TrustedRootsSetting} contains no certificates as PEM (-----BEGIN CERTIFICATE----- …).";

    private static bool IsTrue(string? value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    private static IPNetwork[] ReadRanges(string? value) =>
        [.. (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReadRange)];

    private static X509Certificate2[] ReadRoots(string? pem)
    {
        if (string.IsNullOrWhiteSpace(pem))
        {
            return [];
        }

        var roots = new X509Certificate2Collection();
        try
        {
            roots.ImportFromPem(pem);
        }
        catch (CryptographicException exception)
        {
            throw new FormatException(RootsUnreadable, exception);
        }

        return roots.Count > 0 ? [.. roots] : throw new FormatException(RootsUnreadable);
    }

    private static IPNetwork ReadRange(string text) =>
        IPNetwork.TryParse(text, out var range)
            ? range
            : throw new FormatException(
                $"{PrivateRangesSetting} contains \"{text}\", which is not a CIDR block such as 10.20.0.0/16."
            );
}
