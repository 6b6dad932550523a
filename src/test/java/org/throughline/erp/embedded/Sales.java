package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.throughline.order.DeliveryPolicy;
import org.throughline.order.Order;
import org.throughline.order.OrderRequest;
import org.throughline.shared.AccountId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;

/** Places orders in a world: each item costs 10.00 GBP with 20 % tax on top. */
final class Sales {

    private static final By BY = new By("Warehouse", null);

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

    /** Everything of these lines is with the customer. */
    Order ship(Order order, int... lines) {
        List<ShipmentWish.Part> parts = Arrays.stream(lines)
                .mapToObj(line -> new ShipmentWish.Part(line, null))
                .toList();
        world.shipping().ship(order.id(), new ShipmentWish(parts, null, null, null), Optional.empty(), BY);
        return now(order.id());
    }

    Order now(OrderId id) {
        return world.orders().get(id, MaxAge.LIVE).value();
    }

    private OrderRequest.Line line(String quantity) {
        return new OrderRequest.Line(world.item("1000"), new BigDecimal(quantity), "EA", null, null);
    }
}
