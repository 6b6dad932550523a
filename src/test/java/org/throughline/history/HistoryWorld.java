package org.throughline.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.throughline.shared.AccountId;
import org.throughline.shared.Quantity;

/** An ERP that a contract test fills with documents and reads through the ports. Its dataset is "test", its day 2026-06-15. */
public interface HistoryWorld extends AutoCloseable {

    String DATASET = "test";

    LocalDate TODAY = LocalDate.of(2026, 6, 15);

    /** What an order, invoice, shipment or return is about; prices are for one unit, amounts follow from them. */
    record Line(String item, Quantity quantity, BigDecimal baseQuantity, BigDecimal listPrice, BigDecimal unitPrice) {

        public static Line of(String item, String quantity, String price) {
            return of(item, quantity, price, price);
        }

        public static Line of(String item, String quantity, String listPrice, String unitPrice) {
            return new Line(
                    item,
                    Quantity.of(quantity, "EA"),
                    new BigDecimal(quantity),
                    new BigDecimal(listPrice),
                    new BigDecimal(unitPrice));
        }
    }

    Purchases purchases();

    Invoices invoices();

    Shipments shipments();

    Returns returns();

    /** A new account, whose currency is EUR. */
    AccountId account(String id);

    /** An item whose base unit is EA, unless there is one of that id. */
    void item(String id, String name);

    void order(String id, AccountId account, LocalDate date, String currency, Line... lines);

    /** Notes how much of a line has been shipped and invoiced. */
    void progress(String order, int line, String shipped, String invoiced);

    void cancelledOrder(String id, AccountId account, LocalDate date, Line... lines);

    void quotation(String id, AccountId account, LocalDate date, Line... lines);

    /** Taxed with 20 %, due after 30 days. */
    void invoice(String id, AccountId account, LocalDate date, String customerReference, Line... lines);

    /** Says which order an invoice or return is for. */
    void belongsTo(String document, String order);

    /** For an invoice; lowers what is outstanding on it. */
    void creditNote(String id, String invoice, LocalDate date, Line... lines);

    void payment(String invoice, LocalDate date, String amount);

    void shipment(String id, AccountId account, LocalDate date, ShipmentStatus status, Line... lines);

    /** Changes the stored document behind the ERP's back. */
    void damageProof(String shipment);

    void proof(String shipment, String signedBy, Instant signedAt, byte[] content);

    void returned(String id, AccountId account, LocalDate date, ReturnState state, String creditNote, Line... lines);

    @Override
    void close();
}
