package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.throughline.erp.tryton.TrytonUnits.TrytonUnit;
import org.throughline.pricing.PriceLine;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.Remedy;
import org.throughline.shared.Violations;
import org.throughline.stock.ItemUnit;

/** Finds the products and units of a basket and notes everything that is wrong with its lines. */
final class AskedLines {

    private final TrytonUnits units;
    private final Map<ItemId, TrytonProduct> products;
    private final Violations violations;

    AskedLines(TrytonUnits units, Map<ItemId, TrytonProduct> products, Violations violations) {
        this.units = units;
        this.products = products;
        this.violations = violations;
    }

    /** The lines that nothing is wrong with. */
    List<AskedLine> of(List<PriceLine> lines) {
        List<AskedLine> asked = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            TrytonProduct product = product(lines.get(i), "line[" + i + "].item");
            TrytonUnit unit = product == null ? null : unit(lines.get(i), product, "line[" + i + "].unit");
            if (unit != null && isAllowed(lines.get(i).quantity(), unit, "line[" + i + "].quantity")) {
                asked.add(new AskedLine(i, lines.get(i), product, unit));
            }
        }
        return asked;
    }

    private TrytonProduct product(PriceLine line, String path) {
        TrytonProduct product = products.get(line.item());
        if (product == null) {
            violations.add(ErrorCode.ITEM_NOT_FOUND.at(path));
        } else if (!product.sold()) {
            violations.add(ErrorCode.ITEM_BLOCKED.at(path));
        }
        return product;
    }

    private TrytonUnit unit(PriceLine line, TrytonProduct product, String path) {
        if (line.unit() == null) {
            return product.base();
        }
        return units.find(product.base(), line.unit()).orElseGet(() -> {
            List<String> codes = units.of(product.base(), product.sale()).stream()
                    .map(ItemUnit::code)
                    .toList();
            violations.add(
                    ErrorCode.UNIT_NOT_FOUND.at(path).withRemedy(Remedy.oneOf("Use a unit of the item.", codes)));
            return null;
        });
    }

    private boolean isAllowed(BigDecimal quantity, TrytonUnit unit, String path) {
        if (quantity.signum() > 0 && quantity.stripTrailingZeros().scale() <= unit.decimals()) {
            return true;
        }
        String text = unit.decimals() == 0
                ? "Give a whole number above zero."
                : "Give a number above zero with at most " + unit.decimals() + " decimals.";
        violations.add(ErrorCode.INVALID_QUANTITY.at(path).withRemedy(Remedy.of(text)));
        return false;
    }
}
