using System.Runtime.CompilerServices;

namespace Cxf.Jsonata.Limits;

/// <summary>Raises an error before the stack is used up, on every thread and for every stack size.</summary>
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
