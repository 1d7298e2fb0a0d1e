using System.Security.Cryptography;

namespace Cxf.ApiCalls.Tests.Platform;

/// <summary>A key for all tests: it takes more processor time to make one than to call with it a hundred times.</summary>
internal static class TestKeys
{
    private static readonly byte[] Key = Create();

    /// <summary>The key, to be disposed of.</summary>
    public static RSA OpenRsa()
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(Key, out _);
        return rsa;
    }

    private static byte[] Create()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportPkcs8PrivateKey();
    }
}
