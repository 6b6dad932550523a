package org.throughline.erp.tryton;

import java.math.BigDecimal;
import org.throughline.erp.tryton.TrytonUnits.TrytonUnit;
import org.throughline.pricing.PriceLine;

/** A line of a basket whose product and unit are known. */
record AskedLine(int index, PriceLine asked, TrytonProduct product, TrytonUnit unit) {

    BigDecimal quantity() {
        return asked.quantity();
    }

    String path(String element) {
        return "line[" + index + "]." + element;
    }
}
