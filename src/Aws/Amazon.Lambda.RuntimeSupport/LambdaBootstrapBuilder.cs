using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Puts a <see cref="LambdaBootstrap"/> together from a handler in any form.</summary>
public partial class LambdaBootstrapBuilder
{
    private readonly HandlerWrapper wrapper;
    private readonly LambdaBootstrapOptions options = new();
    private LambdaBootstrapInitializer? initializer;

    private LambdaBootstrapBuilder(HandlerWrapper wrapper) => this.wrapper = wrapper;

    /// <summary>What to run before the first event; an exception there is reported as an initialisation error.</summary>
    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer lambdaBootstrapInitializer)
    {
        initializer = lambdaBootstrapInitializer;
        return this;
    }

    public LambdaBootstrapBuilder ConfigureOptions(Action<LambdaBootstrapOptions>? options = null)
    {
        options?.Invoke(this.options);
        return this;
    }

    public LambdaBootstrap Build() => new(wrapper, options, initializer);
}
