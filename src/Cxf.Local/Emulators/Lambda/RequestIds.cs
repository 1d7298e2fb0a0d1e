using System.Security.Cryptography;

namespace Cxf.Local.Emulators.Lambda;

/// <summary>Ids for invocations, of the shape that Lambda gives its own.</summary>
internal static class RequestIds
{
    public static string New() => new Guid(RandomNumberGenerator.GetBytes(16)).ToString();
}
