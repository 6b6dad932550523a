package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.throughline.shared.ServiceFault;
import tools.jackson.databind.JsonNode;

/** Somebody who works with Tryton, and says yes to all that it warns of. */
final class TrytonDesk {

    private static final String NUMBERS = "account.fiscalyear.invoice_sequence";

    private static final int WARNINGS = 5;

    private final TrytonClient tryton;
    private final Map<Long, LocalDate> lastInvoices = new HashMap<>();
    private int series;

    TrytonDesk(TrytonClient tryton) {
        this.tryton = tryton;
    }

    TrytonClient tryton() {
        return tryton;
    }

    /** The id of the only record. */
    long one(String model) {
        return only(TrytonQuery.of(model, "id"));
    }

    /** The id of the only record with this value. */
    long one(String model, String field, Object value) {
        return only(TrytonQuery.of(model, "id").where(field, "=", value));
    }

    TrytonRecord read(String model, long id, String... fields) {
        return tryton.read(model, List.of(id), Arrays.asList(fields), Map.of()).get(0);
    }

    long create(String model, Map<String, Object> values) {
        return tryton.create(model, List.of(values), Map.of()).get(0);
    }

    void write(String model, long id, Map<String, Object> values) {
        tryton.write(model, List.of(id), values, Map.of());
    }

    /** Presses a button. */
    void press(String model, String button, long id) {
        insist(() -> tryton.call("model." + model + "." + button, List.of(List.of(id))), WARNINGS);
    }

    /**
     * Posts an invoice. Within a series of numbers, Tryton refuses an invoice of an earlier day than the last; then a new one is
     * begun.
     */
    void post(long invoice, LocalDate day) {
        TrytonQuery query = TrytonQuery.of(NUMBERS, "out_invoice_sequence.sequence_type", "company")
                .where("fiscalyear.start_date", "<=", day)
                .where("fiscalyear.end_date", ">=", day);
        TrytonRecord year = tryton.searchRead(query).get(0);
        LocalDate last = lastInvoices.put(year.id(), day);
        if (last != null && last.isAfter(day)) {
            newNumbers(year);
        }
        press("account.invoice", "post", invoice);
    }

    private void newNumbers(TrytonRecord year) {
        Map<String, Object> numbers = new HashMap<>();
        for (String kind : List.of("out_invoice_sequence", "out_credit_note_sequence")) {
            numbers.put(
                    kind,
                    create(
                            "ir.sequence.strict",
                            Map.of(
                                    "name",
                                    "series " + ++series,
                                    "sequence_type",
                                    year.number("out_invoice_sequence.sequence_type"),
                                    "company",
                                    year.id("company"),
                                    "prefix",
                                    "X" + series + "-")));
        }
        write(NUMBERS, year.id(), numbers);
    }

    /** Pays a part or all that is left of an invoice. */
    void pay(long invoice, LocalDate day, BigDecimal amount, long currency) {
        Map<String, Object> about =
                Map.of("active_model", "account.invoice", "active_id", invoice, "active_ids", List.of(invoice));
        Map<String, Object> start = new HashMap<>();
        start.put("amount", amount);
        start.put("currency", currency);
        start.put("currency_digits", 2);
        start.put("company", one("company.company"));
        start.put("invoice_account", one("account.account", "type.receivable", true));
        start.put("payment_method", one("account.invoice.payment.method"));
        start.put("date", day);
        start.put("description", "received " + day);
        Map<String, Object> forms = new HashMap<>(Map.of("start", start));
        long wizard = tryton.call("wizard.account.invoice.pay.create", List.of(), about)
                .get(0)
                .asLong();
        JsonNode next = tryton.call("wizard.account.invoice.pay.execute", List.of(wizard, forms, "choice"), about);
        if (next.has("view")) {
            forms.put("ask", part(next.get("view").get("defaults")));
            tryton.call("wizard.account.invoice.pay.execute", List.of(wizard, forms, "pay"), about);
        }
        tryton.call("wizard.account.invoice.pay.delete", List.of(wizard), about);
    }

    /** Cancels a posted invoice by a credit note. */
    void refund(long invoice, LocalDate day) {
        Map<String, Object> about =
                Map.of("active_model", "account.invoice", "active_id", invoice, "active_ids", List.of(invoice));
        long wizard = tryton.call("wizard.account.invoice.credit.create", List.of(), about)
                .get(0)
                .asLong();
        Map<String, Object> start = Map.of("with_refund", true, "with_refund_allowed", true, "invoice_date", day);
        tryton.call("wizard.account.invoice.credit.execute", List.of(wizard, Map.of("start", start), "credit"), about);
        tryton.call("wizard.account.invoice.credit.delete", List.of(wizard), about);
    }

    private static Map<String, Object> part(JsonNode defaults) {
        Map<String, Object> form = new HashMap<>();
        defaults.properties().stream()
                .filter(field -> !field.getKey().endsWith("."))
                .forEach(field -> form.put(field.getKey(), field.getValue()));
        form.put("type", "partial");
        return form;
    }

    /** Accepts each warning and tries again: Tryton warns of one thing after the other. */
    private void insist(Runnable action, int tries) {
        try {
            action.run();
        } catch (ServiceFault fault) {
            if (tries == 0) {
                throw fault;
            }
            String warning =
                    TrytonError.behind(fault).flatMap(TrytonError::warning).orElseThrow(() -> fault);
            create(
                    "res.user.warning",
                    Map.of(
                            "user",
                            one("res.user", "login", TrytonServer.ADMINISTRATOR),
                            "name",
                            warning,
                            "always",
                            false));
            insist(action, tries - 1);
        }
    }

    private long only(TrytonQuery query) {
        List<TrytonRecord> found = tryton.searchRead(query);
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " records for " + query);
        }
        return found.get(0).id();
    }
}
