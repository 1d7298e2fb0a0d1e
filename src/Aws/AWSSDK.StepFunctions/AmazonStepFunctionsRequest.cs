using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>Base of every request to Step Functions.</summary>
public class AmazonStepFunctionsRequest : AmazonWebServiceRequest;
