namespace Cxf.Functions.CallApi;

// One file for classes that differ only in the name that Lambda reports. ErrorWords explains each error code.

/// <inheritdoc cref="ApiCalls.ErrorWords.ApiTimeout" />
public sealed class ApiTimeout(string message) : ApiCallException(message);

/// <inheritdoc cref="ApiCalls.ErrorWords.ApiThrottled" />
public sealed class ApiThrottled(string message) : ApiCallException(message);

/// <inheritdoc cref="ApiCalls.ErrorWords.ApiUnavailable" />
public sealed class ApiUnavailable(string message) : ApiCallException(message);

/// <inheritdoc cref="ApiCalls.ErrorWords.ApiNotFound" />
public sealed class ApiNotFound(string message) : ApiCallException(message);

/// <inheritdoc cref="ApiCalls.ErrorWords.ApiUnauthorized" />
public sealed class ApiUnauthorized(string message) : ApiCallException(message);

/// <inheritdoc cref="ApiCalls.ErrorWords.ApiRejected" />
public sealed class ApiRejected(string message) : ApiCallException(message);

/// <inheritdoc cref="ApiCalls.ErrorWords.ApiBadAnswer" />
public sealed class ApiBadAnswer(string message) : ApiCallException(message);

/// <inheritdoc cref="ApiCalls.ErrorWords.ApiTooLarge" />
public sealed class ApiTooLarge(string message) : ApiCallException(message);

/// <inheritdoc cref="ApiCalls.ErrorWords.ApiBlocked" />
public sealed class ApiBlocked(string message) : ApiCallException(message);

/// <inheritdoc cref="ApiCalls.ErrorWords.ApiMisconfigured" />
public sealed class ApiMisconfigured(string message) : ApiCallException(message);

/// <inheritdoc cref="Flows.FlowErrorWords.Internal" />
public sealed class Internal(string message) : ApiCallException(message);
