namespace SourcingBot.Text;

/// <summary>That a data file of policies, holidays or sampling plans cannot be used; the message names the file, the place and what is expected there.</summary>
public sealed class DataFileException : Exception
{
    /// <summary>An exception without a message.</summary>
    public DataFileException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">The file, the place and what is expected.</param>
    public DataFileException(string message) : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">The file, the place and what is expected.</param>
    /// <param name="innerException">The cause.</param>
    public DataFileException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
