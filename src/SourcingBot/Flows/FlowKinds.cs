namespace SourcingBot.Flows;

/// <summary>What a guided conversation is for.</summary>
public enum FlowKind
{
    /// <summary>A dispute with a supplier over an order.</summary>
    Dispute,

    /// <summary>A report that listings violate the team's rights.</summary>
    IpReport,

    /// <summary>The vetting of a supplier.</summary>
    Vetting,

    /// <summary>Whether an order could be claimed on, before it is paid.</summary>
    Ready,

    /// <summary>What a delivered-duty-paid offer leaves open.</summary>
    Ddp,

    /// <summary>What to do in the first days after money went to the wrong place.</summary>
    Paid,
}

/// <summary>What a question is answered with.</summary>
public enum AnswerKind
{
    /// <summary>Yes, no, or not sure.</summary>
    YesNo,

    /// <summary>One of a few.</summary>
    Choice,

    /// <summary>A day.</summary>
    Date,

    /// <summary>An amount with its currency.</summary>
    Money,

    /// <summary>A number of goods.</summary>
    Quantity,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Words.</summary>
    Text,

    /// <summary>Addresses of listings, one or many.</summary>
    Links,

    /// <summary>Proof: files, links, words, or that it is at hand.</summary>
    Evidence,

    /// <summary>A Chinese company's unified social credit code, 18 characters (GB 32100-2015).</summary>
    CreditCode,
}

/// <summary>How much an answered question adds to how ready a case is.</summary>
public enum Weight
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Good to have: one point.</summary>
    Good,

    /// <summary>A case hardly stands without it: three points.</summary>
    Must,
}

/// <summary>The kinds by which exhibits are grouped.</summary>
public enum ExhibitKind
{
    /// <summary>Pictures.</summary>
    Photos,

    /// <summary>Films.</summary>
    Videos,

    /// <summary>Orders, contracts, drawings, lists.</summary>
    Documents,

    /// <summary>What was written between the sides.</summary>
    Messages,

    /// <summary>Proof of payment.</summary>
    Payments,

    /// <summary>Reports of inspectors and laboratories.</summary>
    Reports,

    /// <summary>What carriers say.</summary>
    Tracking,
}
