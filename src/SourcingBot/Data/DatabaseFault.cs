namespace SourcingBot.Data;

/// <summary>What a fault of the database means to the work that met it.</summary>
public enum DatabaseFault
{
    /// <summary>The database cannot do it now, or the fault is none of a database's: a lost connection, a full disk, a missing table.</summary>
    Other,

    /// <summary>A unique index refused the row: another worker or host was first.</summary>
    Duplicate,

    /// <summary>Another transaction holds what is needed, or came between: the same work can succeed later.</summary>
    Busy,

    /// <summary>A row holds what its table does not take; the other rows of the transaction are sound.</summary>
    BadRow,
}
