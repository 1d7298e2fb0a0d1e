using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Cxf.Functions.Runs;

/// <summary>
/// The hash that distinguishes two payloads with the same run name. It is the hash of the payload as received: the contract that
/// converts it depends on the live version, and a publish between two tries must not make the second try another request.
/// </summary>
public static class ReceivedHash
{
    /// <summary>
    /// The hash, 64 hex digits. It includes the run's name, so that the hashes do not reveal that two calls have the same
    /// payload.
    /// </summary>
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
