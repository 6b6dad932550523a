package org.throughline.erp.tryton;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.throughline.order.Hold;
import org.throughline.order.HoldReason;

/**
 * Notes on sales, where people read what the service wants to remember of an order and Tryton has no field for: why it is held,
 * and which changes were made to it.
 */
final class SaleNotes {

    private static final String NOTE = "ir.note";
    private static final String HELD = "Throughline: held";
    private static final String CHANGE = "Throughline: change ";
    private static final String SEPARATOR = ": ";

    private final TrytonClient tryton;

    SaleNotes(TrytonClient tryton) {
        this.tryton = tryton;
    }

    /** Why a sale was held, and when and by whom that was written down. */
    record Held(long sale, Instant at, String actor, List<Hold> holds) {}

    void held(long sale, List<Hold> holds) {
        String reasons = holds.stream()
                .map(hold -> "\n" + hold.reason() + SEPARATOR + hold.text().replace('\n', ' '))
                .collect(Collectors.joining());
        write(sale, HELD + reasons);
    }

    /** What was written down of these sales, the oldest first. */
    Map<Long, List<Held>> held(Collection<Long> sales) {
        if (sales.isEmpty()) {
            return Map.of();
        }
        List<String> resources = sales.stream().map(SaleNotes::resource).toList();
        TrytonQuery notes = TrytonQuery.of(NOTE, "resource", "message", "create_date", "create_uid.rec_name")
                .where("resource", "in", resources)
                .where("message", "like", HELD + "%")
                .ascending("id");
        return tryton.searchRead(notes).stream().map(SaleNotes::held).collect(groupingBy(Held::sale));
    }

    /** @param reference of the change */
    void changing(long sale, String reference) {
        write(sale, CHANGE + reference);
    }

    /** The sale that was, or was to be, changed under the reference; empty when there is none. */
    OptionalLong changed(String reference) {
        TrytonQuery notes = TrytonQuery.of(NOTE, "resource")
                .where("message", "=", CHANGE + reference)
                .ascending("id");
        return tryton.searchRead(notes).stream()
                .map(note -> note.id("resource", Sale.MODEL))
                .filter(sale -> sale != null)
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private void write(long sale, String message) {
        tryton.create(NOTE, List.of(Map.of("resource", resource(sale), "message", message)), Map.of());
    }

    private static String resource(long sale) {
        return Sale.MODEL + "," + sale;
    }

    private static Held held(TrytonRecord note) {
        List<String> lines = new ArrayList<>(note.text("message").lines().toList());
        return new Held(
                note.id("resource", Sale.MODEL),
                note.instant("create_date"),
                note.text("create_uid.rec_name"),
                lines.subList(1, lines.size()).stream().map(SaleNotes::hold).toList());
    }

    /** People may write notes like ours; what cannot be read as a reason counts as one of their own. */
    private static Hold hold(String line) {
        int end = line.indexOf(SEPARATOR);
        return Arrays.stream(HoldReason.values())
                .filter(reason -> line.startsWith(reason.name() + SEPARATOR))
                .findFirst()
                .map(reason -> new Hold(reason, line.substring(end + SEPARATOR.length())))
                .orElseGet(() -> new Hold(HoldReason.MANUAL, line));
    }
}
