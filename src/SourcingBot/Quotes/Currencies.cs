using System.Collections.Frozen;
using SourcingBot.Text;

namespace SourcingBot.Quotes;

/// <summary>Knows the marks, codes and names of currencies.</summary>
internal static class Currencies
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["usd"] = "USD",
        ["us"] = "USD",
        ["$"] = "USD",
        ["dollar"] = "USD",
        ["dollars"] = "USD",
        ["bucks"] = "USD",
        ["dolares"] = "USD",
        ["dolar"] = "USD",
        ["eur"] = "EUR",
        ["€"] = "EUR",
        ["euro"] = "EUR",
        ["euros"] = "EUR",
        ["gbp"] = "GBP",
        ["£"] = "GBP",
        ["pounds"] = "GBP",
        ["pound"] = "GBP",
        ["quid"] = "GBP",
        ["cny"] = "CNY",
        ["rmb"] = "CNY",
        ["yuan"] = "CNY",
        ["¥"] = "CNY",
        ["元"] = "CNY",
        ["块"] = "CNY",
        ["jpy"] = "JPY",
        ["yen"] = "JPY",
        ["hkd"] = "HKD",
        ["aud"] = "AUD",
        ["cad"] = "CAD",
        ["nzd"] = "NZD",
        ["sgd"] = "SGD",
        ["chf"] = "CHF",
        ["inr"] = "INR",
        ["rs"] = "INR",
        ["rupees"] = "INR",
        ["₹"] = "INR",
        ["try"] = "TRY",
        ["₺"] = "TRY",
        ["lira"] = "TRY",
        ["mxn"] = "MXN",
        ["pesos"] = "MXN",
        ["brl"] = "BRL",
        ["reais"] = "BRL",
        ["pln"] = "PLN",
        ["sek"] = "SEK",
        ["dkk"] = "DKK",
        ["nok"] = "NOK",
        ["aed"] = "AED",
        ["sar"] = "SAR",
        ["zar"] = "ZAR",
        ["ngn"] = "NGN",
        ["₦"] = "NGN",
        ["krw"] = "KRW",
        ["thb"] = "THB",
        ["vnd"] = "VND",
        ["usdt"] = "USDT",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly (string Text, string Code)[] Chinese =
        [("美元", "USD"), ("美金", "USD"), ("美刀", "USD"), ("刀", "USD"), ("欧元", "EUR"), ("欧", "EUR"), ("英镑", "GBP"), ("人民币", "CNY"), ("港币", "HKD"), ("港元", "HKD"), ("日元", "JPY")];

    /// <summary>The currency that begins at a token, and how many tokens it takes; null where none does.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="i">The place.</param>
    public static (string Code, int Length)? At(QuoteTokens tokens, int i)
    {
        var word = tokens.Text(i);
        if (word.IsEmpty) return null;
        if (CharFolding.IsIdeograph(word[0]))
        {
            foreach (var (text, code) in Chinese)
            {
                if (tokens.StartsAt(i, text)) return (code, text.Length);
            }
        }

        if (tokens.Is(i, "us") || tokens.Is(i, "hk") || tokens.Is(i, "a") || tokens.Is(i, "c") || tokens.Is(i, "au"))
        {
            if (!tokens.Is(i + 1, "$") || !tokens[i + 1].Glued) return null;
            var code = tokens.Is(i, "us") ? "USD" : tokens.Is(i, "hk") ? "HKD" : tokens.Is(i, "c") ? "CAD" : "AUD";
            return (code, 2);
        }

        return Names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(tokens.Text(i), out var name) ? (name, 1) : null;
    }
}
