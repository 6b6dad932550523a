package org.throughline.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/**
 * A document whose tax a caller wants, without reference to a customer or an item of the ERP.
 *
 * @param seller null when every line states its treatment
 * @param buyer null when every line states its treatment
 * @param shipFrom where goods are dispatched; null: where the seller is
 * @param shipTo where goods go or a service is done; null: where the buyer is
 * @param date of supply; null: today
 * @param roundingLevel null: as the installation is set
 */
public record TaxRequest(
        TaxParty seller,
        TaxParty buyer,
        TaxPlace shipFrom,
        TaxPlace shipTo,
        LocalDate date,
        Currency currency,
        boolean pricesIncludeTax,
        RoundingLevel roundingLevel,
        List<Line> lines,
        List<Adjustment> allowances,
        List<Adjustment> charges,
        BigDecimal prepaid,
        BigDecimal rounding) {

    public static final int MAX_LINES = 10_000;

    public TaxRequest {
        lines = List.copyOf(lines);
        allowances = List.copyOf(allowances);
        charges = List.copyOf(charges);
    }

    /** The same with a date and a level of rounding. */
    TaxRequest withDefaults(LocalDate today, RoundingLevel level) {
        return new TaxRequest(
                seller,
                buyer,
                shipFrom,
                shipTo,
                date == null ? today : date,
                currency,
                pricesIncludeTax,
                roundingLevel == null ? level : roundingLevel,
                lines,
                allowances,
                charges,
                prepaid,
                rounding);
    }

    /** Needs a seller, a buyer and a date. */
    Supply supply() {
        return new Supply(
                seller,
                buyer,
                shipFrom == null ? seller.place() : shipFrom,
                shipTo == null ? buyer.place() : shipTo,
                date);
    }

    /** Whether no treatment has to be found. */
    boolean isStated() {
        return Stream.of(
                        lines.stream().map(Line::basis),
                        allowances.stream().map(Adjustment::basis),
                        charges.stream().map(Adjustment::basis))
                .flatMap(bases -> bases)
                .allMatch(basis -> basis instanceof Basis.Stated);
    }

    /** How the treatment of a line, allowance or charge is known. */
    public sealed interface Basis {

        /** The caller says so. */
        record Stated(TaxTreatment treatment) implements Basis {}

        /** To be found from the parties, the place, the date and this class. */
        record ByClass(TaxClass taxClass) implements Basis {}
    }

    /** As {@link TaxableLine}, but its treatment may have to be found. */
    public record Line(
            String id,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal priceBaseQuantity,
            List<BigDecimal> allowances,
            List<BigDecimal> charges,
            Basis basis) {

        public Line {
            allowances = List.copyOf(allowances);
            charges = List.copyOf(charges);
        }
    }

    /** As {@link DocumentAdjustment}, but its treatment may have to be found. */
    public record Adjustment(BigDecimal amount, Basis basis) {}
}
