namespace Cxf.Local.Emulators;

/// <summary>A request that a local service rejects with an error of the AWS service that it replaces.</summary>
/// <param name="code">The error's name, such as <c>ParameterNotFound</c>.</param>
/// <param name="message">The message.</param>
internal sealed class ServiceException(string code, string message) : Exception(message)
{
    /// <summary>The error's name.</summary>
    public string Code { get; } = code;

    public static ServiceException Validation(string message) => new("ValidationException", message);
}
