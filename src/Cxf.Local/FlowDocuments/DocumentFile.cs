using System.Text;
using Cxf.Documents;
using Cxf.Local.Stores;

namespace Cxf.Local.FlowDocuments;

/// <summary>A file that was read; one that cannot be read is a problem of that file, as a mistake in it would be.</summary>
/// <param name="Bytes">Its bytes; empty if it cannot be read.</param>
/// <param name="Problem">Why it cannot be read; null if it can.</param>
internal sealed record DocumentFile(byte[] Bytes, Diagnostic? Problem)
{
    /// <summary>The largest file that is read, in bytes. Documents are much smaller.</summary>
    private const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Its text, to be shown.</summary>
    public string Text => Encoding.UTF8.GetString(JsonUnicode.WithoutByteOrderMark(Bytes).Span);

    /// <summary>Reads a file.</summary>
    public static async Task<DocumentFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return new FileInfo(path).Length > MaxBytes
                ? new DocumentFile([], Unreadable("The file is larger than 16 MB.", "Name a document of this deployment."))
                : new DocumentFile(await File.ReadAllBytesAsync(path, cancellationToken), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new DocumentFile(
                [],
                Unreadable(
                    exception is UnauthorizedAccessException ? "You may not read this file." : "The file cannot be read.",
                    exception is UnauthorizedAccessException
                        ? "Change its permissions."
                        : "Check that it exists and that its disk works."
                )
            );
        }
    }

    private static Diagnostic Unreadable(string message, string fix) =>
        new(InstanceCodes.Unreadable, DiagnosticSeverity.Error, JsonPointer.Root, 1, 1, message, fix);
}
