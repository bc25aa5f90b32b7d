using SourcingBot.Text;

namespace SourcingBot.Risk.Engine;

/// <summary>Says how near a frame came that does not hold. Only for explaining: judging asks <see cref="FrameMatcher"/>.</summary>
internal static class FrameNearness
{
    /// <summary>Of a concept that occurs more often only so many places are looked at, so that hostile text costs no more.</summary>
    private const int MostPlaces = 40;

    /// <summary>How near it came and the words of its parts; null where a part is missing.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="message">The message.</param>
    public static (Nearness Nearness, IReadOnlyList<TextSpan> Evidence)? Of(Frame frame, TaggedMessage message)
    {
        var apart = new List<ConceptHit>();
        foreach (var part in frame.Parts)
        {
            if (FirstOf(part.Left, message) is not { } left) return null;
            apart.Add(left);
            if (part.Right.Length == 0) continue;
            if (FirstOf(part.Right, message) is not { } right) return null;
            apart.Add(right);
        }

        foreach (var concept in frame.Parts[0].Left)
        {
            var anchors = message.Of(concept);
            for (var i = 0; i < anchors.Length && i < MostPlaces; i++)
            {
                var window = message.Window(frame.Scope, anchors[i]);
                if (Together(frame, message, anchors[i], window) is not { } hits) continue;
                return (ReasonOf(frame, message, anchors[i], window, hits), SpansOf(hits, message));
            }
        }

        return (Nearness.Apart, SpansOf(apart, message));
    }

    /// <summary>What kept words that stand together from counting.</summary>
    private static Nearness ReasonOf(Frame frame, TaggedMessage message, ConceptHit anchor, (int First, int Last) window, List<ConceptHit> hits)
    {
        if (message.IsCalmAt(anchor)) return Nearness.OnlyTold;
        if (hits.Exists(h => h.Negated) || message.HasAny(frame.MessageBlockers) || frame.Blockers.Any(b => message.HasIn(b, window))) return Nearness.Contradicted;
        return Nearness.Apart;
    }

    /// <summary>The parts in one window, refused or not; null where they do not stand together.</summary>
    private static List<ConceptHit>? Together(Frame frame, TaggedMessage message, ConceptHit anchor, (int First, int Last) window)
    {
        var hits = new List<ConceptHit>();
        for (var i = 0; i < frame.Parts.Length; i++)
        {
            if (!(i == 0 ? IsMet(frame.Parts[0], message, anchor, window, hits) : IsMet(frame.Parts[i], message, window, hits))) return null;
        }

        return hits;
    }

    private static bool IsMet(Need need, TaggedMessage message, (int First, int Last) window, List<ConceptHit> hits)
    {
        foreach (var concept in need.Left)
        {
            var lefts = message.Within(concept, window);
            for (var i = 0; i < lefts.Length && i < MostPlaces; i++)
            {
                if (IsMet(need, message, lefts[i], window, hits)) return true;
            }
        }

        return false;
    }

    private static bool IsMet(Need need, TaggedMessage message, ConceptHit left, (int First, int Last) window, List<ConceptHit> hits)
    {
        if (left.Last > window.Last) return false;
        if (need.Right.Length == 0)
        {
            hits.Add(left);
            return true;
        }

        foreach (var concept in need.Right)
        {
            var rights = message.Within(concept, (Math.Max(window.First, left.First - need.Distance - MostPlaces), Math.Min(window.Last, left.Last + need.Distance + 1)));
            foreach (ref readonly var right in rights)
            {
                var gap = right.First > left.Last ? right.First - left.Last - 1 : left.First - right.Last - 1;
                if (gap < 0 || gap > need.Distance || right.Last > window.Last || (need.Ordered && right.First <= left.Last)) continue;
                hits.Add(left);
                hits.Add(right);
                return true;
            }
        }

        return false;
    }

    private static ConceptHit? FirstOf(int[] concepts, TaggedMessage message)
    {
        foreach (var concept in concepts)
        {
            if (message.Of(concept) is [var first, ..]) return first;
        }

        return null;
    }

    private static IReadOnlyList<TextSpan> SpansOf(List<ConceptHit> hits, TaggedMessage message) =>
        new RuleMatch([.. hits.Select(message.SpanOf).Distinct()], false, []).Joined();
}
