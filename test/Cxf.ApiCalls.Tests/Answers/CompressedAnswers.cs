using System.IO.Compression;
using Cxf.ApiCalls.Outcomes;

namespace Cxf.ApiCalls.Tests.Answers;

public sealed class CompressedAnswers
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Compressed_answers_are_read(string encoding)
    {
        var outcome = await OneAnswer.CallAsync("application/json", Compress(encoding, """{"a":1}"""u8.ToArray()), encoding);

        Assert.Equal("""{"a":1}""", outcome.Answer?.Body.GetRawText());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compression_bomb_is_too_large(string encoding)
    {
        var outcome = await OneAnswer.CallAsync("application/json", Compress(encoding, new byte[64 * 1024 * 1024]), encoding);

        Assert.Equal(FailureReason.AnswerTooLarge, outcome.Failure?.Reason);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Broken_compression_is_a_bad_answer(string encoding)
    {
        var outcome = await OneAnswer.CallAsync("application/json", "this is not compressed"u8.ToArray(), encoding);

        Assert.Equal(FailureReason.CompressionBroken, outcome.Failure?.Reason);
    }

    [Fact]
    public async Task A_compression_that_was_not_asked_for_is_a_bad_answer()
    {
        Assert.Equal(
            FailureReason.CompressionBroken,
            (await OneAnswer.CallAsync("application/json", "{}"u8.ToArray(), "compress")).Failure?.Reason
        );
    }

    private static byte[] Compress(string encoding, byte[] body)
    {
        using var compressed = new MemoryStream();
        using (
            Stream stream =
                encoding == "gzip"
                    ? new GZipStream(compressed, CompressionLevel.Fastest)
                    : new BrotliStream(compressed, CompressionLevel.Fastest)
        )
        {
            stream.Write(body);
        }

        return compressed.ToArray();
    }
}
