package org.throughline.erp.embedded;

import static org.throughline.shared.ErrorCode.INVALID_CURSOR;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.throughline.database.KeysetCursor;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;

/** Where a document stands in a list that gives the latest first. Ids are unique in a dataset, so keys are in the list. */
record DocumentKey(LocalDate date, String id) {

    static final Comparator<DocumentKey> LATEST_FIRST = Comparator.comparing(DocumentKey::date)
            .thenComparing(DocumentKey::id)
            .reversed();

    /** @return null on the first page */
    static DocumentKey before(PageRequest page, String query) {
        return KeysetCursor.decode(page, query, 2).map(DocumentKey::of).orElse(null);
    }

    String cursor(String query) {
        return KeysetCursor.encode(query, List.of(date.toString(), id));
    }

    /** The day in a cursor's key. */
    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException forged) {
            throw new ServiceFault(INVALID_CURSOR.at("paging.cursor"), forged);
        }
    }

    private static DocumentKey of(List<String> key) {
        return new DocumentKey(day(key.get(0)), key.get(1));
    }
}
