package org.throughline.erp.tryton;

import java.util.List;
import java.util.OptionalLong;
import org.throughline.shared.AccountId;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.OrderId;
import org.throughline.shared.ShipmentId;

/**
 * How Tryton's records are named in the contract. Accounts and items go by their codes. Orders, invoices and shipments go by
 * their ids in the database, which they have from the beginning, which never change and which no two of them share; a number
 * is given late, and Tryton does not mind when two bear the same.
 */
record TrytonIds(String dataset) {

    AccountId account(String code) {
        return new AccountId(dataset, code);
    }

    OrderId order(long sale) {
        return new OrderId(dataset, Long.toString(sale));
    }

    InvoiceId invoice(long invoice) {
        return new InvoiceId(dataset, Long.toString(invoice));
    }

    ShipmentId shipment(long shipment) {
        return new ShipmentId(dataset, Long.toString(shipment));
    }

    /** The id in Tryton that is meant by a text; empty when there cannot be one. */
    static OptionalLong parse(String value) {
        return value.matches("[1-9]\\d{0,8}") ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    /**
     * Number of an order's line: lines have no number in Tryton, but an order.
     *
     * @param lines ids of all lines of the order, as Tryton orders them
     */
    static int lineNumber(List<Long> lines, long line) {
        return lines.indexOf(line) + 1;
    }
}
