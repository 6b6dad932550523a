package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.util.Arrays;
import org.throughline.order.DeliveryPolicy;
import org.throughline.order.Order;
import org.throughline.order.OrderRequest;
import org.throughline.shared.AccountId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;

/** Places orders in a world: each item costs 10.00 GBP with 20 % tax on top. */
final class Sales {

    private final EmbeddedOrderWorld world;

    Sales(EmbeddedOrderWorld world) {
        this.world = world;
    }

    /** One line for each quantity, each of another item that there is enough of. */
    Order order(AccountId account, String... quantities) {
        return world.order(
                account,
                DeliveryPolicy.PARTIAL,
                Arrays.stream(quantities).map(this::line).toArray(OrderRequest.Line[]::new));
    }

    Order now(OrderId id) {
        return world.orders().get(id, MaxAge.LIVE).value();
    }

    private OrderRequest.Line line(String quantity) {
        return new OrderRequest.Line(world.item("1000"), new BigDecimal(quantity), "EA", null, null);
    }
}
