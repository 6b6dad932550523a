package org.throughline.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.throughline.pricing.Buyer;
import org.throughline.pricing.PriceLine;
import org.throughline.pricing.PriceRequest;
import org.throughline.pricing.PricedDocument;
import org.throughline.pricing.PricedLine;
import org.throughline.shared.AccountId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.MaxAge;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violations;

/**
 * Prices the lines of an order.
 *
 * @param date whose prices and tax rules count
 * @param currency null for the account's own
 * @param shipTo null for the account's delivery address
 */
record OrderPricing(OrderSources sources, AccountId account, LocalDate date, Currency currency, PostalAddress shipTo) {

    /** @return empty when there is no price; why stands in the violations, at the places that the lines have in the order */
    Optional<PricedDocument> price(List<WantedLine> lines, Violations violations) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    sources.pricing().calculate(request(lines), MaxAge.LIVE).value());
        } catch (ServiceFault noPrice) {
            List<Integer> indexes = lines.stream().map(WantedLine::index).toList();
            noPrice.violations().stream()
                    .map(violation -> Paths.inOrder(violation, indexes))
                    .filter(violation -> !violations.found().contains(violation))
                    .forEach(violations::add);
            return Optional.empty();
        }
    }

    private PriceRequest request(List<WantedLine> lines) {
        return new PriceRequest(
                new Buyer.Customer(new CustomerRef.ByAccount(account)),
                date,
                currency,
                shipTo,
                lines.stream().map(OrderPricing::line).toList());
    }

    private static PriceLine line(WantedLine line) {
        return new PriceLine(
                null, line.item(), line.quantity().value(), line.quantity().unit(), line.setPrice());
    }

    /** What promotions give stands after what was asked for. */
    static List<WantedLine> withGifts(List<WantedLine> lines, PricedDocument priced, String warehouse) {
        List<WantedLine> all = new ArrayList<>(lines);
        for (PricedLine line :
                priced.lines().subList(lines.size(), priced.lines().size())) {
            all.add(new WantedLine(all.size(), line.item(), line.quantity(), null, warehouse, null, true));
        }
        return all;
    }
}
