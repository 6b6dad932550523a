package org.throughline.erp.tryton;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The Tryton of the tests is the small distributor that its seed describes. */
@Tag("tryton")
class TrytonServerIT {

    private final TrytonClient tryton = TrytonServer.shared().client();

    @Test
    void thereAreTheCustomersOfTheSeedWithTheirCreditLimits() {
        TrytonQuery customers = TrytonQuery.of("party.party", "code", "credit_limit_amount", "sale_price_list.name")
                .where("code", "like", "C%")
                .ascending("code");
        assertThat(tryton.searchRead(customers)).hasSize(TrytonSeed.CUSTOMERS);
        TrytonRecord second = tryton.searchRead(customers).get(1);
        assertThat(second.text("code")).isEqualTo("C00002");
        assertThat(second.decimal("credit_limit_amount")).isEqualByComparingTo(new BigDecimal("1000"));
        assertThat(second.text("sale_price_list.name")).isEqualTo("Trade");
    }

    @Test
    void thereAreTheItemsOfTheSeed() {
        assertThat(tryton.count(TrytonQuery.of("product.product").where("code", "like", "SKU-%")))
                .isEqualTo(TrytonSeed.ITEMS);
    }
}
