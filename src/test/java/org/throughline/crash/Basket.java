package org.throughline.crash;

import java.math.BigDecimal;
import java.util.List;

/** What somebody wants to buy. */
record Basket(String account, List<Line> lines) {

    Basket {
        lines = List.copyOf(lines);
    }

    /** @param quantity in the item's base unit */
    record Line(String item, int quantity) {}

    /**
     * What the service said that it would come to, before it was ordered.
     *
     * @param lines by number, from 1 on; also those that are given away
     */
    record Terms(List<Position> lines, BigDecimal net, BigDecimal tax, BigDecimal gross) {}

    record Position(int number, String item, BigDecimal quantity, BigDecimal net) {}
}
