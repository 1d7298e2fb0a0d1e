namespace Amazon.Lambda.Core;

/// <summary>Code to run before Lambda takes a snapshot of the started function (SnapStart) and after it is restored.</summary>
public static class SnapshotRestore
{
    private static readonly List<Func<ValueTask>> BeforeSnapshot = [];
    private static readonly List<Func<ValueTask>> AfterRestore = [];

    /// <summary>Actions run in reverse order of registration.</summary>
    public static void RegisterBeforeSnapshot(Func<ValueTask> beforeSnapshotAction) => BeforeSnapshot.Add(beforeSnapshotAction);

    /// <summary>Actions run in order of registration.</summary>
    public static void RegisterAfterRestore(Func<ValueTask> afterRestoreAction) => AfterRestore.Add(afterRestoreAction);

    internal static async Task RunBeforeSnapshotAsync()
    {
        for (var index = BeforeSnapshot.Count - 1; index >= 0; index--)
        {
            await BeforeSnapshot[index]();
        }
    }

    internal static async Task RunAfterRestoreAsync()
    {
        foreach (var action in AfterRestore)
        {
            await action();
        }
    }
}
