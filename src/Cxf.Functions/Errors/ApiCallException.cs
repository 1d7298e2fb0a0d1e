using Cxf.ApiCalls;

namespace Cxf.Functions.Errors;

/// <summary>
/// A third-party call that failed. Lambda reports the class name as the error, so each error code has its own class. The message
/// is a fixed text and there is no stack, because both appear in the execution's history.
/// </summary>
public abstract class ApiCallException(string message) : Exception(message)
{
    /// <summary>Always null: the history is for the authors of flows, who cannot use a stack of CXF.</summary>
    public override string? StackTrace => null;

    /// <summary>
    /// Whether AWS or CXF failed, not the third party. A flow sees the same error code; operators count it as a failure of CXF.
    /// </summary>
    internal bool IsOurs { get; set; }

    /// <summary>The exception whose class has the name of an error code.</summary>
    public static ApiCallException For(string word, string message) =>
        word switch
        {
            ErrorCodes.ApiTimeout => new ApiTimeout(message),
            ErrorCodes.ApiThrottled => new ApiThrottled(message),
            ErrorCodes.ApiUnavailable => new ApiUnavailable(message),
            ErrorCodes.ApiNotFound => new ApiNotFound(message),
            ErrorCodes.ApiUnauthorized => new ApiUnauthorized(message),
            ErrorCodes.ApiRejected => new ApiRejected(message),
            ErrorCodes.ApiBadAnswer => new ApiBadAnswer(message),
            ErrorCodes.ApiTooLarge => new ApiTooLarge(message),
            ErrorCodes.ApiBlocked => new ApiBlocked(message),
            ErrorCodes.ApiMisconfigured => new ApiMisconfigured(message),
            _ => throw new ArgumentOutOfRangeException(nameof(word), word, "There is no class with this name."),
        };
}

// One file for classes that differ only in the name that Lambda reports. ErrorCodes explains each error code.

/// <inheritdoc cref="ApiCalls.ErrorCodes.ApiTimeout" />
public sealed class ApiTimeout(string message) : ApiCallException(message);

/// <inheritdoc cref="ApiCalls.ErrorCodes.ApiThrottled" />
public sealed class ApiThrottled(string message) : ApiCallException(message);

/// <inheritdoc cref="ApiCalls.ErrorCodes.ApiUnavailable" />
public sealed class ApiUnavailable(string message) : ApiCallException(message);

/// <inheritdoc cref="ApiCalls.ErrorCodes.ApiNotFound" />
public sealed class ApiNotFound(string message) : ApiCallException(message);

/// <inheritdoc cref="ApiCalls.ErrorCodes.ApiUnauthorized" />
public sealed class ApiUnauthorized(string message) : ApiCallException(message);

/// <inheritdoc cref="ApiCalls.ErrorCodes.ApiRejected" />
public sealed class ApiRejected(string message) : ApiCallException(message);

/// <inheritdoc cref="ApiCalls.ErrorCodes.ApiBadAnswer" />
public sealed class ApiBadAnswer(string message) : ApiCallException(message);

/// <inheritdoc cref="ApiCalls.ErrorCodes.ApiTooLarge" />
public sealed class ApiTooLarge(string message) : ApiCallException(message);

/// <inheritdoc cref="ApiCalls.ErrorCodes.ApiBlocked" />
public sealed class ApiBlocked(string message) : ApiCallException(message);

/// <inheritdoc cref="ApiCalls.ErrorCodes.ApiMisconfigured" />
public sealed class ApiMisconfigured(string message) : ApiCallException(message);

/// <inheritdoc cref="Flows.FlowErrorCodes.Internal" />
public sealed class Internal(string message) : ApiCallException(message);
