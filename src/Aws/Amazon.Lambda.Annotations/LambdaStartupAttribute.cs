namespace Amazon.Lambda.Annotations;

/// <summary>
/// The class whose <c>ConfigureServices(IServiceCollection)</c> or <c>ConfigureHostBuilder()</c> sets up dependency injection.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public class LambdaStartupAttribute : Attribute;
