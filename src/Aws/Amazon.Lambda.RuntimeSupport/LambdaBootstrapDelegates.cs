namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Answers one invocation.</summary>
public delegate Task<InvocationResponse> LambdaBootstrapHandler(InvocationRequest invocation);

/// <summary>
/// Runs before the first invocation; false means that the function cannot start, and the process ends without polling.
/// </summary>
public delegate Task<bool> LambdaBootstrapInitializer();
