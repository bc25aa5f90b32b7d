using SourcingBot.Risk.Engine;
using SourcingBot.Text;

namespace SourcingBot.Risk.Rules;

/// <summary>New person or new address.</summary>
internal sealed class ContactIdentityChange : RiskRule
{
    /// <inheritdoc/>
    public override string Id => "contact-identity-change";

    /// <inheritdoc/>
    public override string Category => "impersonation";

    /// <inheritdoc/>
    public override string Title => "New person or new address";

    /// <inheritdoc/>
    public override string Why => "A new contact, mail address or number that only introduces itself may be a hacked mailbox, a former employee or a stranger.";

    /// <inheritdoc/>
    public override string Do => "Do not send files, orders or money to the new address yet. Call the company on a number that you had before and ask for the person you know.";

    /// <inheritdoc/>
    public override string Reply => "Please have your manager confirm this change from the address we already know, or call us from the company's registered number.";

    /// <inheritdoc/>
    public override string Source => "ChinaImportal, reader case of a renamed sales contact (2018 to 2021); chinawhy.net (n.d.); scy-fan.net (n.d.)";

    /// <inheritdoc/>
    public override Severity Severity => Severity.High;

    /// <inheritdoc/>
    public override IReadOnlyList<Frame> Frames { get; } =
    [
        new(Scope.TwoSentences, "REPGONE|REPNEW|LINELOST|MAILFREE|BOSSPOSE ACCTPLACE~6~SWAPWORD", Unless: "NEVER SAFEACCT", UnlessAnywhere: "INCOPY NOTCHANGED", Stops: true),
        new(Scope.TwoSentences, "REPGONE REPNEW", Unless: "NEVER", UnlessAnywhere: "INCOPY"),
        new(Scope.TwoSentences, "REPGONE NEWLINE|MAILFREE|MAILADDRESS", Unless: "NEVER", UnlessAnywhere: "INCOPY"),
        new(Scope.TwoSentences, "LINELOST NEWLINE|MAILFREE|MAILADDRESS", Unless: "NEVER", UnlessAnywhere: "INCOPY"),
        new(Scope.TwoSentences, "REPNEW NEWLINE|MAILFREE|MAILADDRESS|SENDAGAIN", Unless: "NEVER", UnlessAnywhere: "INCOPY"),
        new(Scope.TwoSentences, "NEWLINE SENDAGAIN|STYLEODD|NOCALLS|BETWEENUS|BOSSPOSE", Unless: "NEVER", UnlessAnywhere: "INCOPY"),
        new(Scope.TwoSentences, "SELFNAME REPGONE|LINELOST|OWNFIRM", Unless: "NEVER", UnlessAnywhere: "INCOPY"),
        new(Scope.TwoSentences, "OWNFIRM SELFNAME|SENDAGAIN|REQ", Unless: "NEVER", UnlessAnywhere: "INCOPY"),
        new(Scope.TwoSentences, "MAILFREE NEWLINE|REPNEW|SELFNAME|REQ", Unless: "NEVER", UnlessAnywhere: "INCOPY"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Fires { get; } =
    [
        new("Good day, Grace has left the company, so I take over her clients. Kindly use my new mail for all orders."),
        new("My old phone is stolen, please save this new number and write only here from now."),
        new("This is Osman, new export manager, please send me again the PO and drawings to osman.export@gmail.com."),
        new("I opened my own workshop with same workers, you can order from me and not from the old factory."),
        new("Our contact's mails come from a Hotmail address since Monday and she asks for all files once more. Should we send?"),
        new("Hello, I'm replacing Chidi who resigned. Please remit the balance to the new account which I send from this mail."),
        new("您好,之前的小陈离职了,现在由我负责您的单子,图纸麻烦重发到这个邮箱。", "zh"),
        new("我手机丢了,原来那个号别用了,以后找这个号。", "zh"),
        new("Le habla Marisol, Carlos ya no trabaja aquí y yo quedo a cargo; escríbame a mi nuevo correo.", "es"),
        new("Me robaron el celular, guarde este número nuevo y mándeme otra vez los planos.", "es"),
        new("Bonjour, je remplace Julie qui a quitté la société, merci d'écrire à ma nouvelle adresse.", "fr"),
        new("Ma boîte a été piratée, utilisez désormais cette adresse et renvoyez tous les fichiers.", "fr"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RuleExample> Silent { get; } =
    [
        new("I introduce Wendy, who looks after your orders while I am on leave; both of us are in copy and nothing changes."),
        new("We moved to a new hall last month, phone and mail stay the same."),
        new("New colours are in the catalogue, tell me which ones you like."),
        new("The sample was replaced free of charge, it left by courier today."),
        new("Policy: whenever a supplier names a new contact, call the main line first."),
        new("我们换了新包装,其他都和上次一样。", "zh"),
        new("El nuevo catálogo ya está listo, se lo envío el lunes.", "es"),
        new("Le nouveau moule est prêt, les premiers échantillons partent lundi.", "fr"),
    ];

    /// <summary>Two domains that differ by no more than so many letters are taken for one that poses as the other.</summary>
    private const int FewLetters = 2;

    /// <inheritdoc/>
    internal override RuleMatch? Match(TaggedMessage message)
    {
        var found = base.Match(message);
        if (LookAlike(message) is not { } pair || message.Has("INCOPY")) return found;
        var stops = message.Has("ACCTSTRICT") || message.Has("PAY");
        return new RuleMatch([.. found?.Evidence ?? [], pair.First, pair.Second], stops || (found?.Stops ?? false), []);
    }

    /// <summary>Two names of hosts that are nearly the same, where a reader would take them for one.</summary>
    private static (TextSpan First, TextSpan Second)? LookAlike(TaggedMessage message)
    {
        var hosts = message.Facts.Emails.Select(e => (Host: e.Value[(e.Value.IndexOf('@', StringComparison.Ordinal) + 1)..].ToLowerInvariant(), e.Span))
            .Concat(message.Facts.Links.Select(l => (l.Value.Host, l.Span))).Take(8).ToList();
        for (var i = 1; i < hosts.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (message.IsCalm(hosts[i].Span) || !WebPlaces.IsLookAlike(hosts[i].Host, hosts[j].Host, FewLetters)) continue;
                return (hosts[j].Span, hosts[i].Span);
            }
        }

        return null;
    }
}
