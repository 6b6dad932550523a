package org.throughline.erp.tryton;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Configuration;
import org.throughline.account.Account;
import org.throughline.account.AccountFilter;
import org.throughline.account.Accounts;
import org.throughline.account.Credits;
import org.throughline.app.Commands;
import org.throughline.app.RunningService;
import org.throughline.history.Invoice;
import org.throughline.history.InvoiceFilter;
import org.throughline.history.InvoiceStatus;
import org.throughline.history.Invoices;
import org.throughline.order.Order;
import org.throughline.order.OrderFilter;
import org.throughline.order.Orders;
import org.throughline.pricing.Buyer;
import org.throughline.pricing.PriceLine;
import org.throughline.pricing.PriceRequest;
import org.throughline.pricing.PricedLine;
import org.throughline.pricing.Prices;
import org.throughline.shared.AccountId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.Erp;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.PageRequest;
import org.throughline.stock.StockLevel;
import org.throughline.stock.StockLevels;

/** What a running Tryton holds is taken over into the embedded ERP, through the ports: counts, prices and totals are the same. */
@Tag("tryton")
class TrytonMigrationIT {

    private static final PageRequest PAGE = PageRequest.first(PageRequest.MAX_SIZE);
    private static final OrderFilter ALL_ORDERS =
            new OrderFilter(List.of(), null, null, null, null, null, null, null, null);
    private static final LocalDate TODAY = LocalDate.now();
    private static final int SALES = 3;

    private static RunningService tryton;
    private static RunningService embedded;
    private static String exported;
    private static String imported;

    @Configuration(proxyBeanMethods = false)
    static class NothingOfOurs {}

    @BeforeAll
    static void takeOver(@TempDir Path folder) {
        TrytonServer server = TrytonServer.fresh();
        TrytonDesk desk = new TrytonDesk(server.administrator());
        IntStream.range(0, SALES).forEach(number -> sell(desk, number));
        Path files = folder.resolve("files");
        exported = Commands.run(Stream.concat(
                        Stream.of(
                                "export", "--to=" + files, "--throughline.data-directory=" + folder.resolve("export")),
                        TrytonService.settings(server.settings()).stream().filter(setting -> !setting.endsWith("=")))
                .toArray(String[]::new));
        String data = "--throughline.data-directory=" + folder.resolve("embedded");
        Commands.run("import", "tax-rules", "--from=" + files, data);
        imported = Commands.run("import", "csv", "--from=" + files, data);
        tryton = TrytonService.start(server, folder.resolve("tryton"));
        embedded = RunningService.start(
                folder.resolve("embedded"),
                NothingOfOurs.class,
                "--throughline.demo-data=false",
                "--throughline.clock=");
    }

    /** Three sales, invoiced; one of them is paid. */
    private static void sell(TrytonDesk desk, int number) {
        long product = desk.one("product.product", "code", "SKU-0002");
        Map<String, Object> line = Map.of(
                "type",
                "line",
                "product",
                product,
                "unit",
                desk.read("product.product", product, "sale_uom").id("sale_uom"),
                "quantity",
                3.0 + number,
                "unit_price",
                new BigDecimal("9.2150"),
                "taxes",
                List.of(List.of("add", List.of(desk.one("account.tax", "name", "VAT 20%")))));
        long party = desk.one("party.party", "code", "C00003");
        long address = desk.tryton()
                .searchRead(TrytonQuery.of("party.address", "id").where("party", "=", party))
                .get(0)
                .id();
        long sale = desk.create(
                "sale.sale",
                Map.of(
                        "party", party,
                        "invoice_address", address,
                        "shipment_address", address,
                        "warehouse", desk.one("stock.location", "code", "LON"),
                        "sale_date", TODAY,
                        "lines", List.of(List.of("create", List.of(line)))));
        List.of("quote", "confirm").forEach(button -> desk.press("sale.sale", button, sale));
        long invoice = desk.read("sale.sale", sale, "invoices").ids("invoices").get(0);
        desk.write("account.invoice", invoice, Map.of("invoice_date", TODAY));
        desk.post(invoice, TODAY);
        if (number == 0) {
            BigDecimal gross =
                    desk.read("account.invoice", invoice, "total_amount").decimal("total_amount");
            desk.pay(
                    invoice,
                    TODAY,
                    gross,
                    desk.read("sale.sale", sale, "currency").id("currency"));
        }
    }

    @AfterAll
    static void stop() {
        Stream.of(tryton, embedded).filter(service -> service != null).forEach(RunningService::close);
    }

