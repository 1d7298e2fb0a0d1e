using System.Runtime.CompilerServices;

namespace Cxf.StatesLanguage.Time;

/// <summary>Awaiting it posts the rest of the method to the end of the strand's queue.</summary>
internal readonly struct YieldAwaitable(Strand strand) : ICriticalNotifyCompletion
{
    public bool IsCompleted => false;

    public YieldAwaitable GetAwaiter() => this;

    public void GetResult()
    {
    }

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation) => strand.Post(static action => ((Action)action!)(), continuation);
}
