using SourcingBot.Chat;
using SourcingBot.Flows;
using SourcingBot.Orders;
using SourcingBot.Resources;
using SourcingBot.Text;

namespace SourcingBot.Cases;

/// <summary>The buttons under a summary: the next steps of a case, the most likely first. Pure.</summary>
internal static class CaseButtons
{
    private const int MostOpen = 3;

    /// <summary>The rows.</summary>
    /// <param name="stored">The case.</param>
    /// <param name="open">The questions that want an answer.</param>
    /// <param name="token">The card's token.</param>
    public static IEnumerable<IReadOnlyList<Button>> Of(StoredCase stored, IReadOnlyList<Question> open, string token)
    {
        Button Make(string label, string verb, bool main = false) => new(label, CardTokens.WithVerb(token, verb), main);
        var isDispute = stored.Row.Kind == FlowKind.Dispute;
        switch (stored.Row.Stage)
        {
            case CaseStage.Closed:
                yield return isDispute ? [Make(CaseWords.ButtonReopen, CaseVerbs.Reopen), Make(CaseWords.ButtonPack, CaseVerbs.Pack)] : [Make(CaseWords.ButtonReopen, CaseVerbs.Reopen)];
                yield break;
            case CaseStage.Filed when isDispute:
                yield return
                [
                    Make(CaseWords.ButtonOffer, CaseVerbs.Offer, true),
                    Make(CaseWords.ButtonAnswered, Happened(OrderEventKind.SupplierAnswered)),
                    Make(CaseWords.ButtonEscalated, Happened(OrderEventKind.Escalated)),
                    Make(CaseWords.ButtonSlot, Happened(OrderEventKind.EvidenceSlotOpened)),
                ];
                yield return [Make(CaseWords.ButtonPack, CaseVerbs.Pack), Make(CaseWords.ButtonClose, CaseVerbs.Close)];
                yield break;
            case CaseStage.Filed:
                yield return [Make(CaseWords.ButtonClose, CaseVerbs.Close)];
                yield break;
        }

        if (open.Count > 0)
            yield return [.. open.Take(MostOpen).Select((q, i) => Make(CaseText.Short(CaseText.LabelOf(q), 30), CaseVerbs.GoTo + q.Id, i == 0))];
        List<Button> end = [];
        if (isDispute)
        {
            end.Add(Make(CaseWords.ButtonPack, CaseVerbs.Pack, open.Count == 0));
            end.Add(Make(CaseWords.ButtonFiled, CaseVerbs.Filed));
        }
        else if (stored.Row.Kind == FlowKind.IpReport)
        {
            end.Add(Make(CaseWords.ButtonFiled, CaseVerbs.Filed, open.Count == 0));
        }

        end.Add(Make(CaseWords.ButtonClose, CaseVerbs.Close));
        yield return end;
    }

    private static string Happened(OrderEventKind kind) => CaseVerbs.Happened + KebabNames<OrderEventKind>.Of(kind);
}
