using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.TestUtilities;
using Cxf.ContactFlows.Simulation;
using Cxf.Documents;
using Cxf.Functions.Serialization;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.Local.Deployment;

/// <summary>
/// The functions in this process, by their ARNs, as Lambda would run them: the event and the answer pass through the
/// functions' real serializer, and a thrown exception becomes Lambda's error document.
/// </summary>
internal sealed class LocalFunctions : ILambdaInvoker
{
    // As template.yaml gives ExecuteFlow; CallApi and PublishFlow do not look at it.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(9);

    private readonly Dictionary<string, Func<ReadOnlyMemory<byte>, Task<ReadOnlyMemory<byte>>>> _functions = [];
    private readonly FunctionSerializer _serializer = new();

    /// <summary>Adds a function's handler.</summary>
    public void Add<TAnswer>(string arn, Func<FunctionEvent, ILambdaContext, Task<TAnswer>> handler) =>
        _functions[arn] = async payload =>
        {
            using var input = new MemoryStream(payload.ToArray(), writable: false);
            var received = _serializer.Deserialize<FunctionEvent>(input);
            var answer = await handler(
                received,
                new TestLambdaContext
                {
                    FunctionName = arn.Split(':')[6],
                    FunctionVersion = "1",
                    InvokedFunctionArn = arn,
                    RemainingTime = Timeout,
                    Logger = new QuietLogger(),
                }
            );
            using var output = new MemoryStream();
            _serializer.Serialize(answer, output);
            return output.ToArray();
        };

    /// <inheritdoc />
    public async ValueTask<LambdaResult> InvokeAsync(
        string functionArn,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        if (!_functions.TryGetValue(functionArn, out var function))
        {
            throw new TaskServiceException("Lambda.ResourceNotFoundException", $"Function not found: {functionArn}");
        }

        try
        {
            return new LambdaResult(
                await function(payload).WaitAsync(cancellationToken),
                FunctionError: false,
                ExecutedVersion: "1"
            );
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new LambdaResult(ErrorDocument(exception), FunctionError: true, ExecutedVersion: "1");
        }
    }

    /// <summary>
    /// Invokes a function for a contact flow. A contact flow may take the ARN from a value of the call, so an unknown one is
    /// found only here.
    /// </summary>
    public async ValueTask<FunctionAnswer> InvokeForContactAsync(
        string functionArn,
        ReadOnlyMemory<byte> eventJson,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        if (!_functions.ContainsKey(functionArn))
        {
            return new FunctionAnswer(
                default,
                $"no local function replaces {functionArn}. Add --lambda {functionArn}=ExecuteFlow, "
                    + $"or use a file with its answer: --lambda {functionArn}=answer.json"
            );
        }

        var result = await InvokeAsync(functionArn, eventJson, cancellationToken);
        return new FunctionAnswer(result.Payload, result.FunctionError ? Encoding.UTF8.GetString(result.Payload.Span) : null);
    }

    // In the layout of AWS's runtime client for .NET, without the stack trace of this program.
    private static ReadOnlyMemory<byte> ErrorDocument(Exception exception) =>
        new([
            .. JsonOutput
                .Utf8(
                    writer =>
                    {
                        writer.WriteStartObject();
                        writer.WriteString("errorType", exception.GetType().Name);
                        writer.WriteString("errorMessage", exception.Message);
                        writer.WriteEndObject();
                    },
                    JsonOutput.Relaxed with
                    {
                        Indented = true,
                        NewLine = "\n",
                    }
                )
                .Span,
            (byte)'\n',
        ]);
}
