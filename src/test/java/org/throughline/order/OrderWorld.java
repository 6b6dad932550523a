package org.throughline.order;

import java.math.BigDecimal;
import org.throughline.shared.AccountId;
import org.throughline.shared.Erp;
import org.throughline.shared.ItemId;
import org.throughline.shared.OrderId;
import org.throughline.stock.Reservations;

/** An ERP in which accounts and items can be made as a test needs them. */
public interface OrderWorld {

    /** Its time stands still. */
    AdjustableClock clock();

    Erp erp();

    Orders orders();

    OrderSources sources();

    Reservations reservations();

    /**
     * A new account in GBP, taxed with 20 %.
     *
     * @param creditLimit null for none
     */
    AccountId account(String creditLimit);

    /** A new item at 10.00 GBP an EA, ten of which are a BOX; without lead time. */
    ItemId item(String onHand);

    /** How much of an item open orders have claimed. */
    BigDecimal allocated(ItemId item);

    /** Stocktaking finds another quantity of an item. */
    void count(ItemId item, String onHand);

    /** The price list says another price of an item, as of ever. */
    void price(ItemId item, String unitPrice);

    /** The back office ships a part of an order's line, in pieces. */
    void ship(OrderId order, int line, String quantity);
}
