package org.throughline.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.throughline.shared.Answer;
import org.throughline.shared.Capabilities;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

class StockServiceTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final List<Item> ITEMS = List.of(
            item("BOLT", ItemStatus.ACTIVE, true, OptionalInt.of(14)),
            item("NUT", ItemStatus.ACTIVE, true, OptionalInt.empty()),
            item("OLD", ItemStatus.DISCONTINUED, true, OptionalInt.of(14)),
            item("BAD", ItemStatus.BLOCKED, true, OptionalInt.of(14)),
            item("HELP", ItemStatus.ACTIVE, false, OptionalInt.empty()));

    private final StockService stock = service(Capabilities.all());

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        ServiceFault fault = refused(
                line("NONE", "1"),
                with(line("BOLT", "1"), Optional.of("KG"), Optional.empty(), Optional.empty()),
                line("BOLT", "0.5"),
                line("BOLT", "-1"),
                with(line("BOLT", "1"), Optional.empty(), Optional.of(TODAY.minusDays(1)), Optional.of("MOON")));
        assertThat(fault.violations())
                .extracting(violation -> violation.code() + " " + violation.path())
                .containsExactly(
                        "ITEM_NOT_FOUND line[0].item",
                        "UNIT_NOT_FOUND line[1].unit",
                        "INVALID_QUANTITY line[2].quantity",
                        "INVALID_QUANTITY line[3].quantity",
                        "WAREHOUSE_NOT_FOUND line[4].warehouse",
                        "INVALID_VALUE line[4].requiredDate");
    }

    @Test
    void whatWouldPassIsTold() {
        List<Violation> violations = refused(
                        with(line("BOLT", "1"), Optional.of("KG"), Optional.empty(), Optional.empty()),
                        with(line("BOLT", "1"), Optional.empty(), Optional.empty(), Optional.of("MOON")))
                .violations();
        assertThat(violations.get(0).remedy().allowedValues()).containsExactly("EA", "BOX12");
        assertThat(violations.get(1).remedy().allowedValues()).containsExactly("LEEDS");
    }

    @Test
    void fiveHundredLinesAreTheLimitOfAQuestionButNotOfAnOrder() {
        AvailabilityRequest tooMany = new AvailabilityRequest(Collections.nCopies(501, line("BOLT", "1")));
        ServiceFault fault =
                catchThrowableOfType(ServiceFault.class, () -> stock.checkAvailability(tooMany, MaxAge.ANY));
        assertThat(fault.code()).isEqualTo(ErrorCode.TOO_MANY_LINES);
        assertThat(fault.violations().get(0).remedy().limit()).isEqualByComparingTo("500");
        assertThat(stock.availability(tooMany, MaxAge.ANY).value()).hasSize(501);
    }

    @Test
    void linesOfOneItemShareItsStock() {
        assertThat(confirmed(line("NUT", "7"), line("NUT", "7"), line("NUT", "7")))
                .containsExactly("7", "3", "0");
    }

    @Test
    void onlyWhatCanBeBoughtInIsPromisedBeyondTheStock() {
        assertThat(confirmed(line("BOLT", "100"), line("NUT", "100"), line("OLD", "100"), line("BAD", "100")))
                .containsExactly("100", "10", "10", "0");
    }

    @Test
    void whatIsNotKeptInStockIsThereTodayUnlessItHasALeadTime() {
        assertThat(answer(line("HELP", "3")).get(0).promise().completeOn()).contains(TODAY);
    }

    @Test
    void whatTheCallerLeftOutIsSaid() {
        ItemAvailability availability = answer(line("BOLT", "1")).get(0);
        assertThat(availability.requested().unit()).isEqualTo("EA");
        assertThat(availability.requiredOn()).isEqualTo(TODAY);
    }

    @Test
    void anUnknownItemIsNotFound() {
        ServiceFault fault =
                catchThrowableOfType(ServiceFault.class, () -> stock.getItem(new ItemId("NONE"), MaxAge.ANY));
        assertThat(fault.code()).isEqualTo(ErrorCode.ITEM_NOT_FOUND);
    }

    @Test
    void whatTheErpCannotDoIsNotSupported() {
        StockService poor =
                service(Capabilities.allBut(Operation.CHECK_AVAILABILITY, Operation.GET_ITEM, Operation.FIND_ITEMS));
        List<Runnable> calls = List.of(
                () -> poor.checkAvailability(new AvailabilityRequest(List.of(line("BOLT", "1"))), MaxAge.ANY),
                () -> poor.getItem(new ItemId("BOLT"), MaxAge.ANY),
                () -> poor.findItems(ItemFilter.ALL, PageRequest.first(1), MaxAge.ANY));
        assertThat(calls).allSatisfy(call -> assertThat(
                        catchThrowableOfType(ServiceFault.class, call::run).code())
                .isEqualTo(ErrorCode.NOT_SUPPORTED_BY_ERP));
    }

    private ServiceFault refused(AvailabilityRequest.Line... lines) {
        return catchThrowableOfType(ServiceFault.class, () -> answer(lines));
    }

    private List<String> confirmed(AvailabilityRequest.Line... lines) {
        return answer(lines).stream()
                .map(availability -> availability.promise().confirmed().toPlainString())
                .toList();
    }

    private List<ItemAvailability> answer(AvailabilityRequest.Line... lines) {
        return stock.checkAvailability(new AvailabilityRequest(Arrays.asList(lines)), MaxAge.ANY)
                .value();
    }

    private static AvailabilityRequest.Line line(String item, String quantity) {
        return new AvailabilityRequest.Line(
                new ItemId(item), new BigDecimal(quantity), Optional.empty(), Optional.empty(), Optional.empty(), true);
    }

    private static AvailabilityRequest.Line with(
            AvailabilityRequest.Line line,
            Optional<String> unit,
            Optional<LocalDate> requiredOn,
            Optional<String> warehouse) {
        return new AvailabilityRequest.Line(
                line.item(), line.quantity(), unit, requiredOn, warehouse, line.partialAllowed());
    }

    private static Item item(String id, ItemStatus status, boolean stocked, OptionalInt leadTimeDays) {
        return new Item(
                new ItemId(id),
                id,
                Optional.empty(),
                status,
                stocked,
                List.of(new ItemUnit("EA", BigDecimal.ONE, 0), new ItemUnit("BOX12", new BigDecimal("12"), 0)),
                "STANDARD",
                leadTimeDays,
                List.of(),
                1,
                NOW);
    }

    private static StockService service(Capabilities capabilities) {
        return new StockService(new FakeErp(capabilities), new FakeItems(), new TenOfEach(), CLOCK);
    }

    private record FakeErp(Capabilities capabilities) implements Erp {
        @Override
        public String dataset() {
            return "test";
        }

        @Override
        public String product() {
            return "Test ERP";
        }

        @Override
        public String version() {
            return "1";
        }
    }

    private static final class FakeItems implements Items {
        @Override
        public Answer<Map<ItemId, Item>> get(Collection<ItemId> ids, MaxAge maxAge) {
            return Answer.live(
                    ITEMS.stream()
                            .filter(item -> ids.contains(item.id()))
                            .collect(Collectors.toMap(Item::id, Function.identity())),
                    NOW);
        }

        @Override
        public Answer<Page<Item>> find(ItemFilter filter, PageRequest page, MaxAge maxAge) {
            return Answer.live(new Page<>(ITEMS, Optional.empty()), NOW);
        }
    }

    /** Ten of each stocked item, in one warehouse. */
    private static final class TenOfEach implements StockLevels {
        @Override
        public Answer<Map<ItemId, List<StockLevel>>> of(Collection<ItemId> ids, MaxAge maxAge) {
            StockLevel ten = new StockLevel("LEEDS", BigDecimal.TEN, BigDecimal.ZERO, List.of());
            return Answer.live(
                    ITEMS.stream().filter(Item::stocked).collect(Collectors.toMap(Item::id, item -> List.of(ten))),
                    NOW);
        }

        @Override
        public Answer<List<Warehouse>> warehouses(MaxAge maxAge) {
            return Answer.live(List.of(new Warehouse("LEEDS", "Leeds")), NOW);
        }
    }
}
