using System.Buffers;
using System.Runtime.CompilerServices;
using Cxf.ApiCalls.Outcomes;

namespace Cxf.ApiCalls.Answers;

/// <summary>An answer's body as read from the wire, in a rented buffer.</summary>
internal sealed class AnswerBytes : IDisposable
{
    private const int FirstBuffer = 16 * 1024;

    private byte[] _buffer;

    private AnswerBytes(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, Length);

    /// <summary>Reads a body to its end, or until it is larger than is read.</summary>
    /// <exception cref="IOException">The connection was lost.</exception>
    /// <exception cref="InvalidDataException">The compression is broken.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<Result<AnswerBytes>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        // The handler removes the header of a compression that it decoded; any remaining compression was not requested.
        if (
            content.Headers.NonValidated.TryGetValues("Content-Encoding", out var encoding)
            && !encoding.ToString().Equals("identity", StringComparison.OrdinalIgnoreCase)
        )
        {
            return FailureReason.CompressionBroken;
        }

        if (content.Headers.ContentLength > AnswerLimits.MaxBodyBytes)
        {
            return FailureReason.AnswerTooLarge;
        }

        var bytes = new AnswerBytes((int)(content.Headers.ContentLength + 1 ?? FirstBuffer));
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            while (true)
            {
                var read = await stream.ReadAsync(bytes.FreeMemory(), cancellationToken);
                if (read == 0)
                {
                    return bytes;
                }

                bytes.Length += read;
                if (bytes.Length > AnswerLimits.MaxBodyBytes)
                {
                    bytes.Dispose();
                    return FailureReason.AnswerTooLarge;
                }
            }
        }
        catch (InvalidOperationException)
        {
            // BrotliStream throws this for broken data; GZipStream throws InvalidDataException.
            bytes.Dispose();
            return FailureReason.CompressionBroken;
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        Length = 0;
    }

    private Memory<byte> FreeMemory()
    {
        if (Length == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            Span.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsMemory(Length);
    }
}
