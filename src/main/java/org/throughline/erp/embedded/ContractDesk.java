package org.throughline.erp.embedded;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.database.DocumentNumbers;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violations;

/** What happens under service contracts: somebody is called out, and it costs or brings in money. */
@Component
public class ContractDesk {

    private static final String CONTRACT = "select account_id, currency, starts_on from service_contract where id = ?";
    private static final String CASE = "select count(*) from service_case where id = ? and contract_id = ?";
    private static final String ITEM = "select count(*) from item where id = ?";
    private static final String INSERT_CASE =
            "insert into service_case (id, contract_id, item_id, opened_on, summary) values (?, ?, ?, ?, ?)";
    private static final String INSERT_ENTRY = """
            insert into contract_entry (contract_id, kind, booked_on, amount, case_id, description)
            values (?, ?, ?, ?, ?, ?)""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final DocumentNumbers numbers;
    private final Clock clock;
    private final String dataset;
    private final Audit audit;

    ContractDesk(
            @Qualifier("erp") JdbcClient jdbc,
            @Qualifier("erp") TransactionTemplate transactions,
            DocumentNumbers numbers,
            Clock clock,
            EmbeddedErp erp) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.numbers = numbers;
        this.clock = clock;
        this.dataset = erp.dataset();
        this.audit = new Audit(jdbc);
    }

    /** What an entry is: revenue, or a kind of costs. */
    public enum EntryKind {
        REVENUE,
        LABOUR,
        PARTS,
        TRAVEL,
        OTHER
    }

    /**
     * Money that a contract brought in or cost.
     *
     * @param amount without tax, above zero, in the contract's currency
     * @param bookedOn null for today
     * @param serviceCase it belongs to; null for none
     * @param description null when there is none
     */
    public record Entry(EntryKind kind, BigDecimal amount, LocalDate bookedOn, String serviceCase, String description) {

        public Entry {
            requireNonNull(kind, "kind");
            requireNonNull(amount, "amount");
        }
    }

    private record Terms(AccountId account, Currency currency, LocalDate startsOn) {}

    /**
     * Somebody is called out.
     *
     * @param item null when it is not known
     * @return the id of the case
     * @throws ServiceFault CONTRACT_NOT_FOUND at contract; ITEM_NOT_FOUND at item
     */
    public String openCase(String contract, String item, String summary, By by) {
        return Undisturbed.in(transactions, () -> {
            AccountLock.take(jdbc, terms(contract).account());
            if (item != null && count(ITEM, item) == 0) {
                throw new ServiceFault(ErrorCode.ITEM_NOT_FOUND.at("item"));
            }
            String id = "CS-%06d".formatted(numbers.next("service_case_number"));
            jdbc.sql(INSERT_CASE)
                    .param(1, id)
                    .param(2, contract)
                    .param(3, item, Types.VARCHAR)
                    .param(4, Date.valueOf(LocalDate.now(clock)))
                    .param(5, summary)
                    .update();
            audit.write(by, clock.instant(), "OPEN_CASE", Audit.Kind.CONTRACT, contract, id);
            return id;
        });
    }

    /**
     * Books what a contract brought in or cost.
     *
     * @throws ServiceFault CONTRACT_NOT_FOUND at contract; INVALID_VALUE at amount, at bookedOn (before the contract or in the
     *     future) and at case (of another contract)
     */
    public void book(String contract, Entry entry, By by) {
        Undisturbed.in(transactions, () -> {
            Terms terms = terms(contract);
            AccountLock.take(jdbc, terms.account());
            LocalDate day = entry.bookedOn() == null ? LocalDate.now(clock) : entry.bookedOn();
            check(contract, terms, entry, day).throwIfAny();
            jdbc.sql(INSERT_ENTRY)
                    .param(1, contract)
                    .param(2, entry.kind().name())
                    .param(3, Date.valueOf(day))
                    .param(4, entry.amount())
                    .param(5, entry.serviceCase(), Types.VARCHAR)
                    .param(6, entry.description(), Types.VARCHAR)
                    .update();
            String detail = entry.kind() + " " + entry.amount().toPlainString() + " " + terms.currency();
            audit.write(by, clock.instant(), "BOOK", Audit.Kind.CONTRACT, contract, detail);
            return entry;
        });
    }

    private Violations check(String contract, Terms terms, Entry entry, LocalDate day) {
        Violations violations = new Violations();
        if (!AllocationRules.isAmountOf(terms.currency(), entry.amount())) {
            violations.add(ErrorCode.INVALID_VALUE.at(
                    "amount", "It must be above zero and have no more decimals than the currency."));
        }
        if (day.isBefore(terms.startsOn()) || day.isAfter(LocalDate.now(clock))) {
            violations.add(
                    ErrorCode.INVALID_VALUE.at("bookedOn", "It is before the contract begins, or in the future."));
        }
        if (entry.serviceCase() != null && count(CASE, entry.serviceCase(), contract) == 0) {
            violations.add(ErrorCode.INVALID_VALUE.at("case", "The contract has no such case."));
        }
        return violations;
    }

    private int count(String sql, String... keys) {
        return jdbc.sql(sql).params((Object[]) keys).query(Integer.class).single();
    }

    private Terms terms(String contract) {
        return jdbc.sql(CONTRACT)
                .param(contract)
                .query((row, number) -> new Terms(
                        new AccountId(dataset, row.getString("account_id")),
                        Currency.getInstance(row.getString("currency")),
                        Columns.date(row, "starts_on")))
                .optional()
                .orElseThrow(() -> new ServiceFault(ErrorCode.CONTRACT_NOT_FOUND.at("contract")));
    }
}
