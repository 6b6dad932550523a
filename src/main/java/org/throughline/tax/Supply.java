package org.throughline.tax;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * Who supplies whom, where and when: everything that a line's tax depends on, but the item.
 *
 * @param seller the branch that sells
 * @param shipTo where goods go
 * @param date of supply
 */
public record Supply(TaxParty seller, TaxParty buyer, TaxPlace shipTo, LocalDate date) {

    public Supply {
        requireNonNull(seller, "seller");
        requireNonNull(buyer, "buyer");
        requireNonNull(shipTo, "shipTo");
        requireNonNull(date, "date");
    }
}