    @Test
    void everythingThatWasExportedWasImported() {
        assertThat(exported).contains("items: " + TrytonSeed.ITEMS, "orders: " + SALES, "invoices: " + SALES);
        assertThat(imported)
                .contains(
                        "items: 20 of 20 written",
                        "orders: " + SALES + " of " + SALES + " written",
                        "invoices: " + SALES + " of " + SALES + " written")
                .doesNotContain("faults were found");
    }

    @Test
    void accountsHaveTheirNamesListsAndLimits() {
        List<Account> before = accounts(tryton);
        List<Account> after = accounts(embedded);
        assertThat(after).hasSameSizeAs(before);
        assertThat(after)
                .extracting(account -> account.id().value(), Account::name, Account::priceList)
                .containsExactlyInAnyOrderElementsOf(before.stream()
                        .map(account -> tuple(account.id().value(), account.name(), account.priceList()))
                        .toList());
        assertThat(limit(embedded, "C00002")).isEqualByComparingTo(limit(tryton, "C00002"));
    }

    @Test
    void everyItemCostsTheSameAtEveryQuantity() {
        for (String account : List.of("C00001", "C00004")) {
            for (String quantity : List.of("1", "10", "50", "100")) {
                assertThat(prices(embedded, account, quantity)).isEqualTo(prices(tryton, account, quantity));
            }
        }
    }

    @Test
    void stockIsWhereItWas() {
        for (String item : List.of("SKU-0001", "SKU-0007")) {
            assertThat(onHand(embedded, item)).isEqualTo(onHand(tryton, item));
        }
    }

    @Test
    void ordersAndInvoicesComeToTheSameButForTheRoundingOfHalves() {
        assertThat(orders(embedded)).hasSize(SALES).hasSameSizeAs(orders(tryton));
        assertThat(gross(embedded).subtract(gross(tryton)).abs()).isLessThanOrEqualTo(new BigDecimal("0.03"));
        assertThat(invoices(embedded))
                .extracting(Invoice::status)
                .containsExactlyInAnyOrderElementsOf(
                        invoices(tryton).stream().map(Invoice::status).toList())
                .contains(InvoiceStatus.PAID);
    }

    private static List<Account> accounts(RunningService service) {
        return service.bean(Accounts.class)
                .find(AccountFilter.ALL, PAGE, MaxAge.LIVE)
                .value()
                .entries();
    }

    private static AccountId id(RunningService service, String code) {
        return new AccountId(service.bean(Erp.class).dataset(), code);
    }

    private static BigDecimal limit(RunningService service, String account) {
        return service.bean(Credits.class)
                .status(id(service, account), TODAY, MaxAge.LIVE)
                .value()
                .limit()
                .orElseThrow();
    }

    private static List<BigDecimal> prices(RunningService service, String account, String quantity) {
        List<PriceLine> lines = IntStream.rangeClosed(1, TrytonSeed.ITEMS)
                .mapToObj(item ->
                        new PriceLine(null, new ItemId("SKU-%04d".formatted(item)), new BigDecimal(quantity), null))
                .toList();
        Buyer buyer = new Buyer.Customer(new CustomerRef.ByAccount(id(service, account)));
        return service
                .bean(Prices.class)
                .calculate(new PriceRequest(buyer, TODAY, null, null, lines), MaxAge.LIVE)
                .value()
                .lines()
                .stream()
                .map(PricedLine::unitPrice)
                .map(BigDecimal::stripTrailingZeros)
                .toList();
    }

    private static Map<String, BigDecimal> onHand(RunningService service, String item) {
        return service
                .bean(StockLevels.class)
                .of(List.of(new ItemId(item)), MaxAge.LIVE)
                .value()
                .get(new ItemId(item))
                .stream()
                .collect(toMap(StockLevel::warehouse, level -> level.onHand().stripTrailingZeros()));
    }

    private static List<Order> orders(RunningService service) {
        return service.bean(Orders.class)
                .find(ALL_ORDERS, PAGE, MaxAge.LIVE)
                .value()
                .entries();
    }

    private static List<Invoice> invoices(RunningService service) {
        List<AccountId> all = accounts(service).stream().map(Account::id).toList();
        return service.bean(Invoices.class)
                .find(all, InvoiceFilter.ALL, PAGE, MaxAge.LIVE)
                .value()
                .entries();
    }

    private static BigDecimal gross(RunningService service) {
        return invoices(service).stream().map(Invoice::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
