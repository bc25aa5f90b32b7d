namespace SourcingBot.Vetting;

/// <summary>What is wrong with a unified social credit code.</summary>
public enum CreditCodeFault
{
    /// <summary>Nothing: the check character is right.</summary>
    None,

    /// <summary>It does not have 18 characters.</summary>
    Length,

    /// <summary>A character that codes never have: I, O, S, V, Z, or no letter or digit of theirs at all.</summary>
    LetterNotUsed,

    /// <summary>Characters 3 to 8, the area, are digits alone, and one is not.</summary>
    AreaNotDigits,

    /// <summary>
    /// The check character is wrong, and the organisation code inside (characters 9 to 17) is right by itself: the slip is most likely in the first eight or the last.
    /// A few codes were issued so, most of those known in Fujian (codeshelper.com/article/12945, 2021): a reason to ask for the licence, not a proof of forgery.
    /// </summary>
    Check,

    /// <summary>The check character is wrong, and so is the one of the organisation code: the slip is in characters 9 to 17.</summary>
    OrganisationCheck,
}

/// <summary>Whom a code is given to, by its first two characters (GB 32100-2015, table 1).</summary>
public enum CreditCodeHolder
{
    /// <summary>An authority, association, foundation or anything else that is no business.</summary>
    NoBusiness,

    /// <summary>A company (91).</summary>
    Company,

    /// <summary>A sole trader (92): a person with a business, no company.</summary>
    SoleTrader,

    /// <summary>A farmers' cooperative (93).</summary>
    Cooperative,
}

/// <summary>A code as it was read.</summary>
/// <param name="Code">The code in capitals without spaces; what was found of it where it has not 18 characters, or nothing.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Position">Which character is wrong, 1 to 18, where that is known.</param>
/// <param name="Suggestion">The code that was probably meant: the same with O for 0 and the like put right, and a right check character.</param>
public sealed record CreditCodeReading(string Code, CreditCodeFault Fault, int? Position = null, string? Suggestion = null)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsRight => Fault == CreditCodeFault.None;

    /// <summary>Whether it has the form of a code, with a wrong check character at most: then it may be kept, with a warning.</summary>
    public bool IsComplete => Fault is CreditCodeFault.None or CreditCodeFault.Check or CreditCodeFault.OrganisationCheck;

    /// <summary>Whom it is given to; null where the code is not complete.</summary>
    public CreditCodeHolder? Holder => !IsComplete ? null : Code[..2] switch
    {
        "91" => CreditCodeHolder.Company,
        "92" => CreditCodeHolder.SoleTrader,
        "93" => CreditCodeHolder.Cooperative,
        _ => CreditCodeHolder.NoBusiness,
    };

    /// <summary>Where it was registered, as "Guangdong"; null where the code is not complete or there is no such area.</summary>
    public string? Region => IsComplete ? ChinaRegions.NameOf(Code[2..4]) : null;
}
