package org.throughline.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Stock is written as "A 10-3 5@12" (in warehouse A 10 on hand, 3 allocated, 5 expected on the 12th), a schedule as "10
 * A ON_HAND @1". Today is the 1st of January.
 */
class SchedulingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final ItemUnit PIECE = new ItemUnit("EA", BigDecimal.ONE, 0);
    private static final ItemUnit BOX = new ItemUnit("BOX12", new BigDecimal("12"), 0);
    private static final ItemUnit METRE = new ItemUnit("M", BigDecimal.ONE, 2);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        what is on hand comes first                       | A 10-0 50@5       | 8   | 1 |    | 8 A ON_HAND @1                                  | 8  | true
        exactly what is there is enough                   | A 10-2            | 8   | 1 |    | 8 A ON_HAND @1                                  | 8  | true
        what is allocated cannot be had                   | A 10-3            | 8   | 1 |    | 7 A ON_HAND @1                                  | 7  | false
        expected supply follows by date                   | A 5-0 4@9 6@5     | 12  | 1 |    | 5 A ON_HAND @1, 6 A EXPECTED @5, 1 A EXPECTED @9| 5  | true
        the rest is ordered in                            | A 5-0             | 8   | 1 | 15 | 5 A ON_HAND @1, 3 - LEAD_TIME @15               | 5  | true
        nothing there is all ordered in                   | A 0-0             | 8   | 1 | 15 | 8 - LEAD_TIME @15                               | 0  | true
        supply later than the lead time is left alone     | A 5-0 9@20        | 8   | 1 | 15 | 5 A ON_HAND @1, 3 - LEAD_TIME @15               | 5  | true
        supply in time spares the lead time               | A 5-0 9@20        | 8   | 20| 15 | 5 A ON_HAND @20, 3 A EXPECTED @20               | 8  | true
        supply on the day of the lead time is used        | A 5-0 9@15        | 8   | 1 | 15 | 5 A ON_HAND @1, 3 A EXPECTED @15                | 5  | true
        nothing there and nothing to come                 | A 0-0             | 8   | 1 |    |                                                 | 0  | false
        more is claimed than there is                     | A 2-6 5@5 5@9     | 4   | 1 |    | 1 A EXPECTED @5, 3 A EXPECTED @9                | 0  | true
        claims swallow a whole supply                     | A 0-5 5@5 5@9     | 4   | 1 |    | 4 A EXPECTED @9                                 | 0  | true
        claims in one warehouse leave the other alone     | A 0-5; B 5-0      | 4   | 1 |    | 4 B ON_HAND @1                                  | 4  | true
        overdue supply is not relied on                   | A 5-0 9@0         | 8   | 1 |    | 5 A ON_HAND @1                                  | 5  | false
        nothing leaves before it is wanted                | A 5-0 9@5 9@20    | 20  | 9 |    | 5 A ON_HAND @9, 9 A EXPECTED @9, 6 A EXPECTED @20| 14 | true
        warehouses are used in their order                | A 5-0; B 9-0      | 8   | 1 |    | 5 A ON_HAND @1, 3 B ON_HAND @1                  | 8  | true
        on hand elsewhere comes before expected here      | A 0-0 9@1; B 9-0  | 4   | 1 |    | 4 B ON_HAND @1                                  | 4  | true
        supplies of one day become one delivery           | A 0-0 3@5 4@5     | 7   | 1 |    | 7 A EXPECTED @5                                 | 0  | true
        """)
    void partialDeliveries(
            String name,
            String stock,
            BigDecimal quantity,
            int day,
            Integer leadDay,
            String schedule,
            BigDecimal available,
            boolean complete) {
        Promise promise = promise(stock, demand(quantity, PIECE, day, leadDay, true));
        assertThat(text(promise)).isEqualTo(schedule == null ? "" : schedule);
        assertThat(promise.availableOnRequiredDay()).isEqualByComparingTo(available);
        assertThat(promise.complete()).isEqualTo(complete);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        all at once leaves at once                        | A 10-0            | 8   | 1 |    | 8 A ON_HAND @1                                  | 8  | true
        all at once waits for the last part               | A 5-0 4@9         | 8   | 1 |    | 5 A ON_HAND @9, 3 A EXPECTED @9                 | 5  | true
        all at once waits for the lead time               | A 5-0             | 8   | 1 | 15 | 5 A ON_HAND @15, 3 - LEAD_TIME @15              | 5  | true
        several supplies leave together                   | A 0-0 4@5 4@9     | 8   | 1 |    | 8 A EXPECTED @9                                 | 0  | true
        what cannot become complete is not promised       | A 5-0             | 8   | 1 |    |                                                 | 5  | false
        """)
    void completeDeliveries(
            String name,
            String stock,
            BigDecimal quantity,
            int day,
            Integer leadDay,
            String schedule,
            BigDecimal available,
            boolean complete) {
        Promise promise = promise(stock, demand(quantity, PIECE, day, leadDay, false));
        assertThat(text(promise)).isEqualTo(schedule == null ? "" : schedule);
        assertThat(promise.availableOnRequiredDay()).isEqualByComparingTo(available);
        assertThat(promise.complete()).isEqualTo(complete);
    }

    @Test
    void boxesAreFilledFromOneWarehouseAndOnlyWholeOnesCount() {
        assertThat(text(promise("A 30-0; B 23-0", demand(new BigDecimal("4"), BOX, 1, null, true))))
                .isEqualTo("2 A ON_HAND @1, 1 B ON_HAND @1");
    }

    @Test
    void aBoxIsFilledFromSeveralSuppliesOfItsWarehouse() {
        assertThat(text(promise("A 7-0 4@5 4@9", demand(new BigDecimal("1"), BOX, 1, null, true))))
                .isEqualTo("1 A EXPECTED @9");
    }

    @Test
    void whatCanBeDividedIsPromisedInParts() {
        assertThat(text(promise("A 2.5-0", demand(new BigDecimal("4"), METRE, 1, null, true))))
                .isEqualTo("2.5 A ON_HAND @1");
    }

    @Test
    void onlyTheWarehouseAskedForDelivers() {
        Scheduling.Demand demand = new Scheduling.Demand(
                new BigDecimal("8"), PIECE, TODAY, Optional.of("B"), true, Optional.of(TODAY.plusDays(14)));
        assertThat(text(promise("A 9-0; B 5-0", demand))).isEqualTo("5 B ON_HAND @1, 3 B LEAD_TIME @15");
    }

    @Test
    void whatIsPromisedIsNotLeftForTheNext() {
        List<Lot> lots = Lot.of(levels("A 10-0 5@5; B 4-0"), TODAY);
        Scheduling.Outcome first = Scheduling.schedule(lots, demand(new BigDecimal("12"), PIECE, 1, null, true));
        Scheduling.Outcome second =
                Scheduling.schedule(first.left(), demand(new BigDecimal("12"), PIECE, 1, null, true));
        assertThat(text(first.promise())).isEqualTo("10 A ON_HAND @1, 2 B ON_HAND @1");
        assertThat(text(second.promise())).isEqualTo("2 B ON_HAND @1, 5 A EXPECTED @5");
        assertThat(second.left()).isEmpty();
    }

    @Test
    void whatIsNotPromisedIsLeftForTheNext() {
        List<Lot> lots = Lot.of(levels("A 10-0"), TODAY);
        Scheduling.Outcome refused = Scheduling.schedule(lots, demand(new BigDecimal("12"), PIECE, 1, null, false));
        assertThat(refused.promise().schedule()).isEmpty();
        assertThat(refused.left()).isEqualTo(lots);
    }

    private static Scheduling.Demand demand(
            BigDecimal quantity, ItemUnit unit, int day, Integer leadDay, boolean partial) {
        return new Scheduling.Demand(
                quantity,
                unit,
                day(day),
                Optional.empty(),
                partial,
                Optional.ofNullable(leadDay).map(SchedulingTest::day));
    }

    private static Promise promise(String stock, Scheduling.Demand demand) {
        return Scheduling.schedule(Lot.of(levels(stock), TODAY), demand).promise();
    }

    private static List<StockLevel> levels(String stock) {
        return Arrays.stream(stock.split("; ")).map(SchedulingTest::level).toList();
    }

    private static StockLevel level(String text) {
        String[] parts = text.split(" ");
        String[] balance = parts[1].split("-");
        List<Supply> supplies =
                Arrays.stream(parts).skip(2).map(SchedulingTest::supply).toList();
        return new StockLevel(parts[0], new BigDecimal(balance[0]), new BigDecimal(balance[1]), supplies);
    }

    private static Supply supply(String text) {
        String[] parts = text.split("@");
        return new Supply(day(Integer.parseInt(parts[1])), new BigDecimal(parts[0]));
    }

    private static LocalDate day(int dayOfJanuary) {
        return TODAY.plusDays(dayOfJanuary - 1L);
    }

    private static String text(Promise promise) {
        return promise.schedule().stream()
                .map(line -> line.quantity().stripTrailingZeros().toPlainString() + " "
                        + line.warehouse().orElse("-") + " " + line.origin() + " @"
                        + line.on().getDayOfMonth())
                .collect(Collectors.joining(", "));
    }
}
