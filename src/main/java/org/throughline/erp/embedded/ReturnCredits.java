package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;
import org.throughline.shared.Violations;

/** Finds the invoices on which returned goods stand. */
final class ReturnCredits {

    private static final String INVOICES =
            "select id from invoice where order_id = ? and kind = 'INVOICE' order by issued_on desc, id desc";

    private final JdbcClient jdbc;

    ReturnCredits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is to be credited: quantities by line of each invoice.
     *
     * @throws ServiceFault NOT_INVOICED_YET at each line of which less was invoiced and not credited than came back;
     *     WRONG_STATE when nothing came back
     */
    Map<String, Map<Integer, BigDecimal>> of(GoodsReturn goods) {
        List<CreditableInvoice> invoices = jdbc.sql(INVOICES).param(goods.order()).query(String.class).list().stream()
                .flatMap(id -> CreditableInvoice.read(id, jdbc).stream())
                .toList();
        Map<String, Map<Integer, BigDecimal>> credits = new LinkedHashMap<>();
        Violations violations = new Violations();
        for (GoodsReturn.Line line : goods.lines()) {
            BigDecimal missing = take(line, invoices, credits);
            if (missing.signum() > 0) {
                violations.add(notInvoiced(line, missing));
            }
        }
        violations.throwIfAny();
        if (credits.isEmpty()) {
            throw new ServiceFault(ErrorCode.WRONG_STATE.at("return", "Nothing came back that could be credited."));
        }
        return credits;
    }

    /** @return what stands on no invoice */
    private static BigDecimal take(
            GoodsReturn.Line line, List<CreditableInvoice> invoices, Map<String, Map<Integer, BigDecimal>> credits) {
        BigDecimal missing = line.cameBack();
        for (CreditableInvoice invoice : invoices) {
            for (CreditableInvoice.Line invoiced : invoice.lines()) {
                BigDecimal part = invoiced.left().min(missing);
                if (isOf(line, invoiced) && part.signum() > 0) {
                    credits.computeIfAbsent(invoice.head().id(), id -> new LinkedHashMap<>())
                            .put(invoiced.number(), part);
                    missing = missing.subtract(part);
                }
            }
        }
        return missing;
    }

    private static boolean isOf(GoodsReturn.Line line, CreditableInvoice.Line invoiced) {
        return line.orderLine() != null && line.orderLine().equals(invoiced.orderLine());
    }

    private static Violation notInvoiced(GoodsReturn.Line line, BigDecimal missing) {
        return ErrorCode.NOT_INVOICED_YET
                .at("lines[" + (line.number() - 1) + "]")
                .withRemedy(Remedy.of("Invoice the order first: " + missing.toPlainString() + " " + line.unit()
                        + " of the line are on no invoice that was not credited already."));
    }
}
