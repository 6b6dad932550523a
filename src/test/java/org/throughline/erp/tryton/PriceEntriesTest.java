package org.throughline.erp.tryton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.throughline.erp.tryton.PriceListLines.Line;
import org.throughline.erp.tryton.TrytonUnits.TrytonUnit;
import org.throughline.pricing.Period;
import org.throughline.pricing.PriceEntry;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.ServiceFault;

/** The lines of a price list become prices from quantities on. */
class PriceEntriesTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final TrytonUnit PIECE = unit(1, "u", "1", "1");
    private static final TrytonUnit DOZEN = unit(2, "doz", "12", "1");

    @Test
    void theFirstLineThatMatchesDecides() {
        assertThat(entries(
                        null,
                        line(1L, null, "100", "Decimal(\"5.25\")"),
                        line(1L, null, "10", "Decimal(\"6.10\")"),
                        line(null, 3L, "10", "list_price * 0.90"),
                        line(null, null, "0", "list_price * 0.95")))
                .containsExactly(tuple("u", "0", "6.9825"), tuple("u", "10", "6.1000"), tuple("u", "100", "5.2500"));
    }

    @Test
    void aLineBeforeOneWithABreakHidesIt() {
        assertThat(entries(null, line(null, null, "0", "list_price"), line(null, null, "10", "list_price * 0.5")))
                .containsExactly(tuple("u", "0", "7.3500"));
    }

    @Test
    void linesOfOtherProductsAndCategoriesDoNotCount() {
        assertThat(entries(null, line(2L, null, "0", "1"), line(null, 9L, "0", "2")))
                .containsExactly(tuple("u", "0", "7.3500"));
    }

    @Test
    void aPriceOfFourDecimalsIsRoundedToTheEvenOne() {
        assertThat(entries(null, line(null, null, "0", "Decimal(\"1.00005\")")))
                .containsExactly(tuple("u", "0", "1.0000"));
    }

    @Test
    void taxIsTakenOutOfPricesThatIncludeIt() {
        assertThat(entries(new BigDecimal("20"), line(null, null, "0", "12")))
                .containsExactly(tuple("u", "0", "10.0000"));
    }

    @Test
    void withoutAListTheProductsOwnPriceHolds() {
        assertThat(told(new PriceEntries(GBP, null, null, 4).of(product(PIECE, "7.35"), List.of())))
                .containsExactly(tuple("u", "0", "7.3500"));
    }

    @Test
    void aProductSoldInAnotherUnitHasAPriceForBothAndQuantitiesInEach() {
        PriceListLines lines = new PriceListLines(7, true, List.of(line(null, null, "2", "list_price * 0.5")));
        assertThat(told(new PriceEntries(GBP, lines, null, 4).of(product(DOZEN, "1.00"), List.of())))
                .containsExactly(
                        tuple("u", "0", "1.0000"),
                        tuple("doz", "0", "12.0000"),
                        tuple("u", "24", "0.5000"),
                        tuple("doz", "2", "6.0000"));
    }

    @Test
    void datesOfLinesMakePeriods() {
        LocalDate first = LocalDate.of(2026, 12, 1);
        LocalDate last = LocalDate.of(2026, 12, 24);
        PriceListLines lines = new PriceListLines(
                7,
                false,
                List.of(
                        new Line(null, null, BigDecimal.ZERO, "list_price * 0.5", first, last),
                        line(null, null, "0", "list_price")));
        assertThat(new PriceEntries(GBP, lines, null, 2).of(product(PIECE, "8.00"), List.of()))
                .extracting(PriceEntry::unitPrice, PriceEntry::validity)
                .containsExactly(
                        tuple(new BigDecimal("8.00"), new Period(null, first)),
                        tuple(new BigDecimal("4.00"), new Period(first, last.plusDays(1))),
                        tuple(new BigDecimal("8.00"), new Period(last.plusDays(1), null)));
    }

    @Test
    void aFormulaThatCannotBeReadIsNotLeftOut() {
        assertThatThrownBy(() -> entries(null, line(null, null, "0", "max(list_price, 3)")))
                .isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.code())
                        .isEqualTo(ErrorCode.NOT_SUPPORTED_BY_ERP));
    }

    @Test
    void aProductWithoutAPriceHasOneOnlyWhereAFormulaDoesNotNeedIt() {
        PriceListLines lines = new PriceListLines(
                7, false, List.of(line(null, null, "10", "Decimal(\"3\")"), line(null, null, "0", "list_price")));
        assertThat(told(new PriceEntries(GBP, lines, null, 4).of(product(PIECE, null), List.of())))
                .containsExactly(tuple("u", "10", "3.0000"));
    }

    private static List<Tuple> entries(BigDecimal ratePercent, Line... lines) {
        PriceListLines list = new PriceListLines(7, false, List.of(lines));
        return told(new PriceEntries(GBP, list, ratePercent, 4).of(product(PIECE, "7.35"), List.of(3L)));
    }

    private static List<Tuple> told(List<PriceEntry> entries) {
        return entries.stream()
                .map(entry -> tuple(
                        entry.unit(),
                        entry.minQuantity().stripTrailingZeros().toPlainString(),
                        entry.unitPrice().toPlainString()))
                .toList();
    }

    private static Line line(Long product, Long category, String least, String formula) {
        return new Line(product, category, new BigDecimal(least), formula, null, null);
    }

    private static TrytonProduct product(TrytonUnit sale, String listPrice) {
        BigDecimal price = listPrice == null ? null : new BigDecimal(listPrice);
        return new TrytonProduct(
                1, new ItemId("A"), "A", null, true, false, PIECE, sale, price, BigDecimal.ONE, 1L, List.of(3L));
    }

    private static TrytonUnit unit(long id, String code, String holds, String parts) {
        return new TrytonUnit(id, code, 1, new BigDecimal(holds), new BigDecimal(parts), 0, true);
    }
}
