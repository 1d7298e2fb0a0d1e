namespace Cxf.StatesLanguage.Service;

/// <content>Tags.</content>
public sealed partial class StepFunctionsService
{
    /// <summary>Adds tags to a state machine.</summary>
    public EmptyResult TagResource(TagRequest request)
    {
        var arn = Required(request.ResourceArn, "resourceArn");
        var tags = request.Tags ?? throw ApiErrors.Missing("tags");
        lock (gate)
        {
            AddTags(Tagged(arn), tags);
            return new EmptyResult();
        }
    }

    /// <summary>Takes tags away from a state machine.</summary>
    public EmptyResult UntagResource(UntagRequest request)
    {
        var arn = Required(request.ResourceArn, "resourceArn");
        var keys = request.TagKeys ?? throw ApiErrors.Missing("tagKeys");
        lock (gate)
        {
            var tags = Tagged(arn).Tags;
            foreach (var key in keys)
            {
                tags.Remove(key);
            }

            return new EmptyResult();
        }
    }

    /// <summary>Lists a state machine's tags.</summary>
    public ListTagsResult ListTagsForResource(ResourceRequest request)
    {
        var arn = Required(request.ResourceArn, "resourceArn");
        lock (gate)
        {
            return new ListTagsResult([.. Tagged(arn).Tags.Select(static tag => new Tag(tag.Key, tag.Value))]);
        }
    }

    private static void AddTags(StateMachineRecord machine, IReadOnlyList<Tag> tags)
    {
        var all = new OrderedDictionary<string, string>(machine.Tags, StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            all[tag.Key ?? throw ApiErrors.Missing("tags.key")] = tag.Value ?? "";
        }

        if (all.Count > ServiceLimits.Tags)
        {
            throw new StepFunctionsException("TooManyTags", $"A state machine has at most {ServiceLimits.Tags} tags.");
        }

        machine.Tags = all;
    }

    private StateMachineRecord Tagged(string arn)
    {
        CheckMachineArn(arn);
        return machines.TryGetValue(arn, out var machine) ? machine : throw ApiErrors.ResourceNotFound();
    }
}
