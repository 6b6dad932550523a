package org.throughline.erp.tryton;

import static org.throughline.history.ShipmentStatus.SHIPPED;

import java.time.LocalDate;
import org.throughline.history.HistoryWorld.Line;
import org.throughline.shared.AccountId;

/** What the cases of the contract test pack for Tryton are about, beside what the seed has: an account with a past. */
final class TrytonPackWorld {

    static final String ACCOUNT = "H00001";

    private TrytonPackWorld() {}

    /** An order of January that was shipped and invoiced, one of March that was not, a credit note and payments. */
    static void make(TrytonHistoryWorld world) {
        LocalDate january = LocalDate.of(2026, 1, 12);
        world.item("PIPE", "Copper pipe");
        world.item("VALVE", "Brass valve");
        AccountId account = world.account(ACCOUNT);
        Line[] first = {Line.of("PIPE", "10", "4.50"), Line.of("VALVE", "2", "12.25")};
        world.shipment("first", account, january, SHIPPED, first);
        world.invoiceFor("SO-of-first", "first", account, january.plusDays(1), first);
        world.payment("first", january.plusDays(20), "50.00");
        world.order("second", account, LocalDate.of(2026, 3, 2), Line.dozens("PIPE", "1", "52.00"));
        world.invoice("second", account, LocalDate.of(2026, 3, 3), "Ring back", Line.of("VALVE", "4", "11.80"));
        world.creditNote("credit", "second", LocalDate.of(2026, 3, 20), Line.of("VALVE", "1", "11.80"));
    }
}
