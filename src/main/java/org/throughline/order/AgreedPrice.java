package org.throughline.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.throughline.pricing.SetPrice;

/**
 * A price agreed with the customer that the ERP does not know. An order with such a price waits for approval by default.
 *
 * @param unitPrice for one of the line's unit, in the order's currency, with tax when the customer's prices include it; as
 *     the caller sent it, not yet checked
 * @param reason for people: who agreed on it and why
 */
public record AgreedPrice(BigDecimal unitPrice, String reason) {

    public AgreedPrice {
        requireNonNull(unitPrice, "unitPrice");
        requireNonNull(reason, "reason");
    }

    SetPrice asSetPrice() {
        return SetPrice.agreed(unitPrice, reason);
    }
}
