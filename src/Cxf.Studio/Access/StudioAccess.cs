using System.Security.Cryptography;
using System.Text;

namespace Cxf.Studio.Access;

/// <summary>
/// Lets in the person who started the studio, and nobody else: another program's user on this machine does not know the token,
/// and a page of another origin can neither read an answer nor act. A token works once and is exchanged for a cookie.
/// </summary>
/// <param name="print">Prints a line for the person who started the studio.</param>
internal sealed class StudioAccess(Action<string> print)
{
    private const string Token = "token";
    private const int SecretBytes = 32;

    // Monaco sets styles while it runs, and its fonts are data.
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; "
        + "font-src 'self' data:; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; "
        + "form-action 'self'; frame-ancestors 'none'";

    private readonly string _session = NewSecret();
    private readonly Lock _lock = new();
    private string? _token;
    private Uri? _address;

    /// <summary>Says where the studio listens.</summary>
    public void Serves(Uri address) => _address = address;

    /// <summary>An address with a new token. An older one no longer works.</summary>
    public Uri NewAddress()
    {
        lock (_lock)
        {
            _token = NewSecret();
            return new Uri(_address!, $"?{Token}={_token}");
        }
    }

    /// <summary>Answers what may not go on; the middleware of every request.</summary>
    public async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (!IsOwnHost(context.Request) || !IsOwnOrigin(context.Request))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "The studio answers only its own pages.");
        }
        else if (context.Request.Query[Token] is [{ } token])
        {
            await ExchangeAsync(context, token);
        }
        else if (context.Request.Cookies[CookieName] is { } session && AreEqual(session, _session))
        {
            await next(context);
        }
        else
        {
            await RefuseAsync(
                context,
                StatusCodes.Status401Unauthorized,
                "Open the address that the studio printed when it started. It works once, in one browser."
            );
        }
    }

    // Cookies do not distinguish ports, and several studios may run.
    private string CookieName => $"cxf-studio-{_address!.Port}";

    private async Task ExchangeAsync(HttpContext context, string token)
    {
        bool isRight;
        lock (_lock)
        {
            isRight = _token is not null && AreEqual(token, _token);
            if (isRight)
            {
                _token = null;
            }
        }

        if (isRight)
        {
            context.Response.Cookies.Append(
                CookieName,
                _session,
                new CookieOptions
                {
                    HttpOnly = true,
                    SameSite = SameSiteMode.Strict,
                    Path = "/",
                }
            );
            context.Response.Redirect(context.Request.Path);
            return;
        }

        PrintNewAddress();
        await RefuseAsync(
            context,
            StatusCodes.Status401Unauthorized,
            "This address does not work, or no longer. Open the last one that the studio has printed where it was started."
        );
    }

    // One that still works is already in sight: whoever guesses tokens neither ends it nor fills the terminal.
    private void PrintNewAddress()
    {
        bool isUsed;
        lock (_lock)
        {
            isUsed = _token is null;
        }

        if (isUsed)
        {
            print($"To open the studio in another browser: {NewAddress()} (this address works once).");
        }
    }

    // A name that another page resolves to this machine is not the studio's (DNS rebinding).
    private bool IsOwnHost(HttpRequest request) =>
        request.Host.Host is "127.0.0.1" or "localhost" && request.Host.Port == _address!.Port;

    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin is not [{ } origin] || origin == $"{request.Scheme}://{request.Host}";

    private static async Task RefuseAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static bool AreEqual(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
}
