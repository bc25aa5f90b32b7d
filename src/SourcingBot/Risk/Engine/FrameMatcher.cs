namespace SourcingBot.Risk.Engine;

/// <summary>Looks for frames in a tagged message.</summary>
internal static class FrameMatcher
{
    /// <summary>The first place where a frame holds, as the hits that make it; null where it holds nowhere.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="message">The message.</param>
    public static List<ConceptHit>? Match(Frame frame, TaggedMessage message)
    {
        if (frame.MessageBlockers.Any(message.Has)) return null;
        var first = frame.Parts[0];
        foreach (var anchor in message.Of(first.Left))
        {
            if (message.IsCalmAt(anchor)) continue;
            var window = message.Window(frame.Scope, anchor);
            if (frame.Blockers.Any(b => message.HasIn(b, window))) continue;
            if (Complete(frame, message, anchor, window) is { } hits) return hits;
        }

        return null;
    }

    private static List<ConceptHit>? Complete(Frame frame, TaggedMessage message, ConceptHit anchor, (int First, int Last) window)
    {
        var hits = new List<ConceptHit>();
        for (var i = 0; i < frame.Parts.Count; i++)
        {
            var need = frame.Parts[i];
            var found = i == 0 ? Meet(need, message, [anchor], window) : Meet(need, message, message.Of(need.Left), window);
            if (found is not { } pair) return null;
            hits.Add(pair.Left);
            if (pair.Right is { } right) hits.Add(right);
        }

        return hits;
    }

    private static (ConceptHit Left, ConceptHit? Right)? Meet(Need need, TaggedMessage message, IEnumerable<ConceptHit> lefts, (int First, int Last) window)
    {
        foreach (var left in lefts)
        {
            if (!Inside(left, window)) continue;
            if (need.Right.Length == 0) return (left, null);
            foreach (var right in message.Of(need.Right))
            {
                if (!Inside(right, window) || Overlap(left, right)) continue;
                var gap = right.First > left.Last ? right.First - left.Last - 1 : need.Ordered ? int.MaxValue : left.First - right.Last - 1;
                if (gap <= need.Distance) return (left, right);
            }
        }

        return null;
    }

    private static bool Inside(ConceptHit hit, (int First, int Last) window) => hit.First >= window.First && hit.Last <= window.Last;

    private static bool Overlap(ConceptHit a, ConceptHit b) => a.First <= b.Last && b.First <= a.Last;
}
