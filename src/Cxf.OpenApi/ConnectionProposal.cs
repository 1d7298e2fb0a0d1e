using Microsoft.OpenApi;

namespace Cxf.OpenApi;

/// <summary>Proposes the settings of a connection from the servers, security schemes and operations of a document.</summary>
internal static class ConnectionProposal
{
    public static ProposedConnection Of(
        OpenApiDocument document,
        string from,
        IReadOnlyList<FoundOperation> operations,
        UnsupportedParts unsupported
    )
    {
        var notes = new List<string>();
        var url = BaseUrl(document, from, notes);
        var schemes = SchemesInOrder(document);
        KeyValuePair<string, string>[]? auth = null;
        foreach (var (name, scheme) in schemes)
        {
            if (AuthOf(scheme, name, url, notes) is not { } kind)
            {
                unsupported.Add($"security scheme {Describe(scheme)}");
            }
            else if (auth is null)
            {
                auth = kind;
            }
            else if (kind[0].Value != auth[0].Value)
            {
                notes.Add($"The API also accepts auth kind {kind[0].Value} (\"{name}\").");
            }
        }

        return new ProposedConnection(url, auth, [.. operations.Select(one => one.Method).Distinct()])
        {
            Name = document.Info?.Title ?? "",
            Notes = notes,
        };
    }

    /// <summary>The URL of the first server that can be used.</summary>
    public static string? BaseUrl(OpenApiDocument document, string from, ICollection<string> notes)
    {
        foreach (var server in document.Servers ?? [])
        {
            var text = server.Url ?? "";
            foreach (var (name, variable) in server.Variables ?? new Dictionary<string, OpenApiServerVariable>())
            {
                text = text.Replace("{" + name + "}", variable.Default ?? "", StringComparison.Ordinal);
            }

            if (
                Uri.TryCreate(from, UriKind.Absolute, out var source)
                && source.Scheme.StartsWith("http", StringComparison.Ordinal)
            )
            {
                text = Uri.TryCreate(source, text, out var whole) ? whole.ToString() : text;
            }

            if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" && !text.Contains('{'))
            {
                var address = text.TrimEnd('/');
                if (url.Scheme == "http" && !url.IsLoopback)
                {
                    address = "https" + address[4..];
                    notes.Add("The document names a server with http; the connection uses https.");
                }

                if ((document.Servers?.Count ?? 0) > 1)
                {
                    notes.Add($"The document names {document.Servers!.Count} servers; the first one is used.");
                }

                return address;
            }
        }

        notes.Add("The document names no server that can be used: write the \"baseUrl\" of the connection yourself.");
        return null;
    }

    // Those that the document asks for as a whole come first, then those of its operations.
    private static List<(string Name, IOpenApiSecurityScheme Scheme)> SchemesInOrder(OpenApiDocument document)
    {
        var schemes = document.Components?.SecuritySchemes ?? new Dictionary<string, IOpenApiSecurityScheme>();
        return
        [
            .. (document.Security ?? [])
                .Concat(OperationsOf(document).SelectMany(operation => operation.Security ?? []))
                .SelectMany(requirement => requirement.Keys)
                .Select(reference => reference.Reference.Id)
                .Concat(schemes.Keys)
                .OfType<string>()
                .Distinct()
                .Where(schemes.ContainsKey)
                .Select(name => (name, schemes[name])),
        ];
    }

    private static IEnumerable<OpenApiOperation> OperationsOf(OpenApiDocument document) =>
        (document.Paths ?? []).SelectMany(path => path.Value.Operations?.Values.AsEnumerable() ?? []);

    private static KeyValuePair<string, string>[]? AuthOf(
        IOpenApiSecurityScheme scheme,
        string name,
        string? baseUrl,
        List<string> notes
    )
    {
        switch (scheme.Type)
        {
            case SecuritySchemeType.Http when Is(scheme.Scheme, "basic"):
                return Auth("basic");
            case SecuritySchemeType.Http when Is(scheme.Scheme, "bearer"):
                return Auth("bearer");
            case SecuritySchemeType.ApiKey when scheme is { In: ParameterLocation.Header, Name: { } header }:
                if (!Is(header, "authorization"))
                {
                    return Auth("apiKeyHeader", ("header", header));
                }

                notes.Add(
                    $"\"{name}\" is a key in the header Authorization, which the connection sends as \"Bearer KEY\". An API that "
                        + "wants another word than Bearer refuses the calls (401)."
                );
                return Auth("bearer");
            case SecuritySchemeType.ApiKey when scheme is { In: ParameterLocation.Query, Name: { } parameter }:
                return Auth("apiKeyQuery", ("parameter", parameter));
            case SecuritySchemeType.OAuth2 when Token(scheme.Flows?.ClientCredentials?.TokenUrl, baseUrl) is { } url:
                return Auth("oauth2ClientCredentials", ("tokenUrl", url));
            case SecuritySchemeType.OAuth2 when Token(scheme.Flows?.AuthorizationCode?.TokenUrl, baseUrl) is { } url:
                notes.Add($"\"{name}\" asks a person to agree once: the secret of the connection needs the refresh token.");
                return Auth("oauth2RefreshToken", ("tokenUrl", url));
            case SecuritySchemeType.OAuth2 or SecuritySchemeType.OpenIdConnect:
                notes.Add($"\"{name}\" gets a token from a login in a browser: the secret of the connection needs a token.");
                return Auth("bearer");
            default:
                return null;
        }

        static bool Is(string? text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
    }

    private static string? Token(Uri? url, string? baseUrl) =>
        url is null ? null
        : url.IsAbsoluteUri ? url.ToString()
        : baseUrl is not null && Uri.TryCreate(new Uri(baseUrl), url, out var whole) ? whole.ToString()
        : null;

    private static string Describe(IOpenApiSecurityScheme scheme) =>
        scheme.Type switch
        {
            SecuritySchemeType.ApiKey => $"apiKey in {scheme.In}".ToLowerInvariant(),
            SecuritySchemeType.Http => $"http {scheme.Scheme}",
            SecuritySchemeType.MutualTLS => "mutualTLS",
            _ => scheme.Type?.ToString() ?? "without a type",
        };

    private static KeyValuePair<string, string>[] Auth(string kind, params ReadOnlySpan<(string Name, string Value)> members)
    {
        var auth = new List<KeyValuePair<string, string>> { KeyValuePair.Create("kind", kind) };
        foreach (var (name, value) in members)
        {
            auth.Add(KeyValuePair.Create(name, value));
        }

        return [.. auth];
    }
}
