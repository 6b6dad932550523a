package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.throughline.erp.tryton.TrytonCurrencies.TrytonCurrency;
import org.throughline.pricing.AppliedRule;
import org.throughline.pricing.AppliedRule.Kind;
import org.throughline.pricing.SetPrice;

/**
 * Why a line has its price, as far as Tryton tells: the price of the product, and what has become of it. The product's price is
 * known in the company's currency only; in others the first step is what Tryton's computing has given.
 */
record PriceRulesTold(SaleQuestion sale, TrytonCurrency own, TaxedAsk line) {

    private static final int DECIMALS = 6;
    private static final String LIST_PRICE = "LIST-PRICE";
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(DECIMALS);

    /** Never empty; the effects add up to the last price. */
    List<AppliedRule> rules() {
        List<AppliedRule> rules = new ArrayList<>();
        if (line.asked().product().listPrice() != null && sale.currency().equals(own)) {
            add(rules, Kind.GENERAL_PRICE_LIST, LIST_PRICE, "Price of the product", listPrice());
        }
        if (line.usual() != null && sale.buyer().priceList() != null) {
            TrytonBuyer.PriceList list = sale.buyer().priceList();
            add(
                    rules,
                    Kind.ERP_CALCULATION,
                    Long.toString(list.id()),
                    "Computed by Tryton from the price list " + list.name(),
                    line.usual());
        } else if (line.usual() != null
                && (rules.isEmpty() || differs(rules.get(0).unitPrice()))) {
            add(rules, Kind.ERP_CALCULATION, LIST_PRICE, "Computed by Tryton", line.usual());
        }
        SetPrice set = line.asked().asked().setPrice();
        if (set != null) {
            add(rules, set.kind(), set.kind().name(), set.reason(), line.line().unitPrice());
        }
        return rules;
    }

    private boolean differs(BigDecimal price) {
        return price.compareTo(line.usual()) != 0;
    }

    /** Of the unit ordered. */
    private BigDecimal listPrice() {
        return line.asked()
                .product()
                .listPrice()
                .multiply(TrytonUnits.factor(
                        line.asked().unit(), line.asked().product().base()));
    }

    private static void add(List<AppliedRule> rules, Kind kind, String id, String text, BigDecimal price) {
        BigDecimal shown = price.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        BigDecimal before =
                rules.isEmpty() ? NOTHING : rules.get(rules.size() - 1).unitPrice();
        rules.add(new AppliedRule(kind, id, text, shown.subtract(before), shown));
    }
}
