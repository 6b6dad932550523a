package org.throughline.erp.tryton;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.throughline.history.InvoiceDocument;
import org.throughline.history.InvoiceLine;
import org.throughline.shared.DocumentTotals;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.ItemId;
import org.throughline.shared.Money;
import org.throughline.shared.Quantity;
import org.throughline.shared.TaxSubtotal;
import org.throughline.tax.TaxTreatment;

/** Reads one whole invoice. */
final class InvoiceReading {

    private static final String LINE_MODEL = "account.invoice.line";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final List<String> FIELDS = Stream.concat(
                    InvoiceRows.FIELDS.stream(),
                    Stream.of(
                            "payment_term.name",
                            "lines.type",
                            "lines.origin",
                            "lines.product.code",
                            "lines.product.name",
                            "lines.description",
                            "lines.quantity",
                            "lines.unit.symbol",
                            "lines.unit_price",
                            "lines.amount",
                            "lines.taxes.name",
                            "lines.taxes.rate",
                            "lines.taxes.legal_notice",
                            "taxes.base",
                            "taxes.amount",
                            "taxes.description",
                            "taxes.tax.name",
                            "taxes.tax.rate",
                            "taxes.tax.legal_notice"))
            .toList();

    private final TrytonClient tryton;
    private final TrytonIds ids;
    private final TrytonRecord row;
    private final InvoiceBooking booking;

    private InvoiceReading(TrytonClient tryton, TrytonIds ids, TrytonRecord row) {
        this.tryton = tryton;
        this.ids = ids;
        this.row = row;
        this.booking = new InvoiceBooking(row, ids);
    }

    /** @return empty when no invoice of that id was issued */
    static Stream<InvoiceReading> of(long id, InvoiceRows rows) {
        return rows.tryton().searchRead(rows.issued(FIELDS).where("id", "=", id)).stream()
                .map(row -> new InvoiceReading(rows.tryton(), rows.ids(), row));
    }

    InvoiceDocument document(InvoiceRows rows, LocalDate asOf) {
        BigDecimal net = booking.amount(row.decimal("untaxed_amount"));
        BigDecimal none = Money.zero(booking.currency()).amount();
        return new InvoiceDocument(
                rows.invoice(row, asOf),
                row.related("payment_term").map(terms -> terms.text("name")).orElse(null),
                lines(),
                taxes(),
                new DocumentTotals(
                        booking.currency(),
                        net,
                        none,
                        none,
                        net,
                        booking.amount(row.decimal("tax_amount")),
                        booking.gross()),
                booking.payments(),
                booking.credits(),
                corrected());
    }

    private List<InvoiceLine> lines() {
        List<TrytonRecord> all = row.all("lines");
        SaleLines orders =
                SaleLines.read(row.all("sales").stream().map(TrytonRecord::id).toList(), tryton);
        return IntStream.range(0, all.size())
                .filter(i -> "line".equals(all.get(i).text("type")))
                .mapToObj(i -> line(i + 1, all.get(i), orders))
                .toList();
    }

    private InvoiceLine line(int number, TrytonRecord line, SaleLines orders) {
        String item = line.text("product.code");
        String description = line.text("description");
        TaxTreatment treatment = treatment(line.all("taxes"));
        return new InvoiceLine(
                number,
                orders.number(line.id("origin", SaleLines.MODEL)),
                item == null ? null : new ItemId(item),
                description == null || description.isBlank() ? line.text("product.name") : description,
                quantity(line),
                Money.unitPrice(line.decimal("unit_price"), booking.currency()),
                BigDecimal.ONE,
                null,
                booking.amount(line.decimal("amount")),
                treatment.category(),
                treatment.ratePercent());
    }

    /** What is charged without a unit is counted in pieces, for which Tryton has no code either. */
    private Quantity quantity(TrytonRecord line) {
        BigDecimal quantity = line.quantity("quantity");
        String unit = line.text("unit.symbol");
        return new Quantity(booking.isCreditNote() ? quantity.negate() : quantity, unit == null ? "-" : unit);
    }

    /** One entry for each category and rate: two taxes of Tryton may be alike in both. */
    private List<TaxSubtotal> taxes() {
        return List.copyOf(row.all("taxes").stream()
                .map(this::subtotal)
                .collect(toMap(
                        tax -> tax.category() + " " + tax.ratePercent(),
                        tax -> tax,
                        (one, other) -> one.withAmounts(
                                one.taxable().add(other.taxable()), one.tax().add(other.tax())),
                        TreeMap::new))
                .values());
    }

    private TaxSubtotal subtotal(TrytonRecord tax) {
        TaxTreatment treatment = treatment(tax.related("tax").stream().toList());
        return new TaxSubtotal(
                treatment.category(),
                treatment.ratePercent(),
                booking.amount(tax.decimal("base")),
                booking.amount(tax.decimal("amount")),
                null,
                treatment.reason());
    }

    /** Several taxes of a line count as one of their rates together. */
    private static TaxTreatment treatment(List<TrytonRecord> taxes) {
        if (taxes.isEmpty()) {
            return TrytonTax.NONE;
        }
        TrytonRecord first = taxes.get(0);
        BigDecimal rate = taxes.stream()
                .map(tax -> tax.decimal("rate"))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(HUNDRED);
        BigDecimal percent = new BigDecimal(rate.stripTrailingZeros().toPlainString());
        return new TrytonTax(first.id(), first.text("name"), percent, first.text("legal_notice")).treatment();
    }

    /** The invoice whose lines this one credits. */
    private InvoiceId corrected() {
        List<Long> credited = row.all("lines").stream()
                .map(line -> line.id("origin", LINE_MODEL))
                .filter(Objects::nonNull)
                .toList();
        List<Long> invoices = tryton.read(LINE_MODEL, credited, List.of("invoice"), Map.of()).stream()
                .map(line -> line.id("invoice"))
                .distinct()
                .toList();
        return booking.isCreditNote() && invoices.size() == 1 ? ids.invoice(invoices.get(0)) : null;
    }
}
