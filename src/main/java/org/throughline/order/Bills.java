package org.throughline.order;

import java.util.List;

/** The invoices of orders, in the order in which they come about in an ERP. */
public interface Bills {

    /** Where one begins who wants what comes from now on. */
    String now();

    /**
     * Orders that were invoiced after a position, each with all its invoices.
     *
     * @param max how many invoices to look at
     */
    Found after(String position, int max);

    /** @param position to go on from; as asked when nothing was found */
    record Found(List<BilledOrder> orders, String position) {

        public Found {
            orders = List.copyOf(orders);
        }
    }

    /** @param bills all invoices of the order, credit notes aside */
    record BilledOrder(Order order, List<Bill> bills) {

        public BilledOrder {
            bills = List.copyOf(bills);
        }
    }
}
