using SourcingBot.Risk;
using SourcingBot.Risk.Categories;

namespace SourcingBot.Suppliers.Memory;

/// <summary>Takes out of a report what a team does not want to hear of for a supplier. Pure.</summary>
internal static class SupplierMutes
{
    /// <summary>The report without what is muted.</summary>
    /// <param name="report">The report.</param>
    /// <param name="mutes">What is muted today.</param>
    /// <param name="used">Receives those that silenced something.</param>
    public static RiskReport Apply(RiskReport report, IReadOnlyCollection<SupplierMuteRow> mutes, List<SupplierMuteRow> used)
    {
        ArgumentNullException.ThrowIfNull(report);
        SupplierMuteRow? MuteOf(RiskFinding finding) => mutes.FirstOrDefault(m => m.Rule == finding.RuleId || m.Rule == finding.Category);
        used.AddRange(report.Findings.Select(MuteOf).OfType<SupplierMuteRow>().Distinct());
        if (used.Count == 0) return report;
        List<RiskFinding> left = [.. report.Findings.Where(f => MuteOf(f) is null)];
        var verdict = left.Count == 0 ? Verdict.None : report.Verdict == Verdict.High && left.Exists(f => RiskCategory.Of(f.Category).Stops) ? Verdict.High : Verdict.Caution;
        return report with { Verdict = verdict, Findings = left };
    }
}
