package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.erp.embedded.AllocationRules.Source;
import org.throughline.erp.embedded.Debts.Debt;
import org.throughline.order.OrderEvent;
import org.throughline.shared.OrderId;
import org.throughline.shared.Violations;

/**
 * Settles invoices with payments or credit notes and tells the orders. For use within a transaction that has locked the
 * account: that is why nothing is ever settled twice.
 */
final class Allocations {

    /** What invoices are settled with. */
    enum With {
        PAYMENT("payment_allocation", "payment_id", OrderEvent.Kind.PAID, "PAY"),
        CREDIT_NOTE("credit_allocation", "credit_note_id", OrderEvent.Kind.CREDITED, "CREDIT");

        private final String add;
        private final String insert;
        private final OrderEvent.Kind event;
        private final String action;

        With(String table, String column, OrderEvent.Kind event, String action) {
            this.add = "update " + table + " set amount = amount + ? where " + column
                    + " = ? and invoice_id = ? and allocated_on = ?";
            this.insert =
                    "insert into " + table + " (amount, " + column + ", invoice_id, allocated_on) values (?, ?, ?, ?)";
            this.event = event;
            this.action = action;
        }
    }

    private final JdbcClient jdbc;
    private final Debts debts;
    private final OrderRecords orders;
    private final String dataset;

    Allocations(JdbcClient jdbc, DataSource dataSource, String dataset) {
        this.jdbc = jdbc;
        this.debts = new Debts(jdbc);
        this.orders = new OrderRecords(jdbc, dataSource, dataset);
        this.dataset = dataset;
    }

    /** The invoices that the allocations name; whatever is wrong with them is added to the violations. */
    Map<String, Debt> check(Source source, List<Allocation> allocations, Violations violations) {
        Map<String, Debt> found = debts.of(
                allocations.stream().map(Allocation::invoice).distinct().toList());
        AllocationRules.check(source, allocations, found, violations);
        return found;
    }

    /**
     * @param source key of the payment or id of the credit note
     * @param day of the allocations; an invoice that is younger is settled on its own day
     * @param found what {@link #check} gave
     */
    void settle(
            With with,
            Object source,
            List<Allocation> allocations,
            Map<String, Debt> found,
            LocalDate day,
            By by,
            Instant now) {
        Set<String> touched = new TreeSet<>();
        for (Allocation allocation : allocations) {
            Debt debt = found.get(allocation.invoice());
            write(with, source, allocation, day.isBefore(debt.issuedOn()) ? debt.issuedOn() : day);
            debts.settle(debt.id(), allocation.amount(), now);
            if (debt.order() != null) {
                OrderId order = new OrderId(dataset, debt.order());
                orders.happened(order, with.event, by, with.action, text(debt, allocation.amount()), now);
                touched.add(debt.order());
            }
        }
        touched.forEach(order -> orders.raiseVersion(new OrderId(dataset, order), now));
    }

    private void write(With with, Object source, Allocation allocation, LocalDate day) {
        Object[] row = {allocation.amount(), source, allocation.invoice(), Date.valueOf(day)};
        if (jdbc.sql(with.add).params(row).update() == 0) {
            jdbc.sql(with.insert).params(row).update();
        }
    }

    private static String text(Debt debt, BigDecimal amount) {
        BigDecimal left = debt.left().subtract(amount);
        return "%s: %s %s%s"
                .formatted(
                        debt.id(),
                        amount.toPlainString(),
                        debt.currency(),
                        left.signum() == 0 ? ", settled" : ", " + left.toPlainString() + " left");
    }
}
