using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;

namespace Cxf.Functions.Runs;

/// <summary>
/// The name of a run: <c>&lt;contactId&gt;-&lt;32 hex&gt;</c>. Connect's retries of one contact step send the same request, so
/// they get the same name and find the same run. Operators find every run of a call by its contact ID.
/// </summary>
public static partial class RunName
{
    /// <summary>The contact ID of the direct form, which has no contact.</summary>
    public const string DirectContactId = "direct";

    private const int HashLength = 32;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>
    /// Whether a contact id can be part of an execution's name: 1 to 47 of <c>A-Z a-z 0-9 -</c> (80 less the hash).
    /// </summary>
    public static bool IsContactId(string text) => ContactId().IsMatch(text);

    /// <summary>Whether a name is that of a run that this contact started.</summary>
    public static bool IsOf(string contactId, string name) =>
        name.Length == contactId.Length + 1 + HashLength
        && name.StartsWith(contactId, StringComparison.Ordinal)
        && name[contactId.Length] == '-'
        && !name.AsSpan(contactId.Length + 1).ContainsAnyExcept(HexDigits);

    /// <summary>The contact that started a run, from its name; null for a text that is no run's name.</summary>
    public static string? ContactOf(string name) =>
        name.Length > HashLength + 1 && name[..^(HashLength + 1)] is var contact && IsOf(contact, name) ? contact : null;

    /// <summary>The name of the run for a request.</summary>
    /// <param name="contactId">The contact, or <see cref="DirectContactId"/>.</param>
    /// <param name="instanceArn">The Connect instance; empty for the direct form.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="requestKey">What tells two requests of one contact apart; null leaves that to the payload.</param>
    /// <param name="payload">The payload as received, before the contract's conversions.</param>
    /// <param name="afterRunId">
    /// The run of the contact that the request follows, if it must differ from the same request before that run. Default: none.
    /// </param>
    /// <param name="generation">
    /// The tenant's generation: runs of a tenant that had the id before have other names. Default: 0, the first.
    /// </param>
    public static string For(
        string contactId,
        string instanceArn,
        TenantId tenant,
        FlowId flow,
        string? requestKey,
        JsonElement payload,
        string? afterRunId = null,
        int generation = 0
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, instanceArn);
        Append(hash, tenant.Value);
        Append(hash, flow.Value);
        if (generation > 0)
        {
            Append(hash, "generation");
            Append(hash, generation.ToString(CultureInfo.InvariantCulture));
        }

        if (afterRunId is not null)
        {
            Append(hash, "after");
            Append(hash, afterRunId);
        }

        Append(hash, requestKey is null ? "payload" : "key");
        if (requestKey is not null)
        {
            Append(hash, requestKey);
        }
        else
        {
            var canonical = new ArrayBufferWriter<byte>();
            CanonicalJson.Write(payload, canonical);
            hash.AppendData(canonical.WrittenSpan);
        }

        return $"{contactId}-{Convert.ToHexStringLower(hash.GetHashAndReset())[..HashLength]}";
    }

    // Each part ends with a zero byte, which no part can contain, so parts cannot be confused.
    private static void Append(IncrementalHash hash, string part)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(part));
        hash.AppendData([0]);
    }

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,47}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ContactId();
}
