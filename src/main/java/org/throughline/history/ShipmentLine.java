package org.throughline.history;

import org.throughline.shared.ItemId;
import org.throughline.shared.Quantity;

/**
 * What a shipment delivers of an item.
 *
 * @param number of the line within the shipment
 * @param orderLine number of the order's line; null when it delivers none
 */
public record ShipmentLine(int number, Integer orderLine, ItemId item, String description, Quantity quantity) {}
