using System.Globalization;
using Cxf.Local.Explanations;

namespace Cxf.Local.Commands;

/// <summary>
/// A failure that no command expects: a person gets one sentence with a code, and the details are written to a file for those who
/// correct it.
/// </summary>
internal static class UnexpectedFailure
{
    /// <summary>Reports it; gives back the exit code.</summary>
    public static async Task<int> ReportAsync(Exception exception, TextWriter error)
    {
        if (exception is OperationCanceledException)
        {
            return ExitCode.Problems;
        }

        if (FileSentence(exception) is { } sentence)
        {
            await error.WriteLineAsync($"error {CommandCodes.File} {sentence}");
            return ExitCode.Usage;
        }

        await error.WriteLineAsync(
            $"error {CommandCodes.Bug} cxf failed because of a mistake in itself ({exception.GetType().Name}). "
                + Details(exception)
        );
        return ExitCode.Usage;
    }

    // The message of an I/O exception names the path, but in words that differ between systems.
    private static string? FileSentence(Exception exception) =>
        exception switch
        {
            UnauthorizedAccessException => $"You may not read or write a file: {exception.Message} Change its permissions.",
            DirectoryNotFoundException or FileNotFoundException => $"A file does not exist: {exception.Message}",
            IOException { HResult: 28 or unchecked((int)0x80070070) } => "The disk is full. Free some space, and try again.",
            IOException => $"A file cannot be read or written: {exception.Message}",
            _ => null,
        };

    private static string Details(Exception exception)
    {
        try
        {
            var file = Path.Combine(
                Path.GetTempPath(),
                string.Create(CultureInfo.InvariantCulture, $"cxf-failure-{Environment.ProcessId}.txt")
            );
            File.WriteAllText(file, exception.ToString());
            return $"The details are in {file}.";
        }
        catch (Exception second) when (second is IOException or UnauthorizedAccessException)
        {
            return "The details could not be written.";
        }
    }
}
