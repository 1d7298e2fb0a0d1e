namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>One result of a path that binds variables on its way: the value and what is bound.</summary>
internal sealed class TupleFrame(Frame parent, JsonataValue[] slots, JsonataValue item) : Frame(parent, slots)
{
    public JsonataValue Item { get; set; } = item;

    /// <summary>A copy that can be bound further.</summary>
    public TupleFrame With(in JsonataValue item) => new(Parent!, (JsonataValue[])Slots.Clone(), item);

    public static TupleFrame First(Frame parent, int count, in JsonataValue item)
    {
        var slots = new JsonataValue[count];
        Array.Fill(slots, JsonataValue.Unbound);
        return new TupleFrame(parent, slots, item);
    }
}
