using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Cxf.Functions.Runs;

/// <summary>
/// The hash by which two payloads under one run's name are told apart. It is of the payload as received: what a contract makes of
/// it depends on the version that is live at the time, and a publish between two tries must not make another request of the second.
/// </summary>
public static class ReceivedHash
{
    /// <summary>The hash, 64 hex digits. It holds the run's name, so that two calls with the same payload do not show it by their hashes.</summary>
    /// <param name="runName">The run's name.</param>
    /// <param name="payload">The payload as received, before the contract's conversions.</param>
    public static string Of(string runName, JsonElement payload)
    {
        var text = new ArrayBufferWriter<byte>();
        text.Write(Encoding.UTF8.GetBytes(runName));
        text.Write("\n"u8);
        CanonicalJson.Write(payload, text);
        return Convert.ToHexStringLower(SHA256.HashData(text.WrittenSpan));
    }
}
