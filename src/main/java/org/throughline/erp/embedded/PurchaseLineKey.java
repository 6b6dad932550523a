package org.throughline.erp.embedded;

import static org.throughline.shared.ErrorCode.INVALID_CURSOR;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.throughline.database.KeysetCursor;
import org.throughline.history.PurchaseLine;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;

/** Where a purchase stands in a list that gives the latest order first. */
record PurchaseLineKey(LocalDate date, String order, int line) {

    static final Comparator<PurchaseLine> LATEST_FIRST = Comparator.comparing(PurchaseLine::date)
            .thenComparing(line -> line.order().value())
            .thenComparing(PurchaseLine::number)
            .reversed();

    static PurchaseLineKey of(PurchaseLine line) {
        return new PurchaseLineKey(line.date(), line.order().value(), line.number());
    }

    /** @return null on the first page */
    static PurchaseLineKey before(PageRequest page, String query) {
        return KeysetCursor.decode(page, query, 3).map(PurchaseLineKey::of).orElse(null);
    }

    String cursor(String query) {
        return KeysetCursor.encode(query, List.of(date.toString(), order, Integer.toString(line)));
    }

    private static PurchaseLineKey of(List<String> key) {
        return new PurchaseLineKey(DocumentKey.day(key.get(0)), key.get(1), number(key.get(2)));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException forged) {
            throw new ServiceFault(INVALID_CURSOR.at("paging.cursor"), forged);
        }
    }
}
