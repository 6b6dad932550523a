package org.throughline.erp.tryton;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.erp.tryton.Sale.State;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;
import tools.jackson.databind.JsonNode;

/**
 * Takes sales back. What is not confirmed, Tryton cancels. Of what is being processed the shipments are cancelled, then the
 * invoices, and then Tryton is told to go on without them: the sale is done, with nothing delivered and nothing invoiced. Each is
 * a transaction of its own; what was broken off in between goes on where it was left.
 */
final class SaleCancelling {

    private static final Set<String> OPEN_SHIPMENT = Set.of("draft", "waiting", "assigned");
    private static final Set<String> OPEN_INVOICE = Set.of("draft", "validated");
    private static final String CANCELLED = "cancelled";

    private final TrytonClient tryton;

    SaleCancelling(TrytonClient tryton) {
        this.tryton = tryton;
    }

    /** Whether Tryton could take it back as it stands. */
    static boolean isPossible(Sale sale) {
        boolean documents = sale.state() != State.PROCESSING
                || !sale.row().all("shipments").isEmpty()
                || !sale.row().all("invoices").isEmpty();
        return documents
                && !sale.isCancelled()
                && !sale.isStarted()
                && sale.state() != State.DONE
                && are(sale, "shipments", OPEN_SHIPMENT)
                && are(sale, "invoices", OPEN_INVOICE);
    }

    private static boolean are(Sale sale, String documents, Set<String> open) {
        return sale.row().all(documents).stream()
                .map(document -> document.text("state"))
                .allMatch(state -> state.equals(CANCELLED) || open.contains(state));
    }

    /** @throws ServiceFault ORDER_NOT_CANCELLABLE at order; VERSION_CONFLICT when it was changed since it was read */
    void cancel(Sale sale) {
        if (!isPossible(sale)) {
            throw new ServiceFault(ErrorCode.ORDER_NOT_CANCELLABLE.at("order"));
        }
        switch (sale.state()) {
            case DRAFT, QUOTATION -> press("cancel", sale);
            case CONFIRMED -> {
                press("draft", sale);
                tryton.call("model.sale.sale.cancel", List.of(List.of(sale.id())));
            }
            default -> cancelProcessed(sale);
        }
    }

    /** Only while nobody else has changed the sale. */
    private void press(String button, Sale sale) {
        Map<String, Object> seen = Map.of(
                "_timestamp", Map.of(Sale.MODEL + "," + sale.id(), sale.row().text("_timestamp")));
        tryton.call("model.sale.sale." + button, List.of(List.of(sale.id())), seen);
    }

    private void cancelProcessed(Sale sale) {
        cancelAll("stock.shipment.out", open(sale, "shipments"));
        cancelAll("account.invoice", open(sale, "invoices"));
        doWithout("sale.handle.shipment.exception", "recreate_moves", "domain_moves", sale.id());
        doWithout("sale.handle.invoice.exception", "recreate_invoices", "domain_invoices", sale.id());
    }

    private static List<Long> open(Sale sale, String documents) {
        return sale.row().all(documents).stream()
                .filter(document -> !document.text("state").equals(CANCELLED))
                .map(TrytonRecord::id)
                .toList();
    }

    private void cancelAll(String model, List<Long> documents) {
        if (!documents.isEmpty()) {
            tryton.call("model." + model + ".cancel", List.of(documents));
        }
    }

    /** Tryton asks which of the cancelled documents shall be made anew: none. */
    private void doWithout(String wizard, String wanted, String cancelled, long sale) {
        Map<String, Object> about = Map.of("active_model", Sale.MODEL, "active_id", sale, "active_ids", List.of(sale));
        JsonNode started = tryton.call("wizard." + wizard + ".create", List.of(), about);
        long number = started.get(0).asLong();
        String start = started.get(1).asString();
        JsonNode documents = tryton.call("wizard." + wizard + ".execute", List.of(number, Map.of(), start), about)
                .path("view")
                .path("defaults")
                .path(cancelled);
        if (!documents.isEmpty()) {
            Map<String, Object> answer = Map.of(start, Map.of(wanted, List.of(), cancelled, documents));
            tryton.call("wizard." + wizard + ".execute", List.of(number, answer, "handle"), about);
        }
        tryton.call("wizard." + wizard + ".delete", List.of(number), about);
    }
}
