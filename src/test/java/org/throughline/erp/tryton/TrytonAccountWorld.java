package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;
import org.throughline.account.AccountStatus;
import org.throughline.account.AccountWorld;
import org.throughline.account.Accounts;
import org.throughline.account.AccountsWorld;
import org.throughline.account.Activities;
import org.throughline.account.Credits;
import org.throughline.account.ExchangeRates;
import org.throughline.shared.AccountId;
import org.throughline.shared.Capabilities;
import org.throughline.shared.Erp;
import org.throughline.shared.Money;

/** Accounts of a live Tryton, with documents that people make there. Its day is that of the machine. */
final class TrytonAccountWorld implements AccountWorld, AccountsWorld {

    private static final String DATASET = "main";
    private static final String PARTY = "party.party";
    private static final String INVOICE = "account.invoice";
    private static final String SALE = "sale.sale";
    private static final String SHIPMENT = "stock.shipment.out";

    private final Clock clock = Clock.systemUTC();
    private final LocalDate today = LocalDate.now(clock);
    private final TrytonClient tryton;
    private final TrytonCurrencies currencies;
    private final TrytonDesk desk;
    private int number;

    TrytonAccountWorld(TrytonServer server) {
        this.tryton = server.client();
        this.currencies = new TrytonCurrencies(tryton, clock);
        this.desk = new TrytonDesk(server.administrator());
    }

    static Erp erp() {
        return new Erp() {
            @Override
            public String dataset() {
                return DATASET;
            }

            @Override
            public String product() {
                return "Tryton";
            }

            @Override
            public String version() {
                return "6.0";
            }

            @Override
            public Capabilities capabilities() {
                return Capabilities.all();
            }
        };
    }

    @Override
    public Accounts accounts() {
        TrytonCountries countries = new TrytonCountries(tryton, clock);
        return new TrytonAccounts(
                tryton,
                new TrytonParties(tryton, currencies, erp()),
                new TrytonAccountObjections(tryton, currencies, countries),
                new TrytonAccountWriter(new TrytonAddressChange(countries)),
                clock,
                erp());
    }

    @Override
    public boolean keeps(Place place) {
        return false;
    }

    @Override
    public Codes codes() {
        return new Codes(
                TrytonParties.branch(tryton),
                "GBP",
                Long.toString(desk.one("account.invoice.payment_term", "name", "Net 30")),
                Long.toString(desk.one("product.price_list", "name", "Trade")));
    }

    @Override
    public String usualBranch() {
        return TrytonParties.branch(tryton);
    }

    @Override
    public boolean ignoresAccents() {
        return true;
    }

