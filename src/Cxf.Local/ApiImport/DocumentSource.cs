using System.Net;
using System.Net.Sockets;
using Cxf.OpenApi;

namespace Cxf.Local.ApiImport;

/// <summary>The text of a document that a command names: a file or a URL.</summary>
/// <param name="Bytes">The text; empty if it cannot be read.</param>
/// <param name="From">What the description calls it: the URL, or the name of the file.</param>
/// <param name="Problem">Why it cannot be read; null if it can.</param>
internal sealed record DocumentSource(byte[] Bytes, string From, string? Problem)
{
    /// <summary>How long a download may take.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static string MaxSize => $"{OpenApiImport.MaxBytes / 1024 / 1024} MB";

    /// <summary>Reads a document.</summary>
    public static Task<DocumentSource> ReadAsync(string source, CancellationToken cancellationToken) =>
        Uri.TryCreate(source, UriKind.Absolute, out var url) && url.Scheme is not "file" && source.Contains("://")
            ? DownloadAsync(url, cancellationToken)
            : ReadFileAsync(source, cancellationToken);

    private static async Task<DocumentSource> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileInfo(path);
            return !file.Exists
                    ? Refused(
                        path,
                        Directory.Exists(path) ? $"{path} is a folder: name the document." : $"There is no file {path}."
                    )
                : file.Length > OpenApiImport.MaxBytes ? Refused(path, $"{path} is larger than {MaxSize}.")
                : new DocumentSource(await File.ReadAllBytesAsync(path, cancellationToken), file.Name, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refused(path, $"{path} cannot be read: {exception.Message}");
        }
    }

    // A redirect could lead anywhere, also to what only this machine reaches: the user names the address that is read.
    private static async Task<DocumentSource> DownloadAsync(Uri url, CancellationToken cancellationToken)
    {
        if (url.Scheme != "https" && !(url.Scheme == "http" && url.IsLoopback))
        {
            return Refused(url.ToString(), $"{url} is not an https URL. Use https, or download the document and name the file.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            using var handler = new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.All,
            };
            using var client = new HttpClient(handler);
            using var answer = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if ((int)answer.StatusCode is >= 300 and <= 399)
            {
                return Refused(
                    url.ToString(),
                    $"{url} redirects to {answer.Headers.Location}, which is not followed. Name that URL if you trust it."
                );
            }

            if (answer.StatusCode != HttpStatusCode.OK)
            {
                return Refused(url.ToString(), $"{url} answers {(int)answer.StatusCode}. Check the URL in a browser.");
            }

            await using var body = await answer.Content.ReadAsStreamAsync(limit.Token);
            return await ReadAllAsync(body, limit.Token) is { } bytes
                ? new DocumentSource(bytes, url.ToString(), null)
                : Refused(url.ToString(), $"{url} is larger than {MaxSize}.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException)
        {
            return Refused(url.ToString(), $"{url} cannot be read: {exception.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Refused(url.ToString(), $"{url} did not answer completely within {Limit.TotalSeconds} s.");
        }
    }

    private static async Task<byte[]?> ReadAllAsync(Stream body, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await body.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            if (whole.Length + count > OpenApiImport.MaxBytes)
            {
                return null;
            }

            await whole.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return whole.ToArray();
    }

    private static DocumentSource Refused(string from, string problem) => new([], from, problem);
}
