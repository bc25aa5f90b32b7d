namespace SourcingBot.Suppliers.Memory;

/// <summary>What is remembered of a supplier.</summary>
public enum SupplierFactKind
{
    /// <summary>A bank account. Only what a person confirmed; kept as a hash with its last four characters.</summary>
    Account,

    /// <summary>The name on an account that a person confirmed.</summary>
    Payee,

    /// <summary>The country of an account that a person confirmed, ISO 3166 two letters.</summary>
    BankCountry,

    /// <summary>A domain of its mail or site.</summary>
    Domain,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A trade term that it offers, with its place.</summary>
    Term,
}
