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

        // What a window holds besides the first part does not depend on the anchor, so each window is looked at once.
        (int First, int Last) known = (-1, -1);
        List<ConceptHit>? others = null;
        foreach (var anchor in message.Of(first.Left))
        {
            if (message.IsCalmAt(anchor)) continue;
            var window = message.Window(frame.Scope, anchor);
            if (window != known)
            {
                known = window;
                others = frame.Blockers.Any(b => message.HasIn(b, window)) ? null : Others(frame, message, window);
            }

            if (others is null || !IsMet(first, message, anchor, window, out var right)) continue;
            return right is { } pair ? [anchor, pair, .. others] : [anchor, .. others];
        }

        return null;
    }

    private static List<ConceptHit>? Others(Frame frame, TaggedMessage message, (int First, int Last) window)
    {
        var hits = new List<ConceptHit>();
        foreach (var need in frame.Parts.Skip(1))
        {
            var met = false;
            foreach (var left in message.Within(need.Left, window))
            {
                if (!IsMet(need, message, left, window, out var right)) continue;
                hits.Add(left);
                if (right is { } pair) hits.Add(pair);
                met = true;
                break;
            }

            if (!met) return null;
        }

        return hits;
    }

    /// <summary>Whether what a need wants beside its left part stands near enough.</summary>
    private static bool IsMet(Need need, TaggedMessage message, ConceptHit left, (int First, int Last) window, out ConceptHit? right)
    {
        right = null;
        if (left.First < window.First || left.Last > window.Last) return false;
        if (need.Right.Length == 0) return true;

        // An entry has at most a dozen words, so a near hit begins at most that much before the distance.
        const int LongestEntry = 12;
        var near = (Math.Max(window.First, need.Ordered ? left.Last + 1 : left.First - need.Distance - LongestEntry), Math.Min(window.Last, left.Last + need.Distance + LongestEntry));
        foreach (var hit in message.Within(need.Right, near))
        {
            if (hit.First <= left.Last && left.First <= hit.Last) continue;
            var gap = hit.First > left.Last ? hit.First - left.Last - 1 : left.First - hit.Last - 1;
            if (gap > need.Distance) continue;
            right = hit;
            return true;
        }

        return false;
    }
}
