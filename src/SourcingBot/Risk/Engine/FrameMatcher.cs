namespace SourcingBot.Risk.Engine;

/// <summary>Looks for frames in a tagged message.</summary>
internal static class FrameMatcher
{
    private static readonly List<ConceptHit> Nothing = [];

    /// <summary>The first place where a frame holds, as the hits that make it; null where it holds nowhere.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="message">The message.</param>
    public static List<ConceptHit>? Match(Frame frame, TaggedMessage message)
    {
        if (!IsWithinReach(frame, message)) return null;
        var first = frame.Parts[0];
        foreach (var concept in first.Left)
        {
            // What a window holds besides the first part does not depend on the anchor, so each window is looked at once.
            (int First, int Last) known = (-1, -1);
            List<ConceptHit>? others = null;
            foreach (ref readonly var anchor in message.Of(concept))
            {
                if ((anchor.Negated && !first.LeftNegated) || message.IsCalmAt(anchor)) continue;
                var window = message.Window(frame.Scope, anchor);
                if (window != known)
                {
                    known = window;
                    others = IsBlocked(frame, message, window) ? null : Others(frame, message, window);
                }

                if (others is null || !IsMet(first, message, anchor, window, out var right)) continue;
                return right is { } pair ? [anchor, pair, .. others] : [anchor, .. others];
            }
        }

        return null;
    }

    /// <summary>Whether every part of a frame occurs somewhere in a message and nothing in it silences the frame: it holds, or nearly.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="message">The message.</param>
    public static bool IsWithinReach(Frame frame, TaggedMessage message)
    {
        foreach (var part in frame.Parts)
        {
            if (!message.HasAny(part.Left) || (part.Right.Length > 0 && !message.HasAny(part.Right))) return false;
        }

        return !message.HasAny(frame.MessageBlockers);
    }

    private static bool IsBlocked(Frame frame, TaggedMessage message, (int First, int Last) window)
    {
        foreach (var blocker in frame.Blockers)
        {
            if (message.HasIn(blocker, window)) return true;
        }

        return false;
    }

    private static List<ConceptHit>? Others(Frame frame, TaggedMessage message, (int First, int Last) window)
    {
        // Most windows lack a part, so nothing is kept before the first one is met.
        if (frame.Parts.Length == 1) return Nothing;
        List<ConceptHit>? hits = null;
        for (var i = 1; i < frame.Parts.Length; i++)
        {
            if (!AddFirstMet(frame.Parts[i], message, window, ref hits)) return null;
        }

        return hits;
    }

    private static bool AddFirstMet(Need need, TaggedMessage message, (int First, int Last) window, ref List<ConceptHit>? hits)
    {
        foreach (var concept in need.Left)
        {
            foreach (ref readonly var left in message.Within(concept, window))
            {
                if ((left.Negated && !need.LeftNegated) || left.Last > window.Last || !IsMet(need, message, left, window, out var right)) continue;
                hits ??= new List<ConceptHit>(4);
                hits.Add(left);
                if (right is { } pair) hits.Add(pair);
                return true;
            }
        }

        return false;
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
        foreach (var concept in need.Right)
        {
            foreach (ref readonly var hit in message.Within(concept, near))
            {
                if ((hit.Negated && !need.RightNegated) || hit.Last > near.Item2) continue;
                if (hit.First <= left.Last && left.First <= hit.Last) continue;
                var gap = hit.First > left.Last ? hit.First - left.Last - 1 : left.First - hit.Last - 1;
                if (gap > need.Distance) continue;
                right = hit;
                return true;
            }
        }

        return false;
    }
}
