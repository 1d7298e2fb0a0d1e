using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Cxf.AwsPackages.Tests.Lambda;

/// <summary>The serializers' rules.</summary>
public sealed class SerializerTests
{
    private static readonly SourceGeneratorLambdaJsonSerializer<SampleContext> Generated = new();

    [Fact]
    public void Names_are_written_as_declared_nulls_not_at_all_and_text_without_needless_escapes()
    {
        var written = Write(Generated, new SampleEvent { ContactId = "<ä&'>", XAmzId2 = "x" });

        Assert.Equal("""{"ContactId":"<ä&'>","x-amz-id-2":"x"}""", written);
    }

    [Fact]
    public void Names_are_read_in_any_case()
    {
        Assert.Equal("c", Read(Generated, """{"contactid":"c"}""").ContactId);
        Assert.Equal("c", Read(Generated, """{"CONTACTID":"c"}""").ContactId);
    }

    [Theory]
    [InlineData("1700000000")]
    [InlineData("1700000000.0")]
    [InlineData("\"2023-11-14T22:13:20Z\"")]
    public void A_time_is_text_or_seconds(string json)
    {
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(1_700_000_000), Read(Generated, $$"""{"At":{{json}}}""").At);
    }

    [Fact]
    public void Bytes_are_numbers_and_streams_are_base64()
    {
        var written = Write(Generated, new SampleEvent { Bytes = [1, 255], Stream = new MemoryStream([1, 2, 3]) });

        Assert.Equal("""{"Bytes":[1,255],"Stream":"AQID"}""", written);
        var read = Read(Generated, """{"Bytes":[1,255],"Stream":"AQID","Inner":{"Bytes":"AQ=="}}""");
        Assert.Equal([1, 255], read.Bytes!);
        Assert.Equal([1, 2, 3], read.Stream!.ToArray());
        Assert.Equal([1], read.Inner!.Bytes!);
    }

    [Fact]
    public void A_customizer_changes_the_options_before_the_context_is_made()
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<SampleContext>(
            (JsonSerializerOptions options) => options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase
        );

        Assert.Equal("""{"contactId":"c"}""", Write(serializer, new SampleEvent { ContactId = "c" }));
    }

    [Fact]
    public void An_event_that_cannot_be_read_is_an_error_that_names_the_type()
    {
        var error = Assert.Throws<JsonSerializerException>(() => Read(Generated, "{\"ContactId\":1}"));

        Assert.StartsWith(
            $"Error converting the Lambda event JSON payload to type {typeof(SampleEvent).FullName}: ",
            error.Message
        );
        Assert.IsType<JsonException>(error.InnerException);
    }

    [Fact]
    public void A_type_that_the_context_does_not_know_is_named_with_the_context()
    {
        using var stream = new MemoryStream();

        var error = Assert.Throws<JsonSerializerException>(() => Generated.Serialize(Guid.Empty, stream));

        Assert.Equal(
            "Error converting the response object of type System.Guid from the Lambda function to JSON: "
                + $"No JsonTypeInfo registered in {typeof(SampleContext).FullName} for type System.Guid.",
            error.Message
        );
    }

    [Fact]
    public void The_serializers_on_reflection_follow_the_same_rules()
    {
        Assert.Equal("""{"ContactId":"c"}""", Write(new DefaultLambdaJsonSerializer(), new SampleEvent { ContactId = "c" }));
        Assert.Equal("""{"contactId":"c"}""", Write(new CamelCaseLambdaJsonSerializer(), new SampleEvent { ContactId = "c" }));
        Assert.Equal("c", Read(new CamelCaseLambdaJsonSerializer(), """{"contactId":"c"}""").ContactId);
    }

    private static string Write(ILambdaSerializer serializer, SampleEvent value)
    {
        using var stream = new MemoryStream();
        serializer.Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static SampleEvent Read(ILambdaSerializer serializer, string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return serializer.Deserialize<SampleEvent>(stream);
    }
}
