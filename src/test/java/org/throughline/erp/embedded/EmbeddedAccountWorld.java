package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.throughline.account.AccountStatus;
import org.throughline.account.AccountWorld;
import org.throughline.account.Accounts;
import org.throughline.account.AccountsWorld;
import org.throughline.account.Activities;
import org.throughline.account.CreditControl;
import org.throughline.account.CreditRules;
import org.throughline.account.Credits;
import org.throughline.account.ExchangeRates;
import org.throughline.database.TestDatabase;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.RowBatch;
import org.throughline.order.AdjustableClock;
import org.throughline.shared.AccountId;

/** The embedded ERP on a database of its own. */
final class EmbeddedAccountWorld implements AccountWorld, AccountsWorld {

    private static final String DATASET = "main";
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    private final TestDatabase database;
    private final AdjustableClock clock = new AdjustableClock(TODAY + "T10:00:00Z");
    private final EmbeddedErp erp = new EmbeddedErp(DATASET);
    private int number;

    EmbeddedAccountWorld(TestDatabase database) {
        this.database = database;
        RowBatch rows = new RowBatch();
        for (String country : new String[] {"DE", "GB"}) {
            rows.add(ErpTable.WAREHOUSE, country, country, country);
            rows.add(ErpTable.BRANCH, country, country, country, null, country.equals("GB") ? "GBP" : "EUR", country);
        }
        rows.add(ErpTable.PAYMENT_TERMS, "N30", "30 days net", 30, null, null);
        rows.add(ErpTable.PRICE_LIST, "LIST-GBP", "Pounds", "GBP", false, true);
        rows.add(ErpTable.PRICE_LIST, "LIST-EUR", "Euros", "EUR", false, true);
        rows.add(
                ErpTable.ITEM,
                "ITEM",
                "Item",
                "GROUP",
                "EA",
                "GOODS",
                true,
                "STANDARD",
                "ACTIVE",
                5,
                null,
                clock.instant(),
                null);
        insert(rows);
    }

    void close() {
        database.close();
    }

    @Override
    public boolean keeps(Place place) {
        return true;
    }

    @Override
    public Codes codes() {
        return new Codes("DE", "EUR", "N30", "LIST-EUR");
    }

    @Override
    public String usualBranch() {
        return "GB";
    }

