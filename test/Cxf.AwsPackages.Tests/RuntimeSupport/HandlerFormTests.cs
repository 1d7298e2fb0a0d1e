using System.Reflection;
using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.TestUtilities;

namespace Cxf.AwsPackages.Tests.RuntimeSupport;

/// <summary>Handlers in every form that the package takes.</summary>
public sealed class HandlerFormTests
{
    private static readonly DefaultLambdaJsonSerializer Json = new();
    private static readonly Func<Stream> Raw = () => new MemoryStream("raw"u8.ToArray());

    public static TheoryData<string, string> Forms =>
        new()
        {
            { nameof(Action), "" },
            { "Task", "" },
            { "Stream", "raw" },
            { "Task<Stream>", "raw" },
            { "TOutput", "\"<in>\"" },
            { "Task<TOutput>", "\"<in>\"" },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_object_comes_in_and_the_answer_goes_out(string form, string expected)
    {
        HandlerWrapper wrapper = form switch
        {
            nameof(Action) => HandlerWrapper.GetHandlerWrapper(
                (string input, ILambdaContext _) => Assert.Equal("in", input),
                Json
            ),
            "Task" => HandlerWrapper.GetHandlerWrapper<string>((input, _) => Task.CompletedTask, Json),
            "Stream" => HandlerWrapper.GetHandlerWrapper((string input, ILambdaContext _) => Raw(), Json),
            "Task<Stream>" => HandlerWrapper.GetHandlerWrapper<string>((input, _) => Task.FromResult(Raw()), Json),
            "TOutput" => HandlerWrapper.GetHandlerWrapper((string input, ILambdaContext _) => $"<{input}>", Json),
            _ => HandlerWrapper.GetHandlerWrapper((string input, ILambdaContext _) => Task.FromResult($"<{input}>"), Json),
        };

        using (wrapper)
        {
            Assert.Equal(expected, await InvokeAsync(wrapper));
            // One stream serves all invocations; nothing of an answer is left in the next.
            Assert.Equal(expected, await InvokeAsync(wrapper));
        }
    }

    [Fact]
    public async Task A_handler_may_write_its_answer_itself()
    {
        using var wrapper = HandlerWrapper.GetHandlerWrapper(
            (Stream input, ILambdaContext _, MemoryStream output) => input.CopyTo(output)
        );

        Assert.Equal("\"in\"", await InvokeAsync(wrapper));
    }

    [Fact]
    public void There_are_37_forms_and_the_builder_has_them_all()
    {
        static IEnumerable<string> Signatures(Type type, string method) =>
            type.GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Where(one => one.Name == method)
                .Select(one => string.Join(", ", one.GetParameters().Select(parameter => parameter.ParameterType)))
                .Order(StringComparer.Ordinal);

        var forms = Signatures(typeof(HandlerWrapper), "GetHandlerWrapper").ToList();
        Assert.Equal(37, forms.Count);
        Assert.Equal(forms, Signatures(typeof(LambdaBootstrapBuilder), "Create"));
    }

    private static async Task<string> InvokeAsync(HandlerWrapper wrapper)
    {
        using var request = new InvocationRequest(new MemoryStream("\"in\""u8.ToArray()), new TestLambdaContext());
        var response = await wrapper.Handler(request);
        using var copy = new MemoryStream();
        await response.OutputStream.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(copy.ToArray());
    }
}
