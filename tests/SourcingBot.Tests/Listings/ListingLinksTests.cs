using SourcingBot.Listings;

namespace SourcingBot.Tests.Listings;

public class ListingLinksTests
{
    [Theory]
    [InlineData("https://www.alibaba.com/product-detail/Steel-Bottle-500ml_1600123456789.html?spm=a2700.galleryofferlist.normal&s=p", "https://www.alibaba.com/product-detail/Steel-Bottle-500ml_1600123456789.html", "Alibaba.com")]
    [InlineData("https://brightbottle.en.alibaba.com/product/62012345678-801234567/Steel_bottle.html", "https://brightbottle.en.alibaba.com/product/62012345678-801234567/Steel_bottle.html", "Alibaba.com")]
    [InlineData("https://m.alibaba.com/product/1600123456789/Steel-Bottle.html?__detailProductImg=x", "https://m.alibaba.com/product/1600123456789/Steel-Bottle.html", "Alibaba.com")]
    [InlineData("https://es.aliexpress.com/item/1005001234567890.html?gatewayAdapt=glo2esp&utm_source=x#reviews", "https://es.aliexpress.com/item/1005001234567890.html", "AliExpress")]
    [InlineData("https://www.aliexpress.com/item/Nice-Bottle/32812345678.html", "https://www.aliexpress.com/item/Nice-Bottle/32812345678.html", "AliExpress")]
    [InlineData("https://detail.1688.com/offer/612345678901.html?spm=1", "https://detail.1688.com/offer/612345678901.html", "1688")]
    [InlineData("https://detail.m.1688.com/page/index.html?spm=2&offerId=612345678901&x=1", "https://detail.m.1688.com/page/index.html?offerId=612345678901", "1688")]
    [InlineData("https://item.taobao.com/item.htm?spm=a21&id=655443322110&ns=1", "https://item.taobao.com/item.htm?id=655443322110", "Taobao")]
    [InlineData("https://world.taobao.com/item/655443322110.htm", "https://world.taobao.com/item/655443322110.htm", "Taobao")]
    [InlineData("https://detail.tmall.com/item.htm?id=655443322110&skuId=4", "https://detail.tmall.com/item.htm?id=655443322110", "Tmall")]
    [InlineData("https://detail.tmall.hk/hk/item.htm?id=655443322110", "https://detail.tmall.hk/hk/item.htm?id=655443322110", "Tmall")]
    [InlineData("www.aliexpress.com/item/1005001234567890.html", "https://www.aliexpress.com/item/1005001234567890.html", "AliExpress")]
    [InlineData("HTTPS://WWW.ALIEXPRESS.COM/item/1005001234567890.html", "https://www.aliexpress.com/item/1005001234567890.html", "AliExpress")]
    public void Listings_are_kept_without_what_follows_the_reader_around(string given, string kept, string marketplace)
    {
        var link = Assert.Single(ListingLinks.Read(given).Accepted);

        Assert.Equal((kept, marketplace), (link.Url, link.Marketplace));
        Assert.Equal(link, Assert.Single(ListingLinks.Read(link.Url).Accepted));
    }

