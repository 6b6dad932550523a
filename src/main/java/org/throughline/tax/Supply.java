package org.throughline.tax;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * Who supplies whom, from where to where and when: everything that a line's tax depends on, but the item.
 *
 * @param seller the branch that sells
 * @param shipFrom where goods are dispatched
 * @param shipTo where goods go, or a service is done
 * @param date of supply
 */
public record Supply(TaxParty seller, TaxParty buyer, TaxPlace shipFrom, TaxPlace shipTo, LocalDate date) {

    public Supply {
        requireNonNull(seller, "seller");
        requireNonNull(buyer, "buyer");
        requireNonNull(shipFrom, "shipFrom");
        requireNonNull(shipTo, "shipTo");
        requireNonNull(date, "date");
    }

    /** Goods are dispatched where the seller is. */
    public Supply(TaxParty seller, TaxParty buyer, TaxPlace shipTo, LocalDate date) {
        this(seller, buyer, seller.place(), shipTo, date);
    }
}
