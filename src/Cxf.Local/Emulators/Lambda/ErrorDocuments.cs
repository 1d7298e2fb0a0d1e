using Cxf.Documents;

namespace Cxf.Local.Emulators.Lambda;

/// <summary>The errors that Lambda itself reports for a function, with the same texts.</summary>
internal static class ErrorDocuments
{
    public static ReadOnlyMemory<byte> TimedOut(string requestId, TimeSpan timeout) =>
        Of("Sandbox.Timedout", $"RequestId: {requestId} Error: Task timed out after {timeout.TotalSeconds:0.00} seconds");

    public static ReadOnlyMemory<byte> Exited(string requestId, int exitCode) =>
        Of("Runtime.ExitError", $"RequestId: {requestId} Error: Runtime exited with error: exit status {exitCode}");

    private static ReadOnlyMemory<byte> Of(string type, string message) =>
        JsonOutput.Utf8(json =>
        {
            json.WriteStartObject();
            json.WriteString("errorType", type);
            json.WriteString("errorMessage", message);
            json.WriteEndObject();
        });
}
