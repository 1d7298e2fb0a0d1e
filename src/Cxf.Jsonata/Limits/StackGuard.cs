using System.Runtime.CompilerServices;

namespace Cxf.Jsonata.Limits;

/// <summary>Turns a stack that is nearly used up into an error, on every thread and whatever the size of its stack.</summary>
internal static class StackGuard
{
    public static void Check()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw LimitErrors.TooDeep();
        }
    }
}