    [Theory]
    [InlineData("http://www.aliexpress.com/item/1005001234567890.html", LinkRefusal.NotHttps)]
    [InlineData("ftp://www.aliexpress.com/item/1005001234567890.html", LinkRefusal.NotHttps)]
    [InlineData("javascript://www.aliexpress.com/item/1005001234567890.html", LinkRefusal.NotHttps)]
    [InlineData("https://www.aliexpress.com@evil.example/item/1005001234567890.html", LinkRefusal.OddAddress)]
    [InlineData("https://user:pass@www.aliexpress.com/item/1005001234567890.html", LinkRefusal.OddAddress)]
    [InlineData("https://www.aliexpress.com:8443/item/1005001234567890.html", LinkRefusal.OddAddress)]
    [InlineData("https://47.246.1.1/item/1005001234567890.html", LinkRefusal.OddAddress)]
    [InlineData("https://www.aliexpress.com.evil.example/item/1005001234567890.html", LinkRefusal.OtherSite)]
    [InlineData("https://notaliexpress.com/item/1005001234567890.html", LinkRefusal.OtherSite)]
    [InlineData("https://www.аliexpress.com/item/1005001234567890.html", LinkRefusal.OtherSite)]
    [InlineData("https://www.amazon.com/dp/B012345678", LinkRefusal.OtherSite)]
    [InlineData("https://brightbottle.en.alibaba.com/company_profile.html", LinkRefusal.NoListing)]
    [InlineData("https://www.aliexpress.com/wholesale?SearchText=1005001234567890", LinkRefusal.NoListing)]
    [InlineData("https://a.aliexpress.com/_mKd12ab", LinkRefusal.NoListing)]
    [InlineData("https://login.taobao.com/member/login.jhtml?redirectURL=https%3A%2F%2Fitem.taobao.com%2Fitem.htm%3Fid%3D655443322110", LinkRefusal.NoListing)]
    [InlineData("https://", LinkRefusal.NotReadable)]
    public void Whatever_is_no_listing_is_refused_with_the_reason(string given, LinkRefusal reason)
    {
        var read = ListingLinks.Read(given);

        Assert.Empty(read.Accepted);
        Assert.Equal(reason, Assert.Single(read.Refused).Reason);
    }

    [Fact]
    public void The_same_listing_under_several_addresses_counts_once_and_what_was_given_before_too()
    {
        var first = ListingLinks.Read("https://www.aliexpress.com/item/1005001234567890.html");
        var read = ListingLinks.Read(
            """
            These three: https://es.aliexpress.com/item/1005001234567890.html?x=1, https://item.taobao.com/item.htm?id=655443322110
            and (https://detail.tmall.com/item.htm?id=655443322110).
            """, first.Accepted);

        Assert.Equal(["https://item.taobao.com/item.htm?id=655443322110"], read.Accepted.Select(a => a.Url));
        Assert.Equal(2, read.Repeated);
        Assert.Empty(read.Refused);
    }

    [Fact]
    public void One_request_takes_three_hundred_listings()
    {
        var read = ListingLinks.Read(string.Join('\n', Enumerable.Range(0, 310).Select(i => $"https://www.aliexpress.com/item/{1005001000000000 + i}.html")));

        Assert.Equal(300, read.Accepted.Count);
        Assert.Equal(10, read.Refused.Count(r => r.Reason == LinkRefusal.BeyondTheLimit));
        Assert.Contains("The form without an account takes about 10 links a notice. With an account one request takes up to 300.", ListingLinkText.Lines(read));
    }

    [Fact]
    public void What_became_of_the_links_is_said()
    {
        var read = ListingLinks.Read("https://www.aliexpress.com/item/1005001234567890.html https://www.aliexpress.com/item/1005001234567890.html?a=b https://www.amazon.com/dp/B012345678");

        Assert.Equal(
            [
                "1 listing noted.",
                "1 link leads to a listing that I have already.",
                "This is not on Alibaba.com, AliExpress, 1688, Taobao or Tmall, so it needs its own report there: https://www.amazon.com/dp/B012345678",
            ],
            ListingLinkText.Lines(read));
        Assert.StartsWith("I find no link", Assert.Single(ListingLinkText.Lines(ListingLinks.Read("I will send them tomorrow"))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_refused_is_shown_cut_and_without_characters_that_turn_the_writing_round()
    {
        var shown = ListingLinks.Read("https://evil.example/\u202e" + new string('x', 5000)).Refused[0].Written;

        Assert.DoesNotContain('\u202e', shown);
        Assert.True(shown.Length <= 81);
    }

    [Fact]
    public void Many_and_long_links_are_read_in_no_time()
    {
        var hostile = "https://www.alibaba.com/product-a/" + string.Concat(Enumerable.Repeat("_12345678", 200)) + "\n";
        var read = ListingLinks.Read(string.Concat(Enumerable.Repeat(hostile, 5_000)));

        Assert.Empty(read.Accepted);
        Assert.Equal(2_000, read.Refused.Count);
    }
}
