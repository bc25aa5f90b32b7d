using SourcingBot.Cases;
using SourcingBot.Evidence;
using SourcingBot.Orders;

namespace SourcingBot.Packs;

/// <summary>What is kept of a case and belongs into its pack.</summary>
/// <param name="Case">The case.</param>
/// <param name="Order">Its order, or null where none is followed.</param>
/// <param name="History">What happened to the case, in order.</param>
/// <param name="Files">The files that were handed in.</param>
internal sealed record CaseMaterial(StoredCase Case, OrderState? Order, IReadOnlyList<CaseEntryRow> History, IReadOnlyList<StoredFileRow> Files);