    /** Tryton has the time of its machine. */
    @Override
    public void pass(Duration time) {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public LocalDate day(String text) {
        return today.plusDays(LocalDate.parse(text).toEpochDay() - TODAY.toEpochDay());
    }

    @Override
    public boolean countsTaxOfOrders() {
        return false;
    }

    @Override
    public Credits credits() {
        return new TrytonCredits(tryton, currencies, clock, erp());
    }

    @Override
    public ExchangeRates rates() {
        return new TrytonExchangeRates(tryton, clock);
    }

    @Override
    public Activities activities() {
        return new TrytonActivities(tryton, new TrytonUnits(tryton, clock), clock, erp());
    }

    @Override
    public AccountId account(String currency, String limit, AccountStatus status) {
        if (status == AccountStatus.ON_HOLD) {
            throw new TestAbortedException("Tryton holds no accounts");
        }
        String code = "W%04d".formatted(++number);
        Map<String, Object> address = Map.of(
                "street",
                "1 Quay",
                "country",
                desk.one("country.country", "code", "GB"),
                "invoice",
                true,
                "delivery",
                true);
        Map<String, Object> party = new HashMap<>();
        party.put("code", code);
        party.put("name", code);
        party.put("active", status == AccountStatus.ACTIVE);
        party.put("credit_limit_amount", limit == null ? null : new BigDecimal(limit));
        party.put("addresses", List.of(List.of("create", List.of(address))));
        desk.create(PARTY, party);
        return new AccountId(DATASET, code);
    }

    @Override
    public String invoice(AccountId account, String kind, String currency, String issued, String due, String gross) {
        BigDecimal price = new BigDecimal(gross);
        LocalDate day = day(issued);
        Map<String, Object> line = Map.of(
                "type",
                "line",
                "account",
                desk.one("account.account", "type.revenue", true),
                "description",
                "Something",
                "quantity",
                kind.equals("CREDIT_NOTE") ? -1.0 : 1.0,
                "unit_price",
                price);
        Map<String, Object> invoice = new HashMap<>();
        invoice.put("type", "out");
        invoice.put("party", party(account));
        invoice.put("invoice_address", address(account));
        invoice.put("company", desk.one("company.company"));
        invoice.put("currency", desk.one("currency.currency", "code", currency));
        invoice.put("journal", desk.one("account.journal", "type", "revenue"));
        invoice.put("account", desk.one("account.account", "type.receivable", true));
        invoice.put("payment_term", terms(day(due).toEpochDay() - day.toEpochDay()));
        invoice.put("invoice_date", day);
        invoice.put("lines", List.of(List.of("create", List.of(line))));
        long id = desk.create(INVOICE, invoice);
        desk.post(id, day);
        return Long.toString(id);
    }

    @Override
    public String creditNoteFor(AccountId account, String invoice, String currency, String issued, String gross) {
        String note = invoice(account, "CREDIT_NOTE", currency, issued, issued, gross);
        List<Long> entries =
                desk.read(INVOICE, Long.parseLong(note), "lines_to_pay").ids("lines_to_pay");
        desk.write(INVOICE, Long.parseLong(invoice), Map.of("payment_lines", List.of(List.of("add", entries))));
        return note;
    }

    /** What settles no invoice is an entry of its own. */
    @Override
    public void payment(
            AccountId account, String currency, String received, String amount, String invoice, String allocated) {
        BigDecimal set = allocated == null ? BigDecimal.ZERO : new BigDecimal(allocated);
        if (set.signum() > 0) {
            desk.pay(Long.parseLong(invoice), day(received), set, desk.one("currency.currency", "code", currency));
        }
        BigDecimal rest = new BigDecimal(amount).subtract(set);
        if (rest.signum() > 0) {
            enter(account, day(received), rest);
        }
    }

    private void enter(AccountId account, LocalDate day, BigDecimal amount) {
        Map<String, Object> cash = Map.of(
                "account",
                desk.one("account.account", "name", "Main Cash"),
                "debit",
                amount,
                "credit",
                BigDecimal.ZERO);
        Map<String, Object> credited = Map.of(
                "account",
                desk.one("account.account", "type.receivable", true),
                "party",
                party(account),
                "debit",
                BigDecimal.ZERO,
                "credit",
                amount);
        TrytonQuery period = TrytonQuery.of("account.period", "id")
                .where("start_date", "<=", day)
                .where("end_date", ">=", day);
        long move = desk.create(
                "account.move",
                Map.of(
                        "period",
                        tryton.searchRead(period).get(0).id(),
                        "journal",
                        desk.one("account.journal", "type", "cash"),
                        "date",
                        day,
                        "company",
                        desk.one("company.company"),
                        "lines",
                        List.of(List.of("create", List.of(cash, credited)))));
        desk.press("account.move", "post", move);
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
        Map<String, Object> line = Map.of(
                "type",
                "line",
                "product",
                desk.one("product.product", "code", "SKU-0001"),
                "quantity",
                10.0,
                "unit",
                desk.one("product.uom", "symbol", "u"),
                "unit_price",
                new BigDecimal(net).divide(BigDecimal.TEN, 4, RoundingMode.UNNECESSARY),
                "taxes",
                List.of(List.of("add", List.of(desk.one("account.tax", "name", "VAT 20%")))));
        Map<String, Object> sale = new HashMap<>();
        sale.put("party", party(account));
        sale.put("invoice_address", address(account));
        sale.put("shipment_address", address(account));
        sale.put("company", desk.one("company.company"));
        sale.put("currency", desk.one("currency.currency", "code", currency));
        sale.put("warehouse", desk.one("stock.location", "code", "LON"));
        sale.put("invoice_method", "order");
        sale.put("shipment_method", "order");
        sale.put("web_id", "world-" + account.value() + "-" + ++number);
        sale.put("sale_date", day(ordered));
        sale.put("lines", List.of(List.of("create", List.of(line))));
        long id = desk.create(SALE, sale);
        desk.press(SALE, "quote", id);
        drive(id, approval, shipped, invoiced);
        return Long.toString(id);
    }

    private void drive(long sale, String approval, int shipped, int invoiced) {
        if (approval.equals("APPROVED")) {
            desk.press(SALE, "confirm", sale);
        } else if (approval.equals("CANCELLED")) {
            desk.press(SALE, "cancel", sale);
        }
        if (shipped > 0) {
            long shipment = desk.read(SALE, sale, "shipments").ids("shipments").get(0);
            List.of("assign_try", "pick", "pack", "done").forEach(button -> desk.press(SHIPMENT, button, shipment));
        }
        if (invoiced > 0) {
            long invoice = desk.read(SALE, sale, "invoices").ids("invoices").get(0);
            desk.write(INVOICE, invoice, Map.of("invoice_date", today));
            desk.post(invoice, today);
        }
    }

    /** Tryton keeps what one of a base currency is worth in each; the first of a pair gets a value when it has none. */
    @Override
    public void rate(String from, String to, String validFrom, String rate) {
        LocalDate day = day(validFrom);
        BigDecimal known = tryton.searchRead(TrytonQuery.of("currency.currency", "rate")
                        .where("code", "=", from)
                        .in(Map.of("date", day)))
                .get(0)
                .decimal("rate");
        desk.create(
                "currency.currency",
                Map.of(
                        "name",
                        to,
                        "code",
                        to,
                        "symbol",
                        to,
                        "digits",
                        2,
                        "rounding",
                        Money.round(new BigDecimal("0.01"), java.util.Currency.getInstance("GBP")),
                        "rates",
                        List.of(List.of(
                                "create",
                                List.of(Map.of("date", day, "rate", known.multiply(new BigDecimal(rate))))))));
    }

    private long party(AccountId account) {
        return tryton.searchRead(TrytonQuery.of(PARTY, "id")
                        .where("code", "=", account.value())
                        .where("active", "in", List.of(true, false)))
                .get(0)
                .id();
    }

    private long address(AccountId account) {
        return desk.one("party.address", "party", party(account));
    }

    private long terms(long days) {
        String name = days + " days";
        TrytonQuery known = TrytonQuery.of("account.invoice.payment_term", "id").where("name", "=", name);
        return tryton.searchRead(known).stream()
                .map(TrytonRecord::id)
                .findFirst()
                .orElseGet(() -> desk.create(
                        "account.invoice.payment_term",
                        Map.of(
                                "name",
                                name,
                                "lines",
                                List.of(List.of(
                                        "create",
                                        List.of(Map.of(
                                                "type",
                                                "remainder",
                                                "relativedeltas",
                                                List.of(List.of("create", List.of(Map.of("days", days)))))))))));
    }
}
