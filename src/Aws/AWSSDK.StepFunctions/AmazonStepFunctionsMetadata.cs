using Amazon.Runtime.Internal;

namespace Amazon.StepFunctions;

/// <summary>The service's name in metrics and user agents.</summary>
internal sealed class AmazonStepFunctionsMetadata : IServiceMetadata
{
    public string ServiceId => "SFN";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
