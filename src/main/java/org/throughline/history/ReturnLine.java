package org.throughline.history;

import org.throughline.shared.ItemId;
import org.throughline.shared.Quantity;

/**
 * What comes back, and why.
 *
 * @param number of the line within the return
 * @param orderLine number of the order's line; null when it is not known
 * @param reasonCode the ERP's code, such as DAMAGED
 * @param reason for people
 */
public record ReturnLine(
        int number,
        Integer orderLine,
        ItemId item,
        String description,
        Quantity quantity,
        String reasonCode,
        String reason) {}
