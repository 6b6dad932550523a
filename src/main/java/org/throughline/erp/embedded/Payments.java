package org.throughline.erp.embedded;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.erp.embedded.AllocationRules.Source;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Money;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violations;

/** Money that accounts have paid, and what of it settles which invoice; the rest is unallocated cash. */
@Component
public class Payments {

    private static final String INSERT = """
            insert into payment (account_id, received_on, currency, amount, method, reference)
            values (?, ?, ?, ?, ?, ?)""";
    /** Nobody else writes payments of the account meanwhile. */
    private static final String LAST = "select max(id) from payment where account_id = ?";

    private static final String READ = """
            select p.id, p.account_id, p.received_on, p.currency, p.amount, p.method, p.reference,
                p.amount - coalesce((select sum(a.amount) from payment_allocation a where a.payment_id = p.id), 0) as unallocated
            from payment p where p.id = ?""";
    private static final String ALLOCATIONS = "select invoice_id, sum(amount) as amount from payment_allocation"
            + " where payment_id = ? group by invoice_id order by invoice_id";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final String dataset;
    private final PaymentRules rules;
    private final Allocations allocations;
    private final CreditReview review;
    private final Audit audit;

    Payments(
            @Qualifier("erp") JdbcClient jdbc,
            @Qualifier("erp") DataSource dataSource,
            @Qualifier("erp") TransactionTemplate transactions,
            EmbeddedExchangeRates rates,
            CreditReview review,
            Clock clock,
            EmbeddedErp erp) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.dataset = erp.dataset();
        this.rules = new PaymentRules(jdbc, rates, clock);
        this.allocations = new Allocations(jdbc, dataSource, dataset);
        this.review = review;
        this.audit = new Audit(jdbc);
    }

    /**
     * Money that came in.
     *
     * @param currency null for that of the account
     * @param receivedOn null for today
     * @param method such as TRANSFER; null when it is not known
     * @param reference of the payer or the bank, once for each account; null when there is none
     * @param allocations what it settles; empty when that is said later
     */
    public record Receipt(
            AccountId account,
            BigDecimal amount,
            Currency currency,
            LocalDate receivedOn,
            String method,
            String reference,
            List<Allocation> allocations) {

        public Receipt {
            requireNonNull(account, "account");
            requireNonNull(amount, "amount");
            allocations = List.copyOf(allocations);
        }
    }

    /**
     * A payment as it stands.
     *
     * @param unallocated what of the amount settles nothing yet
     * @param allocations one for each invoice
     */
    public record Payment(
            long id,
            String account,
            BigDecimal amount,
            Currency currency,
            LocalDate receivedOn,
            String method,
            String reference,
            BigDecimal unallocated,
            List<Allocation> allocations) {}

    /**
     * Books a payment and settles what it is for. Orders of the account that waited for credit go on when it suffices now.
     *
     * @throws ServiceFault ACCOUNT_NOT_FOUND; all that {@link PaymentRules} and {@link AllocationRules} object to; nothing
     *     is booked then
     */
    public Payment receive(Receipt receipt, By by) {
        return Undisturbed.in(transactions, () -> {
            AccountLock.take(jdbc, receipt.account());
            Currency currency = rules.currencyOf(receipt);
            Instant now = clock.instant();
            LocalDate day = receipt.receivedOn() == null ? LocalDate.now(clock) : receipt.receivedOn();
            Violations violations = rules.check(receipt, currency, day);
            var debts = allocations.check(
                    new Source(receipt.account().value(), currency, receipt.amount()),
                    receipt.allocations(),
                    violations);
            violations.throwIfAny();
            long id = insert(receipt, currency, day);
            allocations.settle(Allocations.With.PAYMENT, id, receipt.allocations(), debts, day, by, now);
            String detail = receipt.amount().toPlainString() + " " + currency;
            audit.write(by, now, "RECEIVE", Audit.Kind.PAYMENT, String.valueOf(id), detail);
            review.of(receipt.account(), "Payment " + id);
            return get(id);
        });
    }

    /**
     * Settles invoices with what is left of a payment, today.
     *
     * @throws ServiceFault PAYMENT_NOT_FOUND; INVALID_VALUE when there is no allocation; what {@link AllocationRules} object to
     */
    public Payment allocate(long id, List<Allocation> wanted, By by) {
        return Undisturbed.in(transactions, () -> {
            AccountLock.take(jdbc, new AccountId(dataset, get(id).account()));
            Payment payment = get(id);
            Instant now = clock.instant();
            Violations violations = new Violations();
            if (wanted.isEmpty()) {
                violations.add(ErrorCode.INVALID_VALUE.at("allocations", "Nothing is to be allocated."));
            }
            Source source = new Source(payment.account(), payment.currency(), payment.unallocated());
            var debts = allocations.check(source, wanted, violations);
            violations.throwIfAny();
            allocations.settle(Allocations.With.PAYMENT, id, wanted, debts, LocalDate.now(clock), by, now);
            audit.write(by, now, "ALLOCATE", Audit.Kind.PAYMENT, String.valueOf(id), null);
            review.of(new AccountId(dataset, payment.account()), "Payment " + id);
            return get(id);
        });
    }

    /** @throws ServiceFault PAYMENT_NOT_FOUND */
    public Payment get(long id) {
        List<Allocation> settled = jdbc.sql(ALLOCATIONS)
                .param(id)
                .query((row, number) -> new Allocation(row.getString("invoice_id"), row.getBigDecimal("amount")))
                .list();
        return jdbc.sql(READ)
                .param(id)
                .query((row, number) -> payment(row, settled))
                .optional()
                .orElseThrow(() -> new ServiceFault(ErrorCode.PAYMENT_NOT_FOUND.at("payment")));
    }

    private long insert(Receipt receipt, Currency currency, LocalDate day) {
        jdbc.sql(INSERT)
                .params(
                        receipt.account().value(),
                        Date.valueOf(day),
                        currency.getCurrencyCode(),
                        receipt.amount(),
                        receipt.method(),
                        receipt.reference())
                .update();
        return jdbc.sql(LAST).param(receipt.account().value()).query(Long.class).single();
    }

    private static Payment payment(ResultSet row, List<Allocation> settled) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Payment(
                row.getLong("id"),
                row.getString("account_id"),
                Columns.amount(row, "amount", currency),
                currency,
                Columns.date(row, "received_on"),
                row.getString("method"),
                row.getString("reference"),
                Columns.amount(row, "unallocated", currency),
                settled.stream()
                        .map(each -> new Allocation(each.invoice(), Money.round(each.amount(), currency)))
                        .toList());
    }
}
