namespace SourcingBot.Text;

/// <summary>What a folded character is, for whoever cuts a text.</summary>
internal enum CharKind : byte
{
    /// <summary>Anything that is nothing of the following, line ends too.</summary>
    Mark,

    /// <summary>A space.</summary>
    Space,

    /// <summary>0 to 9.</summary>
    Digit,

    /// <summary>A character that is a word or a part of one by itself.</summary>
    Ideograph,

    /// <summary>A letter from a to z.</summary>
    Latin,

    /// <summary>A letter of another alphabet that looks like a Latin one.</summary>
    LatinLookAlike,

    /// <summary>Any other letter.</summary>
    OtherLetter,
}
