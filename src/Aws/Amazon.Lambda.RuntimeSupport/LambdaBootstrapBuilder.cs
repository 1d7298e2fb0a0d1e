using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Puts a <see cref="LambdaBootstrap"/> together from a handler in any form.</summary>
public partial class LambdaBootstrapBuilder
{
    private readonly HandlerWrapper _wrapper;
    private readonly LambdaBootstrapOptions _options = new();
    private LambdaBootstrapInitializer? _initializer;

    private LambdaBootstrapBuilder(HandlerWrapper wrapper) => _wrapper = wrapper;

    /// <summary>What to run before the first event; an exception there is reported as an initialisation error.</summary>
    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer lambdaBootstrapInitializer)
    {
        _initializer = lambdaBootstrapInitializer;
        return this;
    }

    public LambdaBootstrapBuilder ConfigureOptions(Action<LambdaBootstrapOptions>? options = null)
    {
        options?.Invoke(_options);
        return this;
    }

    public LambdaBootstrap Build() => new(_wrapper, _options, _initializer);
}
