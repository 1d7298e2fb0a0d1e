using System.Security.Cryptography;

namespace Cxf.Local.Commands;

/// <summary>Ids for simulated contacts, of the shape that Connect gives its own: every call is a new contact.</summary>
internal static class ContactIds
{
    public static string New() => new Guid(RandomNumberGenerator.GetBytes(16)).ToString();
}
