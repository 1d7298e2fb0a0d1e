namespace Cxf.StatesLanguage.Execution;

/// <summary>Whether an ErrorEquals list means an error.</summary>
internal static class ErrorMatching
{
    public static bool Matches(IReadOnlyList<string> errorEquals, StateError error)
    {
        if (error.EndsExecution)
        {
            return false;
        }

        foreach (var name in errorEquals)
        {
            var matches = name switch
            {
                ErrorNames.All => !error.NeedsItsName,
                ErrorNames.TaskFailed => error.Error != ErrorNames.Timeout && !error.NeedsItsName,
                ErrorNames.Timeout => error.Error is ErrorNames.Timeout or ErrorNames.HeartbeatTimeout,
                ErrorNames.HeartbeatTimeout => error.IsMissedHeartbeat || error.Error == ErrorNames.HeartbeatTimeout,
                _ => name == error.Error,
            };
            if (matches)
            {
                return true;
            }
        }

        return false;
    }
}
