package org.throughline.erp.embedded.backoffice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.throughline.erp.embedded.By;
import org.throughline.erp.embedded.StockRoom;

/** Stock: looked at, ordered in, received, counted. Quantities are in base units. */
@BackOfficeResource
@RequestMapping("/backoffice/stock")
class StockResource {

    private static final int LONGEST_ID = 60;

    private final StockRoom room;

    StockResource(StockRoom room) {
        this.room = room;
    }

    @GetMapping("/{item}")
    StockView get(@PathVariable String item) {
        return StockView.of(item, room.levels(item), room.supplies(item));
    }

    @PostMapping("/supplies")
    List<AllocationView> expect(Body body) {
        Expected expected = body.as(Expected::of);
        return AllocationView.of(
                room.expect(expected.goods(), expected.on(), expected.by().who()));
    }

    @PostMapping("/receipts")
    List<AllocationView> receive(Body body) {
        Receipt receipt = body.as(Receipt::of);
        return AllocationView.of(room.receive(
                receipt.goods(),
                Optional.ofNullable(receipt.supply()).map(Integer::longValue),
                receipt.by().who()));
    }

    @PostMapping("/adjustments")
    List<AllocationView> adjust(Body body) {
        Adjustment adjustment = body.as(Adjustment::of);
        return AllocationView.of(room.adjust(adjustment.goods(), adjustment.by()));
    }

    private static StockRoom.Goods goodsIn(Fields fields) {
        return new StockRoom.Goods(
                fields.text("item", LONGEST_ID), fields.text("warehouse", LONGEST_ID), fields.quantity("quantity"));
    }

    private record Receipt(StockRoom.Goods goods, Integer supply, Doer by) {
        static Receipt of(Fields fields) {
            return new Receipt(goodsIn(fields), fields.optionalNumber("supply"), Doer.of(fields));
        }
    }

    private record Expected(StockRoom.Goods goods, LocalDate on, Doer by) {
        static Expected of(Fields fields) {
            return new Expected(goodsIn(fields), fields.date("expectedOn"), Doer.of(fields));
        }
    }

    private record Adjustment(StockRoom.Goods goods, String who, String why) {
        static Adjustment of(Fields fields) {
            return new Adjustment(
                    goodsIn(fields),
                    fields.text("by", Decision.LONGEST_NAME),
                    fields.text("why", Decision.LONGEST_REASON));
        }

        By by() {
            return new By(who, why);
        }
    }

    private record StockView(String item, List<LevelView> levels, List<SupplyView> supplies) {

        static StockView of(String item, List<StockRoom.Level> levels, List<StockRoom.Supply> supplies) {
            return new StockView(
                    item,
                    levels.stream().map(LevelView::of).toList(),
                    supplies.stream().map(SupplyView::of).toList());
        }
    }

    private record LevelView(String warehouse, String onHand, String allocated, String reserved) {
        static LevelView of(StockRoom.Level level) {
            return new LevelView(
                    level.warehouse(),
                    OrderView.text(level.onHand()),
                    OrderView.text(level.allocated()),
                    OrderView.text(level.reserved()));
        }
    }

    private record SupplyView(long supply, String warehouse, String expectedOn, String quantity) {
        static SupplyView of(StockRoom.Supply supply) {
            return new SupplyView(
                    supply.id(), supply.warehouse(), supply.expectedOn().toString(), OrderView.text(supply.quantity()));
        }
    }
}
