using System.Data.Common;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using SourcingBot.Settings;

namespace SourcingBot.Host.Commands;

/// <summary>Says in plain words why the program could not start, for faults that a person can mend.</summary>
internal static class StartFaults
{
    /// <summary>The words, without a secret; null for a fault that is a defect.</summary>
    /// <param name="fault">What was thrown.</param>
    public static string? Explain(Exception fault) => fault switch
    {
        InvalidSettingsException => fault.Message,
        IOException { InnerException: AddressInUseException } =>
            "SourcingBot did not start: another program listens on that address, perhaps SourcingBot itself. Stop it, or choose another with --urls http://127.0.0.1:PORT",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            "SourcingBot did not start: the system does not let it listen on that port. Choose one above 1023 with --urls http://127.0.0.1:PORT",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
            "SourcingBot did not start: that address is not one of this machine's. Choose another with --urls http://127.0.0.1:PORT",
        DbException or { InnerException: DbException } =>
            $"SourcingBot did not start: the database cannot be used ({Reason(fault)}). See ConnectionStrings:SourcingBot and Storage:Provider.",
        UnauthorizedAccessException or IOException =>
            $"SourcingBot did not start: the folder of the database cannot be used ({fault.Message.TrimEnd('.')}). Choose another with ConnectionStrings:SourcingBot.",
        InvalidDataException => $"SourcingBot did not start: a settings file is not valid JSON ({Reason(fault)}).",
        _ => null,
    };

    /// <summary>The first line of the innermost message: database drivers put no password there.</summary>
    private static string Reason(Exception fault) => fault.GetBaseException().Message.Split('\n')[0].Trim().TrimEnd('.');
}