    @Override
    public boolean ignoresAccents() {
        return true;
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Accounts accounts() {
        return new EmbeddedAccounts(
                database.erp(), database.erpDataSource(), database.erpTransactions(), database.numbers(), clock, erp);
    }

    @Override
    public LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Override
    public boolean countsTaxOfOrders() {
        return true;
    }

    @Override
    public Credits credits() {
        return new CreditControl(
                new EmbeddedCreditBooks(database.erp(), new EmbeddedExchangeRates(database.erp(), clock), clock, erp),
                CreditRules.DEFAULT);
    }

    @Override
    public ExchangeRates rates() {
        return new EmbeddedExchangeRates(database.erp(), clock);
    }

    @Override
    public Activities activities() {
        return new EmbeddedActivities(database.erp(), clock, erp);
    }

    @Override
    public AccountId account(String currency, String limit, AccountStatus status) {
        String id = next("ACC");
        database.erp()
                .sql(
                        "insert into account (id, name, status, branch_id, currency, tax_country, credit_limit, changed_at)"
                                + " values (?, ?, ?, 'GB', ?, 'GB', ?, current_timestamp)")
                .params(id, id, status.name(), currency)
                .param(5, limit == null ? null : new BigDecimal(limit), java.sql.Types.DECIMAL)
                .update();
        return new AccountId(DATASET, id);
    }

    @Override
    public String invoice(AccountId account, String kind, String currency, String issued, String due, String gross) {
        return invoice(next("IN"), kind, account, null, currency, issued, due, gross, "0.00");
    }

    /** As an old system may have handed it over: settled, and nobody knows by what. */
    String settledInvoice(
            AccountId account, String kind, String currency, String issued, String due, String gross, String settled) {
        return invoice(next("IN"), kind, account, null, currency, issued, due, gross, settled);
    }

    @Override
    public String creditNoteFor(AccountId account, String invoice, String currency, String issued, String gross) {
        String id = invoice(next("CN"), "CREDIT_NOTE", account, invoice, currency, issued, issued, gross, gross);
        RowBatch rows = new RowBatch();
        rows.add(ErpTable.CREDIT_ALLOCATION, id, invoice, decimal(gross), day(issued));
        insert(rows);
        settle(invoice, gross);
        return id;
    }

    @Override
    public void payment(
            AccountId account, String currency, String received, String amount, String invoice, String allocated) {
        RowBatch rows = new RowBatch();
        String reference = next("PAY");
        rows.add(ErpTable.PAYMENT, account.value(), day(received), currency, decimal(amount), "TRANSFER", reference);
        if (allocated != null) {
            rows.add(
                    ErpTable.PAYMENT_ALLOCATION,
                    invoice,
                    decimal(allocated),
                    day(received),
                    account.value(),
                    reference);
            settle(invoice, allocated);
        }
        insert(rows);
    }

    private void settle(String invoice, String amount) {
        database.erp()
                .sql("update invoice set settled = settled + ? where id = ?")
                .params(decimal(amount), invoice)
                .update();
    }

    @Override
    public String order(
            AccountId account,
            String approval,
            String currency,
            String ordered,
            String net,
            String gross,
            int shipped,
            int invoiced) {
        String id = next("SO");
        RowBatch rows = new RowBatch();
        BigDecimal ten = BigDecimal.TEN;
        rows.add(
                ErpTable.SALES_ORDER,
                id,
                "ORDER",
                account.value(),
                null,
                "PO-" + id,
                day(ordered),
                null,
                currency,
                null,
                null,
                null,
                null,
                null,
                null,
                "GB",
                approval,
                "NONE",
                shipped == 0 ? "NONE" : shipped == 10 ? "SHIPPED" : "PARTIAL",
                invoiced == 0 ? "NONE" : invoiced == 10 ? "FULL" : "PARTIAL",
                1,
                decimal(net),
                ZERO,
                ZERO,
                decimal(net),
                decimal(gross).subtract(decimal(net)),
                decimal(gross),
                clock.instant());
        rows.add(
                ErpTable.SALES_ORDER_LINE,
                id,
                1,
                account.value(),
                day(ordered),
                approval.equals("CANCELLED"),
                "ITEM",
                "Item",
                ten,
                "EA",
                ten,
                ZERO,
                BigDecimal.valueOf(shipped),
                BigDecimal.valueOf(invoiced),
                "GB",
                ten,
                ten,
                BigDecimal.ONE,
                ZERO,
                decimal(net),
                "S",
                BigDecimal.valueOf(20));
        insert(rows);
        return id;
    }

    void shipment(AccountId account, String order, String shipped, String status) {
        RowBatch rows = new RowBatch();
        rows.add(
                ErpTable.SHIPMENT,
                next("SH"),
                account.value(),
                order,
                day(shipped),
                "Carrier",
                "C-1",
                null,
                status,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "GB",
                clock.instant());
        insert(rows);
    }

    void goodsReturn(AccountId account, String requested, String status) {
        RowBatch rows = new RowBatch();
        rows.add(ErpTable.RETURN_REQUEST, next("RT"), account.value(), null, day(requested), status, clock.instant());
        insert(rows);
    }

    void contract(AccountId account, String starts, String ends, String annualValue) {
        RowBatch rows = new RowBatch();
        rows.add(
                ErpTable.SERVICE_CONTRACT,
                next("SC"),
                account.value(),
                "Service",
                day(starts),
                day(ends),
                true,
                "GBP",
                decimal(annualValue));
        insert(rows);
    }

    @Override
    public void rate(String from, String to, String validFrom, String rate) {
        RowBatch rows = new RowBatch();
        rows.add(ErpTable.EXCHANGE_RATE, from, to, day(validFrom), decimal(rate));
        insert(rows);
    }

    private String invoice(
            String id,
            String kind,
            AccountId account,
            String corrects,
            String currency,
            String issued,
            String due,
            String gross,
            String settled) {
        RowBatch rows = new RowBatch();
        rows.add(
                ErpTable.INVOICE,
                id,
                kind,
                account.value(),
                null,
                corrects,
                null,
                day(issued),
                day(due),
                currency,
                decimal(gross),
                ZERO,
                ZERO,
                decimal(gross),
                ZERO,
                decimal(gross),
                decimal(settled),
                clock.instant());
        insert(rows);
        return id;
    }

    private void insert(RowBatch rows) {
        try (Connection connection = database.erpDataSource().getConnection()) {
            rows.insertInto(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String next(String prefix) {
        return "%s-%04d".formatted(prefix, ++number);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
