package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.erp.embedded.PartAmounts.Earlier;
import org.throughline.erp.embedded.PartAmounts.TaxKey;
import org.throughline.shared.Money;

/** Reads what earlier parts of a document came to: the invoices of an order, or the credit notes of an invoice. */
final class EarlierParts {

    private static final String INVOICES = "i.order_id = ? and i.kind = 'INVOICE'";
    /** Those that do not say which lines they are for came from elsewhere and do not take part in the arithmetic. */
    private static final String CREDIT_NOTES = "i.corrects_id = ? and i.kind = 'CREDIT_NOTE' and exists"
            + " (select 1 from invoice_line r where r.invoice_id = i.id and r.corrects_line is not null)";

    private static final String NETS = """
            select l.%1$s as line, sum(l.net) as net from invoice i join invoice_line l on l.invoice_id = i.id
            where %2$s and l.%1$s is not null group by l.%1$s""";
    private static final String TAXES = """
            select t.category, t.rate_percent, t.jurisdiction, t.tax_name, sum(t.taxable) as taxable, sum(t.tax) as tax
            from invoice i join invoice_tax t on t.invoice_id = i.id
            where %s group by t.category, t.rate_percent, t.jurisdiction, t.tax_name""";
    private static final String CHARGES = "select coalesce(sum(i.charge_total), 0) from invoice i where %s";

    private final JdbcClient jdbc;

    EarlierParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Earlier invoicesOf(String order, Currency currency) {
        return read(order, INVOICES, "order_line_no", currency);
    }

    Earlier creditNotesOf(String invoice, Currency currency) {
        return read(invoice, CREDIT_NOTES, "corrects_line", currency);
    }

    private Earlier read(String whole, String parts, String lineColumn, Currency currency) {
        Map<Integer, BigDecimal> nets = new HashMap<>();
        Map<TaxKey, BigDecimal> taxables = new HashMap<>();
        Map<TaxKey, BigDecimal> taxes = new HashMap<>();
        jdbc.sql(NETS.formatted(lineColumn, parts)).param(whole).query(row -> {
            nets.put(row.getInt("line"), Money.round(row.getBigDecimal("net"), currency));
        });
        jdbc.sql(TAXES.formatted(parts)).param(whole).query(row -> {
            taxables.put(taxKey(row), Money.round(row.getBigDecimal("taxable"), currency));
            taxes.put(taxKey(row), Money.round(row.getBigDecimal("tax"), currency));
        });
        BigDecimal charges = jdbc.sql(CHARGES.formatted(parts))
                .param(whole)
                .query(BigDecimal.class)
                .single();
        return new Earlier(nets, taxables, taxes, Money.round(charges, currency));
    }

    private static TaxKey taxKey(ResultSet row) throws SQLException {
        return new TaxKey(
                row.getString("category"),
                row.getBigDecimal("rate_percent").stripTrailingZeros(),
                row.getString("jurisdiction"),
                row.getString("tax_name"));
    }
}
