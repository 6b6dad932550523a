package org.throughline.erp.embedded;

import java.util.Comparator;
import java.util.List;
import org.throughline.database.KeysetCursor;
import org.throughline.history.PurchaseLine;
import org.throughline.shared.PageRequest;

/** What is summed up in one entry of the list of purchased items, and where it stands there. */
record PurchasedItemKey(String item, String account, String currency) implements Comparable<PurchasedItemKey> {

    private static final Comparator<PurchasedItemKey> ORDER = Comparator.comparing(PurchasedItemKey::item)
            .thenComparing(PurchasedItemKey::account)
            .thenComparing(PurchasedItemKey::currency);

    static PurchasedItemKey of(PurchaseLine line) {
        return new PurchasedItemKey(
                line.item().value(), line.account().value(), line.currency().getCurrencyCode());
    }

    /** @return null on the first page */
    static PurchasedItemKey after(PageRequest page, String query) {
        return KeysetCursor.decode(page, query, 3)
                .map(key -> new PurchasedItemKey(key.get(0), key.get(1), key.get(2)))
                .orElse(null);
    }

    String cursor(String query) {
        return KeysetCursor.encode(query, List.of(item, account, currency));
    }

    @Override
    public int compareTo(PurchasedItemKey other) {
        return ORDER.compare(this, other);
    }
}
