package org.throughline.erp.tryton;

import static org.throughline.erp.tryton.TrytonQuery.clause;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.throughline.history.ProofOfDelivery;
import org.throughline.history.Shipment;
import org.throughline.history.ShipmentFilter;
import org.throughline.history.ShipmentLine;
import org.throughline.history.ShipmentStatus;
import org.throughline.history.Shipments;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.Quantity;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.ShipmentId;

/**
 * Shipments of Tryton that have left the warehouse. Tryton does not hear of them again: all of them are SHIPPED, and there is
 * no proof of delivery. It keeps no number or address of the carrier's either.
 */
@Component
class TrytonShipments implements Shipments {

    private static final String MODEL = "stock.shipment.out";
    private static final List<String> FIELDS = Stream.concat(
                    TrytonAddresses.fields("delivery_address").stream(),
                    Stream.of(
                            "number",
                            "effective_date",
                            "customer.code",
                            "outgoing_moves.state",
                            "outgoing_moves.origin",
                            "outgoing_moves.product.code",
                            "outgoing_moves.product.name",
                            "outgoing_moves.quantity",
                            "outgoing_moves.uom.symbol",
                            "outgoing_moves.sale",
                            "outgoing_moves.sale.reference"))
            .toList();

    private final TrytonClient tryton;
    private final Clock clock;
    private final TrytonIds ids;
    private final LatestFirst list;

    TrytonShipments(TrytonClient tryton, Clock clock, @Value("${throughline.dataset}") String dataset) {
        this.tryton = tryton;
        this.clock = clock;
        this.ids = new TrytonIds(dataset);
        this.list = new LatestFirst(tryton, "effective_date", List.of("id"));
    }

    @Override
    public Answer<Page<Shipment>> find(
            List<AccountId> accounts, ShipmentFilter filter, PageRequest page, MaxAge maxAge) {
        var now = clock.instant();
        Page<TrytonRecord> rows =
                list.page(query(accounts, filter), page, "shipments" + accounts + filter, row -> true);
        new KnownAccounts(tryton).checked(rows, accounts);
        SaleLines lines = SaleLines.read(
                rows.entries().stream().flatMap(row -> sales(row).stream()).toList(), tryton);
        return Answer.live(rows.map(row -> shipment(row, lines)), now);
    }

    @Override
    public Answer<Integer> count(List<AccountId> accounts, ShipmentFilter filter, MaxAge maxAge) {
        var now = clock.instant();
        return Answer.live(Math.toIntExact(tryton.count(query(accounts, filter))), now);
    }

    /** @throws ServiceFault NOT_SUPPORTED_BY_ERP always */
    @Override
    public Answer<ProofOfDelivery> proofOfDelivery(ShipmentId id, MaxAge maxAge) {
        throw new ServiceFault(ErrorCode.NOT_SUPPORTED_BY_ERP.at("", "Tryton keeps no proofs of delivery."));
    }

    private TrytonQuery query(List<AccountId> accounts, ShipmentFilter filter) {
        TrytonQuery query = TrytonQuery.of(MODEL, FIELDS.toArray(String[]::new))
                .where("company", "=", tryton.company())
                .where("customer.code", "in", KnownAccounts.codes(accounts))
                .where("state", "=", "done");
        if (!filter.statuses().isEmpty() && !filter.statuses().contains(ShipmentStatus.SHIPPED)) {
            query = query.where("id", "=", -1);
        }
        if (filter.dates().from() != null) {
            query = query.where("effective_date", ">=", filter.dates().from());
        }
        if (filter.dates().until() != null) {
            query = query.where("effective_date", "<", filter.dates().until());
        }
        for (List<Object> condition : moveConditions(filter)) {
            query = query.where(condition);
        }
        return query;
    }

    /** They need not hold for the same line. */
    private static List<List<Object>> moveConditions(ShipmentFilter filter) {
        List<List<Object>> conditions = new ArrayList<>();
        if (filter.item() != null) {
            conditions.add(clause("moves.product.code", "=", filter.item().value()));
        }
        if (filter.order() != null) {
            conditions.add(clause(
                    "moves.sale", "=", TrytonIds.parse(filter.order().value()).orElse(-1)));
        }
        if (filter.customerReference() != null) {
            conditions.add(
                    Arrays.asList("moves.origin.sale.reference", "=", filter.customerReference(), SaleLines.MODEL));
        }
        return conditions;
    }

    private Shipment shipment(TrytonRecord row, SaleLines numbers) {
        List<Long> sales = sales(row);
        List<TrytonRecord> moves = moves(row);
        return new Shipment(
                ids.shipment(row.id()),
                row.text("number"),
                ids.account(row.text("customer.code")),
                sales.size() == 1 ? ids.order(sales.get(0)) : null,
                sales.size() == 1 ? moves.get(0).text("sale.reference") : null,
                row.date("effective_date"),
                ShipmentStatus.SHIPPED,
                null,
                null,
                null,
                row.related("delivery_address").map(TrytonAddresses::of).orElse(null),
                null,
                false,
                IntStream.range(0, moves.size())
                        .mapToObj(i -> line(i + 1, moves.get(i), numbers))
                        .toList());
    }

    private static ShipmentLine line(int number, TrytonRecord move, SaleLines numbers) {
        Long orderLine = move.id("origin", SaleLines.MODEL);
        return new ShipmentLine(
                number,
                numbers.number(orderLine),
                new ItemId(move.text("product.code")),
                numbers.description(orderLine, move.text("product.name")),
                new Quantity(move.quantity("quantity"), move.text("uom.symbol")));
    }

    /** What was shipped, in the order in which it was planned. */
    private static List<TrytonRecord> moves(TrytonRecord row) {
        return row.all("outgoing_moves").stream()
                .filter(move -> "done".equals(move.text("state")))
                .sorted(Comparator.comparing(TrytonRecord::id))
                .toList();
    }

    private static List<Long> sales(TrytonRecord row) {
        return moves(row).stream()
                .map(move -> move.id("sale"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
