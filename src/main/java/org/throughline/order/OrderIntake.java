package org.throughline.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.throughline.shared.AccountId;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Quantity;
import org.throughline.shared.Violation;
import org.throughline.shared.Violations;
import org.throughline.stock.Item;
import org.throughline.stock.Warehouse;

/** Takes the lines of a request in: what is left open is filled in, what is wrong is said. */
final class OrderIntake {

    private final OrderSources sources;
    private final Orders orders;
    private final Clock clock;

    OrderIntake(OrderSources sources, Orders orders, Clock clock) {
        this.sources = sources;
        this.orders = orders;
        this.clock = clock;
    }

    /** @return the lines that can be priced; what is wrong with the others is among the violations */
    List<WantedLine> wantedLines(OrderRequest request, AccountId account, Violations violations) {
        LineChecks checks = checks(request.lines());
        checks.requiredDate(request.requiredDate(), Paths.REQUIRED_DATE).ifPresent(violations::add);
        String usualWarehouse = orders.warehouseFor(account);
        List<WantedLine> wanted = new ArrayList<>();
        for (int i = 0; i < request.lines().size(); i++) {
            OrderRequest.Line line = request.lines().get(i);
            List<Violation> objections = checks.check(line, i);
            objections.forEach(violations::add);
            if (objections.isEmpty()) {
                wanted.add(wanted(line, i, checks.item(line.item()), usualWarehouse));
            }
        }
        return wanted;
    }

    /** For lines of these items. */
    LineChecks checks(List<OrderRequest.Line> lines) {
        List<ItemId> ids = lines.stream().map(OrderRequest.Line::item).toList();
        return new LineChecks(sources.items().get(ids, MaxAge.LIVE).value(), warehouses(), LocalDate.now(clock));
    }

    private List<String> warehouses() {
        return sources.stockLevels().warehouses(MaxAge.LIVE).value().stream()
                .map(Warehouse::code)
                .toList();
    }

    static WantedLine wanted(OrderRequest.Line line, int index, Item item, String usualWarehouse) {
        String unit = line.unit() == null ? item.baseUnit().code() : line.unit();
        String warehouse = line.warehouse() == null ? usualWarehouse : line.warehouse();
        return new WantedLine(
                index,
                line.item(),
                new Quantity(line.quantity(), unit),
                line.requiredDate(),
                warehouse,
                line.agreed() == null ? null : line.agreed().asSetPrice(),
                false);
    }
}
