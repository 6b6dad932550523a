package org.throughline.erp.embedded;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.throughline.order.Approval;
import org.throughline.order.DeliveryPolicy;
import org.throughline.order.Order;
import org.throughline.order.OrderLine;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violations;
import org.throughline.stock.Item;

/** What can be shipped of an order: only what is allocated, in quantities that its units allow. */
final class ShipmentChecks {

    private final Order order;
    private final Map<ItemId, Item> items;
    private final Map<Integer, OrderLine> lines;
    private final Violations violations = new Violations();

    ShipmentChecks(Order order, Map<ItemId, Item> items) {
        this.order = order;
        this.items = items;
        this.lines = order.content().lines().stream().collect(toMap(OrderLine::number, Function.identity()));
    }

    /**
     * @return what is to be shipped of each line, by its number
     * @throws ServiceFault WRONG_STATE at order; INVALID_VALUE at lines[n].line and trackingUrl; INVALID_QUANTITY at
     *     lines[n].quantity, with what could be shipped
     */
    Map<Integer, BigDecimal> quantities(ShipmentWish wish) {
        requireApproved();
        trackingUrl(wish.trackingUrl());
        Map<Integer, BigDecimal> quantities = wish.parts().isEmpty() ? allocated() : parts(wish.parts());
        violations.throwIfAny();
        requireComplete(quantities);
        return quantities;
    }

    private void requireApproved() {
        if (order.status().approval() != Approval.APPROVED) {
            String state = order.isHeld() ? "The order is on hold." : "The order is rejected or cancelled.";
            throw new ServiceFault(ErrorCode.WRONG_STATE.at("order", state));
        }
    }

    private void trackingUrl(String address) {
        if (address != null && !isOfTheWeb(address)) {
            violations.add(ErrorCode.INVALID_VALUE.at("trackingUrl", "It is not an address of http or https."));
        }
    }

    private static boolean isOfTheWeb(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    private Map<Integer, BigDecimal> allocated() {
        Map<Integer, BigDecimal> all = new LinkedHashMap<>();
        order.content().lines().stream()
                .filter(line -> line.progress().allocated().signum() > 0)
                .forEach(line -> all.put(line.number(), line.progress().allocated()));
        if (all.isEmpty()) {
            violations.add(ErrorCode.WRONG_STATE.at("order", "Nothing is allocated to the order."));
        }
        return all;
    }

    private Map<Integer, BigDecimal> parts(List<ShipmentWish.Part> parts) {
        Map<Integer, BigDecimal> quantities = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            ShipmentWish.Part part = parts.get(i);
            OrderLine line = lines.get(part.line());
            if (line == null || quantities.containsKey(part.line())) {
                violations.add(ErrorCode.INVALID_VALUE
                        .at(
                                "lines[" + i + "].line",
                                line == null ? "The order has no such line." : "The line is named twice.")
                        .withRemedy(Remedy.oneOf("These are the lines of the order.", numbers())));
            } else {
                quantities.put(part.line(), quantity(part, line, "lines[" + i + "].quantity"));
            }
        }
        return quantities;
    }

    private List<String> numbers() {
        return lines.keySet().stream().sorted().map(String::valueOf).toList();
    }

    private BigDecimal quantity(ShipmentWish.Part part, OrderLine line, String path) {
        BigDecimal most = line.progress().allocated();
        BigDecimal quantity = part.quantity() == null ? most : part.quantity();
        if (quantity.signum() <= 0 || quantity.compareTo(most) > 0) {
            violations.add(ErrorCode.INVALID_QUANTITY
                    .at(path, "It must be above zero and no more than is allocated.")
                    .withRemedy(Remedy.atMost("Ship no more than is allocated.", most)));
        } else if (!isWhole(line, quantity)) {
            violations.add(ErrorCode.INVALID_QUANTITY.at(path, "It has more decimals than the unit allows."));
        }
        return quantity;
    }

    /** What is left of a line can always be shipped. */
    private boolean isWhole(OrderLine line, BigDecimal quantity) {
        boolean allowed = items.get(line.item())
                .unit(line.quantity().unit())
                .map(unit -> unit.allows(quantity))
                .orElse(true);
        return allowed
                || quantity.compareTo(
                                line.quantity().value().subtract(line.progress().shipped()))
                        == 0;
    }

    private void requireComplete(Map<Integer, BigDecimal> quantities) {
        boolean complete = order.content().lines().stream()
                .allMatch(line -> quantities
                                .getOrDefault(line.number(), BigDecimal.ZERO)
                                .add(line.progress().shipped())
                                .compareTo(line.quantity().value())
                        >= 0);
        if (order.content().delivery() == DeliveryPolicy.COMPLETE && !complete) {
            throw new ServiceFault(ErrorCode.WRONG_STATE
                    .at("lines", "The order is delivered completely or not at all.")
                    .withRemedy(Remedy.of("Ship all lines in full, as soon as everything is allocated.")));
        }
    }
}
