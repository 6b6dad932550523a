package org.throughline.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.opentest4j.TestAbortedException;
import org.throughline.shared.AccountId;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.OrderId;
import org.throughline.shared.Quantity;
import org.throughline.shared.ShipmentId;

/**
 * An ERP that a contract test fills with documents and reads through the ports. Its dataset is "test", its day 2026-06-15.
 *
 * <p>A test names its accounts, items and documents; an ERP that names documents otherwise tells which is which. What an ERP cannot have
 * it does not make: it throws {@link TestAbortedException}, which says so.
 */
public interface HistoryWorld extends AutoCloseable {

    String DATASET = "test";

    LocalDate TODAY = LocalDate.of(2026, 6, 15);

    /**
     * What an order, invoice, shipment or return is about; prices are for one unit, amounts follow from them.
     *
     * @param unit null for the item's base unit
     */
    record Line(
            String item,
            BigDecimal quantity,
            String unit,
            BigDecimal baseQuantity,
            BigDecimal listPrice,
            BigDecimal unitPrice) {

        public static Line of(String item, String quantity, String price) {
            return of(item, quantity, price, price);
        }

        public static Line of(String item, String quantity, String listPrice, String unitPrice) {
            BigDecimal pieces = new BigDecimal(quantity);
            return new Line(item, pieces, null, pieces, new BigDecimal(listPrice), new BigDecimal(unitPrice));
        }

        /** @param quantity of a unit that holds twelve */
        public static Line dozens(String item, String quantity, String price) {
            BigDecimal dozens = new BigDecimal(quantity);
            BigDecimal each = new BigDecimal(price);
            return new Line(item, dozens, "BOX12", dozens.multiply(BigDecimal.valueOf(12)), each, each);
        }
    }

    Purchases purchases();

    Invoices invoices();

    Shipments shipments();

    Returns returns();

    /** Currency of accounts, invoices and, unless they are in another, orders. */
    default Currency currency() {
        return Currency.getInstance("EUR");
    }

    /** Later in the alphabet. */
    default Currency otherCurrency() {
        return Currency.getInstance("USD");
    }

    /** The base unit of all items. */
    default String unit() {
        return "EA";
    }

    default Quantity pieces(String quantity) {
        return Quantity.of(quantity, unit());
    }

    /** The smallest quantity of an item that can be dealt in. */
    default String least() {
        return "0.5";
    }

    /** A price with as many decimals as there can be. */
    default String finePrice() {
        return "0.123456";
    }

    /** Whether list prices and discounts can be told of orders and invoices. */
    default boolean keepsListPrices() {
        return true;
    }

    /** A number of documents that makes a long list, but can still be written while somebody waits. */
    default int many(int wanted) {
        return wanted;
    }

    default String nameOf(OrderId order) {
        return order.value();
    }

    default String nameOf(InvoiceId invoice) {
        return invoice.value();
    }

    default String nameOf(ShipmentId shipment) {
        return shipment.value();
    }

    default OrderId orderOf(String name) {
        return new OrderId(DATASET, name);
    }

    default InvoiceId invoiceOf(String name) {
        return new InvoiceId(DATASET, name);
    }

    default ShipmentId shipmentOf(String name) {
        return new ShipmentId(DATASET, name);
    }

    /** A new account. */
    AccountId account(String id);

    /** An item, unless there is one of that id. */
    void item(String id, String name);

    /** The customer's reference is "ref" and the name of the order. */
    void order(String id, AccountId account, LocalDate date, Currency currency, Line... lines);

    /** The customer's reference is "ref" and the name of the order. */
    default void order(String id, AccountId account, LocalDate date, Line... lines) {
        order(id, account, date, currency(), lines);
    }

    /** Ships and invoices so much of the only line. */
    void progress(String order, String shipped, String invoiced);

    void cancelledOrder(String id, AccountId account, LocalDate date, Line... lines);

    void quotation(String id, AccountId account, LocalDate date, Line... lines);

    /** Taxed with 20 %, due after 30 days. */
    void invoice(String id, AccountId account, LocalDate date, String customerReference, Line... lines);

    /** An invoice for an order. */
    void invoiceFor(String order, String id, AccountId account, LocalDate date, Line... lines);

    /** Says which order a return is for. */
    void belongsTo(String returned, String order);

    /** For an invoice; lowers what is outstanding on it. */
    void creditNote(String id, String invoice, LocalDate date, Line... lines);

    void payment(String invoice, LocalDate date, String amount);

    /** A shipment for the order whose name is "SO-of-" and the name of the shipment. */
    void shipment(String id, AccountId account, LocalDate date, ShipmentStatus status, Line... lines);

    /** Changes the stored document behind the ERP's back. */
    void damageProof(String shipment);

    void proof(String shipment, String signedBy, Instant signedAt, byte[] content);

    void returned(String id, AccountId account, LocalDate date, ReturnState state, String creditNote, Line... lines);

    @Override
    void close();
}
