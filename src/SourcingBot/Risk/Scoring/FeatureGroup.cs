namespace SourcingBot.Risk.Scoring;

/// <summary>Kinds of features. Each kind is brought to the same length by itself, so that many word pairs do not drown the few concepts.</summary>
internal enum FeatureGroup
{
    /// <summary>Words as written, folded.</summary>
    Words,

    /// <summary>Beginnings of words.</summary>
    Stems,

    /// <summary>Letter sequences inside words, for misspelt and unseen ones.</summary>
    Letters,

    /// <summary>Chinese characters, their pairs and triples.</summary>
    Characters,

    /// <summary>Two words that follow each other in a clause.</summary>
    WordPairs,

    /// <summary>Concepts with their polarity.</summary>
    Concepts,

    /// <summary>Broad fields of meaning.</summary>
    Topics,

    /// <summary>Two concepts in one clause.</summary>
    ConceptPairs,

    /// <summary>Frames that hold, or nearly, and the rules that fired.</summary>
    Frames,

    /// <summary>Who speaks, how long, what facts there are.</summary>
    Form,
}
