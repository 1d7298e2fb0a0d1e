using Cxf.ApiCalls.Secrets;

namespace Cxf.ApiCalls.Authentication;

/// <summary>
/// The refresh token that the endpoint gave in exchange for the last one (RFC 6749 section 6). It is kept in memory only, and
/// only as long as the secret that it came from is unchanged.
/// </summary>
internal sealed class RefreshTokenRotation
{
    private ConnectionSecret? _origin;
    private string? _token;

    public void Keep(ConnectionSecret origin, string token) => (_origin, _token) = (origin, token);

    public string? Current(ConnectionSecret secret) =>
        _origin is not null && _origin.HasSameMembersAs(secret) ? _token : secret["refreshToken"];
}
