package org.throughline.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Money;
import org.throughline.shared.Remedy;
import org.throughline.shared.Violation;
import org.throughline.stock.Origin;
import org.throughline.stock.ScheduleLine;

/** Says, line by line, what was promised and what it would be now. */
final class OfferDifferences {

    private static final Remedy ACCEPT =
            Remedy.of("Show the new terms to the customer, then order with newTermsAccepted and a new request id.");

    private OfferDifferences() {}

    /** @param now terms for the same wishes */
    static List<Violation> ofPrices(OfferTerms promised, OfferTerms now) {
        return ofPrices(promised.draft().content(), now.draft().content());
    }

    /** @param now of the same wishes */
    static List<Violation> ofPrices(OrderContent promised, OrderContent now) {
        List<Violation> found = new ArrayList<>();
        List<OrderLine> before = promised.lines();
        List<OrderLine> after = now.lines();
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            unitPrice(promised, now, i, found);
            prices(before.get(i).price(), after.get(i).price(), i, found);
        }
        gifts(before, after, found);
        totals(promised.totals(), now.totals(), promised.currency().equals(now.currency()), found);
        return found;
    }

    /** Lines that promotions give stand at the end; there may be more or fewer of them now. */
    private static void gifts(List<OrderLine> before, List<OrderLine> after, List<Violation> found) {
        for (int i = Math.min(before.size(), after.size()); i < Math.max(before.size(), after.size()); i++) {
            number(ErrorCode.OFFER_PRICE_CHANGED, i, "quantity", quantity(before, i), quantity(after, i), found);
        }
    }

    private static BigDecimal quantity(List<OrderLine> lines, int index) {
        return index < lines.size() ? lines.get(index).quantity().value() : BigDecimal.ZERO;
    }

    private static void unitPrice(OrderContent before, OrderContent after, int line, List<Violation> found) {
        text(
                ErrorCode.OFFER_PRICE_CHANGED,
                OfferPaths.line(line, "unitPrice"),
                unitPrice(before, line),
                unitPrice(after, line),
                found);
    }

    private static String unitPrice(OrderContent content, int line) {
        return Money.unitPrice(content.lines().get(line).price().unitPrice(), content.currency())
                .toPlainString();
    }

    private static void prices(LinePrice before, LinePrice after, int line, List<Violation> found) {
        number(ErrorCode.OFFER_PRICE_CHANGED, line, "allowance", before.allowance(), after.allowance(), found);
        number(ErrorCode.OFFER_PRICE_CHANGED, line, "net", before.net(), after.net(), found);
        text(
                ErrorCode.OFFER_TAX_CHANGED,
                OfferPaths.line(line, "taxCategory"),
                before.taxCategory().name(),
                after.taxCategory().name(),
                found);
        number(
                ErrorCode.OFFER_TAX_CHANGED,
                line,
                "taxRatePercent",
                before.taxRatePercent(),
                after.taxRatePercent(),
                found);
    }

    private static void totals(
            DocumentTotals before, DocumentTotals after, boolean sameCurrency, List<Violation> found) {
        total("allowances", before.allowances(), after.allowances(), found);
        total("charges", before.charges(), after.charges(), found);
        total("net", before.net(), after.net(), found);
        total("tax", before.tax(), after.tax(), found);
        total("gross", before.gross(), after.gross(), found);
        if (!sameCurrency) {
            text(
                    ErrorCode.OFFER_TOTAL_CHANGED,
                    "offer.currency",
                    before.currency().getCurrencyCode(),
                    after.currency().getCurrencyCode(),
                    found);
        }
    }

    /**
     * Lines of which less can be delivered by a promised day than was promised. Days that have passed count as today, and
     * what was yet to be ordered in is counted from today. Lines that are not there any more are for {@link #ofPrices} to tell.
     */
    static List<Violation> ofPromises(OfferTerms promised, List<LinePromise> now, LocalDate today) {
        List<Violation> found = new ArrayList<>();
        for (int i = 0; i < Math.min(promised.promises().size(), now.size()); i++) {
            LinePromise before = promised.promises().get(i);
            if (!isKept(before, now.get(i), today)) {
                text(
                        ErrorCode.OFFER_STOCK_CHANGED,
                        OfferPaths.line(i, "schedule"),
                        describe(before),
                        describe(now.get(i)),
                        found);
            }
        }
        return found;
    }

    /** @param objections what is against the order now, when nothing was against it before */
    static List<Violation> ofCredit(List<Violation> objections, CreditPolicy policy) {
        String now = policy == CreditPolicy.HOLD ? "HELD" : "REFUSED";
        return objections.stream()
                .map(objection -> new Violation(
                                ErrorCode.OFFER_CREDIT_CHANGED,
                                OfferPaths.CUSTOMER,
                                objection.message(),
                                objection.remedy())
                        .withDifference("CONFIRMED", now))
                .toList();
    }

    private static boolean isKept(LinePromise before, LinePromise now, LocalDate today) {
        return before.schedule().stream()
                .filter(part -> part.origin() != Origin.LEAD_TIME)
                .map(part -> part.on().isBefore(today) ? today : part.on())
                .allMatch(day -> by(day, now, today).compareTo(by(day, before, today)) >= 0);
    }

    /** How much of what is in stock or expected is delivered by a day. */
    private static BigDecimal by(LocalDate day, LinePromise promise, LocalDate today) {
        return promise.schedule().stream()
                .filter(part -> part.origin() != Origin.LEAD_TIME)
                .filter(part -> !(part.on().isBefore(today) ? today : part.on()).isAfter(day))
                .map(ScheduleLine::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String describe(LinePromise promise) {
        return promise.schedule().isEmpty()
                ? "nothing"
                : promise.schedule().stream()
                        .map(part -> plain(part.quantity()) + " on " + part.on())
                        .collect(Collectors.joining(", "));
    }

    private static void number(
            ErrorCode code, int line, String element, BigDecimal before, BigDecimal after, List<Violation> found) {
        if (before.compareTo(after) != 0) {
            text(code, OfferPaths.line(line, element), before.toPlainString(), after.toPlainString(), found);
        }
    }

    private static void total(String element, BigDecimal before, BigDecimal after, List<Violation> found) {
        if (before.compareTo(after) != 0) {
            text(
                    ErrorCode.OFFER_TOTAL_CHANGED,
                    "offer.totals." + element,
                    before.toPlainString(),
                    after.toPlainString(),
                    found);
        }
    }

    private static void text(ErrorCode code, String path, String before, String after, List<Violation> found) {
        if (!Objects.equals(before, after)) {
            found.add(code.at(path).withRemedy(ACCEPT).withDifference(before, after));
        }
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }
}
