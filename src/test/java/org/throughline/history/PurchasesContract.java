package org.throughline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.history.HistoryWorld.DATASET;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughline.history.HistoryWorld.Line;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Source;

/** What every ERP's purchases must do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PurchasesContract {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

    private final HistoryWorld world;
    private final AtomicInteger numbers = new AtomicInteger(100);

    protected PurchasesContract(HistoryWorld world) {
        this.world = world;
        for (String item : List.of("A", "B", "C", "D", "E")) {
            world.item(item, "Item " + item);
        }
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void whatWasBoughtOfAnItemIsSummedUpWithTheLatestPriceAndDate() {
        AccountId account = world.account("sum");
        world.order(id(), account, JANUARY, Line.of("A", "10", "2.00", "1.80"), Line.of("B", "1", "5.00"));
        world.order(id(), account, JANUARY.plusDays(9), Line.of("A", "5", "2.20", "2.10"));

        List<Purchase> purchases = all(10, PurchaseFilter.ALL, account);

        assertThat(purchases).extracting(purchase -> purchase.item().value()).containsExactly("A", "B");
        Purchase a = purchases.get(0);
        assertThat(a.account()).isEqualTo(account);
        assertThat(a.name()).isEqualTo("Item A");
        assertThat(a.quantity()).isEqualTo(world.pieces("15"));
        assertThat(a.orders()).isEqualTo(2);
        assertThat(a.firstDate()).isEqualTo(JANUARY);
        assertThat(a.net()).isEqualTo("28.50");
        assertThat(a.averagePrice()).isEqualTo("1.90");
        assertThat(a.last().date()).isEqualTo(JANUARY.plusDays(9));
        assertThat(a.last().unitPrice()).isEqualTo("2.10");
        assertThat(a.last().description()).isEqualTo("Item A as ordered");
        if (world.keepsListPrices()) {
            assertThat(a.listValue()).isEqualTo("31.00");
            assertThat(a.discount()).isEqualTo("2.50");
            assertThat(a.discountPercent()).isEqualTo("8.06");
            assertThat(a.last().listPrice()).isEqualTo("2.20");
        } else {
            assertThat(a.listValue()).isNull();
            assertThat(a.discount()).isNull();
            assertThat(a.discountPercent()).isNull();
            assertThat(a.last().listPrice()).isNull();
        }
    }

    @Test
    void quantitiesOfOtherUnitsAreSummedUpInTheBaseUnit() {
        AccountId account = world.account("units");
        world.order(id(), account, JANUARY, Line.dozens("A", "2", "20"), Line.of("A", "1", "2.00"));

        Purchase purchase = all(10, PurchaseFilter.ALL, account).get(0);

        assertThat(purchase.quantity()).isEqualTo(world.pieces("25"));
        assertThat(purchase.net()).isEqualTo("42.00");
        assertThat(purchase.orders()).isEqualTo(1);
        assertThat(purchase.last().number()).isEqualTo(2);
    }

    @Test
    void cancelledOrdersAndQuotationsAreNoPurchases() {
        AccountId account = world.account("cancelled");
        world.order(id(), account, JANUARY, Line.of("A", "1", "2.00"));
        world.cancelledOrder(id(), account, JANUARY, Line.of("A", "10", "2.00"), Line.of("B", "1", "2.00"));
        world.quotation(id(), account, JANUARY, Line.of("A", "10", "2.00"), Line.of("C", "1", "2.00"));

        assertThat(all(10, PurchaseFilter.ALL, account))
                .singleElement()
                .satisfies(purchase -> assertThat(purchase.quantity().value()).isEqualTo("1"));
        assertThat(allLines(10, PurchaseFilter.ALL, account)).hasSize(1);
        assertThat(totals(PurchaseFilter.ALL, account)).containsExactly(total(1, 1, "2.00"));
    }

    @Test
    void eachCurrencyHasItsOwnEntryAndTotal() {
        AccountId account = world.account("currencies");
        world.order(id(), account, JANUARY, world.otherCurrency(), Line.of("A", "1", "3.00"));
        world.order(id(), account, JANUARY, Line.of("A", "2", "2.50", "2.00"), Line.of("B", "1", "1.00"));

        for (int size : List.of(1, 2, 10)) {
            assertThat(all(size, PurchaseFilter.ALL, account))
                    .extracting(purchase -> purchase.item() + " " + purchase.net() + " " + purchase.currency())
                    .containsExactly(
                            "A 4.00 " + world.currency(),
                            "A 3.00 " + world.otherCurrency(),
                            "B 1.00 " + world.currency());
        }
        assertThat(totals(PurchaseFilter.ALL, account))
                .containsExactly(
                        total(world.currency(), 1, 2, "6.00", "5.00"),
                        total(world.otherCurrency(), 1, 1, "3.00", "3.00"));
    }

    @Test
    void severalAccountsAreReadInOneOrderAndEachEntryNamesItsAccount() {
        AccountId one = world.account("several-1");
        AccountId two = world.account("several-2");
        world.order(id(), one, JANUARY, Line.of("A", "1", "1.00"), Line.of("C", "1", "1.00"));
        world.order(id(), two, JANUARY.plusDays(1), Line.of("A", "2", "1.00"), Line.of("B", "1", "1.00"));
        world.order(id(), one, JANUARY.plusDays(2), Line.of("D", "1", "1.00"));

        for (int size : List.of(1, 2, 3, 10)) {
            assertThat(all(size, PurchaseFilter.ALL, two, one))
                    .extracting(purchase ->
                            purchase.item() + " " + purchase.account().value())
                    .containsExactly("A several-1", "A several-2", "B several-2", "C several-1", "D several-1");
            assertThat(allLines(size, PurchaseFilter.ALL, one, two))
                    .extracting(line -> line.item() + " " + line.account().value())
                    .containsExactly("D several-1", "B several-2", "A several-2", "C several-1", "A several-1");
        }
        assertThat(totals(PurchaseFilter.ALL, one, two)).containsExactly(total(3, 5, "6.00"));
    }

    @Test
    void everyFilterNarrowsItemsLinesAndTotals() {
        AccountId account = world.account("filters");
        world.order(id(), account, JANUARY, Line.of("A", "1", "1.00"), Line.of("B", "1", "1.00"));
        world.order(id(), account, JANUARY.plusDays(1), Line.of("A", "2", "1.00"));
        world.order(id(), account, JANUARY.plusDays(2), Line.of("A", "4", "1.00"));

        PurchaseFilter onlyA = new PurchaseFilter(DateRange.ALL, new ItemId("A"));
        PurchaseFilter secondDay = new PurchaseFilter(new DateRange(JANUARY.plusDays(1), JANUARY.plusDays(2)), null);
        PurchaseFilter untilSecond = new PurchaseFilter(new DateRange(null, JANUARY.plusDays(2)), new ItemId("A"));

        assertThat(all(10, onlyA, account)).singleElement().satisfies(a -> assertThat(a.net())
                .isEqualTo("7.00"));
        assertThat(all(10, secondDay, account)).singleElement().satisfies(a -> assertThat(a.net())
                .isEqualTo("2.00"));
        assertThat(all(10, untilSecond, account)).singleElement().satisfies(a -> {
            assertThat(a.net()).isEqualTo("3.00");
            assertThat(a.last().date()).isEqualTo(JANUARY.plusDays(1));
        });
        assertThat(allLines(10, onlyA, account)).hasSize(3);
        assertThat(allLines(10, secondDay, account)).hasSize(1);
        assertThat(totals(untilSecond, account)).containsExactly(total(2, 2, "3.00"));
    }

    @Test
    void singlePurchasesComeLatestFirstWithAllTheirDetails() {
        AccountId account = world.account("lines");
        world.order("SO-L1", account, JANUARY, Line.of("A", "3", "2.00", "1.50"), Line.of("B", "1", world.finePrice()));

        PurchaseLine line = allLines(10, PurchaseFilter.ALL, account).get(1);

        assertThat(world.nameOf(line.order())).isEqualTo("SO-L1");
        assertThat(line.number()).isEqualTo(1);
        assertThat(line.date()).isEqualTo(JANUARY);
        assertThat(line.customerReference()).isEqualTo("ref SO-L1");
        assertThat(line.item().value()).isEqualTo("A");
        assertThat(line.name()).isEqualTo("Item A");
        assertThat(line.quantity()).isEqualTo(world.pieces("3"));
        assertThat(line.unitPrice()).isEqualTo("1.50");
        assertThat(line.priceBase()).isEqualTo("1");
        assertThat(line.listPrice()).isEqualTo(world.keepsListPrices() ? amount("2.00") : null);
        assertThat(line.discountPercent()).isEqualTo(world.keepsListPrices() ? amount("25") : null);
        assertThat(line.net()).isEqualTo("4.50");
        assertThat(allLines(10, PurchaseFilter.ALL, account).get(0).unitPrice()).isEqualTo(world.finePrice());
    }

    @Test
    void aPurchaseSaysHowMuchOfItIsShippedAndInvoicedAndCanBeAskedForByThat() {
        AccountId account = world.account("progress");
        for (int i = 0; i < 9; i++) {
            world.order("SO-D" + i, account, JANUARY.plusDays(i / 2), Line.of("A", "4", "1.00"));
            world.progress("SO-D" + i, String.valueOf(i % 3 * 2), i % 3 == 2 ? "4" : "0");
        }

        PurchaseLine line =
                allLines(10, status(DeliveryStatus.SHIPPED), account).get(0);

        assertThat(world.nameOf(line.order())).isEqualTo("SO-D8");
        assertThat(line.shipped()).isEqualTo("4");
        assertThat(line.invoiced()).isEqualTo("4");
        assertThat(orders(status(DeliveryStatus.OPEN), account)).containsExactly("SO-D6", "SO-D3", "SO-D0");
        assertThat(orders(status(DeliveryStatus.PARTLY_SHIPPED), account)).containsExactly("SO-D7", "SO-D4", "SO-D1");
        for (int size : List.of(1, 2, 5)) {
            assertThat(allLines(size, status(DeliveryStatus.OPEN, DeliveryStatus.SHIPPED), account))
                    .extracting(found -> world.nameOf(found.order()))
                    .containsExactly("SO-D8", "SO-D6", "SO-D5", "SO-D3", "SO-D2", "SO-D0");
        }
        assertThat(totals(status(DeliveryStatus.OPEN), account)).containsExactly(total(3, 3, "12.00"));
    }

    @Test
    void ordersReferencesAndAmountsNarrowItemsLinesAndTotals() {
        AccountId account = world.account("narrow");
        AccountId other = world.account("narrow-other");
        world.order("SO-N1", account, JANUARY, Line.of("A", "1", "10.00"), Line.of("B", "1", "20.00"));
        world.order("SO-N2", account, JANUARY.plusDays(1), Line.of("A", "1", "30.00"));
        world.order("SO-N3", account, JANUARY.plusDays(2), world.otherCurrency(), Line.of("A", "1", "20.00"));
        world.order("SO-N4", other, JANUARY, Line.of("A", "1", "20.00"));

        PurchaseFilter order =
                new PurchaseFilter(DateRange.ALL, null, world.orderOf("SO-N1"), null, Set.of(), AmountRange.ALL);
        PurchaseFilter reference =
                new PurchaseFilter(DateRange.ALL, null, null, "ref SO-N2", Set.of(), AmountRange.ALL);
        assertThat(orders(order, account)).containsExactly("SO-N1", "SO-N1");
        assertThat(orders(order, other)).isEmpty();
        assertThat(all(1, order, account)).extracting(Purchase::net).containsExactly(amount("10.00"), amount("20.00"));
        assertThat(orders(reference, account)).containsExactly("SO-N2");
        assertThat(orders(reference, other)).isEmpty();
        assertThat(all(1, reference, account)).extracting(Purchase::net).containsExactly(amount("30.00"));
        assertThat(orders(net("10.01", "30.00"), account, other)).containsExactly("SO-N2", "SO-N4", "SO-N1");
        assertThat(orders(net(null, "10.00"), account, other)).containsExactly("SO-N1");
        assertThat(orders(net(null, null), account)).containsExactly("SO-N2", "SO-N1", "SO-N1");
        assertThat(all(1, net("20.00", null), account))
                .extracting(Purchase::net)
                .containsExactly(amount("30.00"), amount("20.00"));
        assertThat(totals(net("20.00", null), account)).containsExactly(total(2, 2, "50.00"));
    }

    @Test
    void listsStayWholeWhileOrdersOfAllDaysComeIn() {
        AccountId account = world.account("whole");
        for (int i = 0; i < world.many(40); i++) {
            world.order(id(), account, JANUARY.plusDays(i), Line.of("ABCDE".substring(i % 5, i % 5 + 1), "1", "1"));
        }

        Pages.staysWhole(
                page -> world.purchases().findLines(List.of(account), PurchaseFilter.ALL, page, MaxAge.ANY),
                PurchasesContract::key,
                number -> world.order(
                        id(), account, JANUARY.plusDays(number % world.many(45)), Line.of("A", "1", "1.00")));
        Pages.staysWhole(
                page -> world.purchases().find(List.of(account), PurchaseFilter.ALL, page, MaxAge.ANY),
                Purchase::item,
                number -> world.order(
                        id(), account, JANUARY.plusDays(number % world.many(45)), Line.of("B", "1", "1.00")));
    }

    @Test
    void pagesNeitherSkipNorRepeatWhileOrdersComeIn() {
        AccountId account = world.account("paging");
        for (int day = 0; day < world.many(20); day++) {
            world.order(id(), account, JANUARY.plusDays(day / 4), Line.of("A", "1", "1.00"), Line.of("B", "1", "1.00"));
        }
        List<String> before = allLines(100, PurchaseFilter.ALL, account).stream()
                .map(PurchasesContract::key)
                .toList();

        List<String> paged = Pages.all(
                        3,
                        page -> world.purchases().findLines(List.of(account), PurchaseFilter.ALL, page, MaxAge.ANY),
                        () -> world.order(id(), account, JANUARY.plusDays(30), Line.of("A", "1", "1.00")))
                .stream()
                .map(PurchasesContract::key)
                .toList();

        assertThat(before).hasSize(2 * world.many(20)).doesNotHaveDuplicates();
        assertThat(paged).isEqualTo(before);
    }

    @Test
    void aCursorOfOtherFiltersAccountsOrListsIsRefused() {
        AccountId account = world.account("cursor");
        AccountId other = world.account("cursor-other");
        world.order(id(), account, JANUARY, Line.of("A", "1", "1.00"), Line.of("B", "1", "1.00"));
        world.order(id(), other, JANUARY, Line.of("A", "1", "1.00"));
        PageRequest next = new PageRequest(1, purchases(PageRequest.first(1), account));

        assertThat(next.cursor()).isPresent();
        refused(() -> world.purchases().find(List.of(other), PurchaseFilter.ALL, next, MaxAge.ANY));
        refused(() -> world.purchases().findLines(List.of(account), PurchaseFilter.ALL, next, MaxAge.ANY));
        refused(() -> world.purchases()
                .find(List.of(account), new PurchaseFilter(DateRange.ALL, new ItemId("B")), next, MaxAge.ANY));
        refused(() -> world.purchases()
                .find(List.of(account), PurchaseFilter.ALL, new PageRequest(1, Optional.of("x")), MaxAge.ANY));
    }

    @Test
    void anAccountWithoutPurchasesHasAnEmptyListAndAnUnknownOneIsNotFound() {
        AccountId account = world.account("nothing");

        assertThat(all(10, PurchaseFilter.ALL, account)).isEmpty();
        assertThat(totals(PurchaseFilter.ALL, account)).isEmpty();
        assertThatThrownBy(() -> all(10, PurchaseFilter.ALL, new AccountId(DATASET, "unknown")))
                .isInstanceOfSatisfying(
                        ServiceFault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.ACCOUNT_NOT_FOUND));
        assertThatThrownBy(() -> allLines(10, PurchaseFilter.ALL, new AccountId(DATASET, "unknown")))
                .isInstanceOf(ServiceFault.class);
    }

    @Test
    void theAnswerIsLive() {
        AccountId account = world.account("fresh");

        assertThat(world.purchases()
                        .find(List.of(account), PurchaseFilter.ALL, PageRequest.first(1), MaxAge.LIVE)
                        .freshness()
                        .source())
                .isEqualTo(Source.LIVE);
    }

    private List<Purchase> all(int size, PurchaseFilter filter, AccountId... accounts) {
        return Pages.all(size, page -> world.purchases().find(List.of(accounts), filter, page, MaxAge.ANY));
    }

    private List<PurchaseLine> allLines(int size, PurchaseFilter filter, AccountId... accounts) {
        return Pages.all(size, page -> world.purchases().findLines(List.of(accounts), filter, page, MaxAge.ANY));
    }

    private List<PurchaseTotal> totals(PurchaseFilter filter, AccountId... accounts) {
        return world.purchases().totals(List.of(accounts), filter, MaxAge.ANY).value();
    }

    private Optional<String> purchases(PageRequest page, AccountId account) {
        return world.purchases()
                .find(List.of(account), PurchaseFilter.ALL, page, MaxAge.ANY)
                .value()
                .nextCursor();
    }

    private static void refused(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.code())
                .isEqualTo(ErrorCode.INVALID_CURSOR));
    }

    private static String key(PurchaseLine line) {
        return line.order() + "/" + line.number();
    }

    private List<String> orders(PurchaseFilter filter, AccountId... accounts) {
        return allLines(2, filter, accounts).stream()
                .map(line -> world.nameOf(line.order()))
                .toList();
    }

    private static PurchaseFilter status(DeliveryStatus... statuses) {
        return new PurchaseFilter(DateRange.ALL, null, null, null, Set.of(statuses), AmountRange.ALL);
    }

    /** In the currency of the accounts; null is open. */
    private PurchaseFilter net(String min, String max) {
        AmountRange amounts =
                new AmountRange(world.currency(), min == null ? null : amount(min), max == null ? null : amount(max));
        return new PurchaseFilter(DateRange.ALL, null, null, null, Set.of(), amounts);
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }

    private PurchaseTotal total(Currency currency, int orders, int lines, String listValue, String net) {
        return new PurchaseTotal(
                currency, orders, lines, world.keepsListPrices() ? amount(listValue) : null, amount(net));
    }

    private PurchaseTotal total(int orders, int lines, String net) {
        return total(world.currency(), orders, lines, net, net);
    }

    private String id() {
        return "SO-P" + numbers.getAndIncrement();
    }
}
