namespace Cxf.ApiCalls.Logging;

/// <summary>Takes one record per request over the wire. It is called on the call's own time: it must be quick and must not throw.</summary>
public interface IAttemptLog
{
    /// <summary>Takes a record.</summary>
    void Write(AttemptRecord attempt);
}
