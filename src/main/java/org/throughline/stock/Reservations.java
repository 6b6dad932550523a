package org.throughline.stock;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.throughline.shared.Unhurried;

/**
 * Goods that an ERP keeps for a while without an order. A reservation counts as claimed in {@link StockLevels} until it
 * ends, is released or an order takes it over; it ends by itself, whether or not anybody is running. An ERP that cannot
 * reserve does not support CREATE_OFFER.
 */
@Unhurried
public interface Reservations {

    /**
     * Reserves, or does nothing. What was reserved under the reference before is given back first.
     *
     * @param reference of whom the goods are kept for; unique in the ERP
     * @param until from this moment on nothing is reserved any more
     * @param wanted items and warehouses that may be reserved of, with the most that is wanted
     * @param decision says how much to reserve, of places among those wanted. It is asked while the stock of all of them is
     *     locked, and reads the stock as it will stay until the reservation is made; what it throws is thrown on, with
     *     nothing reserved. It may be asked more than once; the last answer counts.
     * @throws org.throughline.shared.ServiceFault SERVICE_BUSY when others are in the way again and again
     */
    void reserve(String reference, Instant until, List<Reserved> wanted, Supplier<List<Reserved>> decision);

    /** Gives back what is reserved under the reference; nothing happens when there is nothing. */
    void release(String reference);
}
