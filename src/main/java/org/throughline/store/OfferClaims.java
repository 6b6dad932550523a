package org.throughline.store;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.throughline.order.LinePrice;
import org.throughline.order.LinePromise;
import org.throughline.order.Offer;
import org.throughline.order.OfferTerms;
import org.throughline.order.OrderContent;
import org.throughline.order.OrderLine;
import org.throughline.order.RulesUsed;
import org.throughline.pricing.OrderAdjustment;
import org.throughline.shared.TaxSubtotal;
import org.throughline.stock.Origin;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a token says, in JSON: the registered claims of RFC 7519 and the offer. Decimals are strings. See docs/offers.md. */
record OfferClaims(
        @JsonProperty("iss") String issuer,
        @JsonProperty(DATASET) String dataset,
        @JsonProperty(REFERENCE) String reference,
        @JsonProperty("sub") String account,
        @JsonProperty("iat") long issuedAt,
        @JsonProperty("exp") long expiresAt,
        String currency,
        boolean pricesIncludeTax,
        String outcome,
        List<Line> lines,
        List<Adjustment> adjustments,
        List<Tax> taxes,
        Totals totals,
        Rules rules) {

    static final String REFERENCE = "jti";
    static final String DATASET = "dataset";

    private static final String ISSUER = "urn:throughline:order:v1";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .withConfigOverride(
                    BigDecimal.class,
                    decimals -> decimals.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    record Line(
            int number,
            String item,
            BigDecimal quantity,
            String unit,
            BigDecimal unitPrice,
            String priceUnit,
            BigDecimal priceBaseQuantity,
            BigDecimal allowance,
            String freeGoodsPromotion,
            BigDecimal net,
            String taxCategory,
            BigDecimal taxRatePercent,
            List<Part> schedule) {}

    record Part(LocalDate on, BigDecimal quantity, String warehouse, Origin origin) {}

    /** A discount or charge on the whole. */
    record Adjustment(
            String kind, String id, BigDecimal amount, boolean charge, String taxCategory, BigDecimal taxRatePercent) {}

    record Tax(String category, BigDecimal ratePercent, BigDecimal taxable, BigDecimal tax) {}

    record Totals(BigDecimal allowances, BigDecimal charges, BigDecimal net, BigDecimal tax, BigDecimal gross) {}

    record Rules(LocalDate priceDate, String digest, List<String> prices, List<String> taxes) {}

    /** As JSON. */
    static String of(Offer offer) {
        return MAPPER.writeValueAsString(claims(offer));
    }

    private static OfferClaims claims(Offer offer) {
        OrderContent content = offer.content();
        return new OfferClaims(
                ISSUER,
                offer.id().dataset(),
                offer.id().value(),
                offer.account().value(),
                offer.createdAt().getEpochSecond(),
                offer.validUntil().getEpochSecond(),
                content.currency().getCurrencyCode(),
                content.pricesIncludeTax(),
                offer.terms().draft().isHeld() ? "HELD" : "CONFIRMED",
                lines(offer.terms()),
                content.adjustments().stream().map(OfferClaims::adjustment).toList(),
                content.taxes().stream().map(OfferClaims::tax).toList(),
                new Totals(
                        content.totals().allowances(),
                        content.totals().charges(),
                        content.totals().net(),
                        content.totals().tax(),
                        content.totals().gross()),
                rules(RulesUsed.of(offer.terms().priced())));
    }

    private static List<Line> lines(OfferTerms terms) {
        List<OrderLine> lines = terms.draft().content().lines();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> line(lines.get(i), terms.promises().get(i)))
                .toList();
    }

    private static Line line(OrderLine line, LinePromise promise) {
        LinePrice price = line.price();
        return new Line(
                line.number(),
                line.item().value(),
                plain(line.quantity().value()),
                line.quantity().unit(),
                plain(price.unitPrice()),
                price.unit(),
                plain(price.baseQuantity()),
                price.allowance().signum() == 0 ? null : price.allowance(),
                price.freeBy(),
                price.net(),
                price.taxCategory().name(),
                plain(price.taxRatePercent()),
                promise.schedule().stream()
                        .map(part -> new Part(
                                part.on(),
                                plain(part.quantity()),
                                part.warehouse().orElse(null),
                                part.origin()))
                        .toList());
    }

    /** Without zeros at the end; amounts keep the decimals of their currency. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Adjustment adjustment(OrderAdjustment each) {
        return new Adjustment(
                each.kind().name(),
                each.id(),
                each.amount(),
                each.isCharge(),
                each.taxCategory().name(),
                plain(each.taxRatePercent()));
    }

    private static Tax tax(TaxSubtotal tax) {
        return new Tax(tax.category().name(), plain(tax.ratePercent()), tax.taxable(), tax.tax());
    }

    private static Rules rules(RulesUsed used) {
        return new Rules(used.priceDate(), used.digest(), used.prices(), used.taxes());
    }
}
