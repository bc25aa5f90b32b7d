namespace SourcingBot.Quotes;

/// <summary>What a token is.</summary>
internal enum QuoteTokenKind : byte
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>A number, separators and all, in digits or in words, multiplied out.</summary>
    Number,

    /// <summary>One Chinese character.</summary>
    Ideograph,

    /// <summary>Anything else that shows.</summary>
    Mark,

    /// <summary>The end of a cell of a table: a tab.</summary>
    CellEnd,

    /// <summary>The end of a line.</summary>
    LineEnd,
}

/// <summary>What a token was found to be a part of, so that no other reader takes it.</summary>
internal enum TokenUse : byte
{
    /// <summary>Nothing yet.</summary>
    Free,

    /// <summary>An order number.</summary>
    OrderNumber,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A percentage.</summary>
    Percent,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A number of days or weeks.</summary>
    Time,

    /// <summary>A place.</summary>
    Place,
}

/// <summary>A piece of a message for the readers of facts.</summary>
internal struct QuoteToken
{
    /// <summary>The lists that the word, or a phrase that begins with it, stands in.</summary>
    public WordClass Classes;

    /// <summary>The word in the vocabulary, or null.</summary>
    public KnownWord? Known;

    /// <summary>The longest known phrase that begins here, or null.</summary>
    public KnownWord? Phrase;

    /// <summary>The number, or 0.</summary>
    public decimal Value;

    /// <summary>Its first folded character.</summary>
    public int Start;

    /// <summary>How many folded characters.</summary>
    public int Length;

    /// <summary>The number of its clause, counted through the text.</summary>
    public int Clause;

    /// <summary>The lists of the longest phrase that begins here.</summary>
    public readonly WordClass PhraseClasses => Phrase is null ? WordClass.None : Phrase.Classes;

    /// <summary>How many tokens the longest phrase has.</summary>
    public byte PhraseLength;

    /// <summary>What it is.</summary>
    public QuoteTokenKind Kind;

    /// <summary>What it was found to be a part of.</summary>
    public TokenUse Use;

    /// <summary>Whether nothing stands between it and the token before.</summary>
    public bool Glued;

    /// <summary>Whether it is a number that is written in words.</summary>
    public bool Spelled;
}
