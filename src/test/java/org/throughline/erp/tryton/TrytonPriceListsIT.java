package org.throughline.erp.tryton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.throughline.pricing.ItemTerms;
import org.throughline.pricing.PriceEntry;
import org.throughline.pricing.PriceTerms;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.TaxCategory;
import org.throughline.tax.TaxRule;
import org.throughline.tax.TaxTable;

/** Tryton's price lists and taxes as data say what Tryton itself says. */
@Tag("tryton")
class TrytonPriceListsIT {

    private static TrytonPricingWorld world;

    @BeforeAll
    static void start() {
        world = new TrytonPricingWorld();
    }

    @Test
    void everyListedPriceIsWhatTrytonAsksAtThatQuantity() {
        for (String account : List.of("C00001", "C00004")) {
            for (ItemTerms item :
                    of(account, "SKU-0001", "SKU-0002", "SKU-0003").values()) {
                for (PriceEntry entry : item.prices()) {
                    String quantity = entry.minQuantity().max(BigDecimal.ONE).toPlainString();
                    BigDecimal asked = world.prices()
                            .calculate(
                                    TrytonPricingWorld.basket(
                                            account,
                                            null,
                                            TrytonPricingWorld.line(item.item().value(), quantity)),
                                    MaxAge.LIVE)
                            .value()
                            .lines()
                            .get(0)
                            .unitPrice();
                    assertThat(entry.unitPrice()).isEqualByComparingTo(asked);
                }
            }
        }
    }

    @Test
    void anItemHasAPriceForEachBreakThatChangesIt() {
        assertThat(of("C00001", "SKU-0001").get(new ItemId("SKU-0001")).prices())
                .extracting(entry -> entry.minQuantity().stripTrailingZeros().toPlainString())
                .containsExactly("0", "10", "100");
        assertThat(of("C00001", "SKU-0002").get(new ItemId("SKU-0002")).prices())
                .hasSize(1);
    }

    @Test
    void termsNameTheListTheSellerAndWhereGoodsGo() {
        PriceTerms terms = terms("C00005");
        assertThat(terms.currency().getCurrencyCode()).isEqualTo("GBP");
        assertThat(terms.seller().country()).isEqualTo("GB");
        assertThat(terms.shipTo().city()).isEqualTo("Paris");
        assertThat(terms.priceList()).isNotNull();
        assertThat(terms.active()).isTrue();
    }

    @Test
    void anAccountThatIsNotThereIsAFault() {
        assertThatThrownBy(() -> terms("C99999"))
                .isInstanceOfSatisfying(
                        ServiceFault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.ACCOUNT_NOT_FOUND));
    }

    @Test
    void unknownItemsAreLeftOut() {
        assertThat(of("C00001", "NOT-THERE")).isEmpty();
    }

    @Test
    void pagesOfItemsGoThroughAllOfAGroupOnce() {
        List<ItemId> found = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<ItemId> page = world.priceLists()
                    .itemsOf(terms("C00001"), LocalDate.now(), "Tools", new PageRequest(3, cursor), MaxAge.LIVE)
                    .value();
            found.addAll(page.entries());
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        assertThat(found)
                .hasSize(TrytonSeed.ITEMS / 2)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((one, other) -> one.value().compareTo(other.value()))
                .contains(new ItemId("SKU-0001"))
                .doesNotContain(new ItemId("SKU-0002"));
    }

    @Test
    void theTaxOfAnItemIsThatOfItsCategoryUnlessARuleOfTheCustomerReplacesIt() {
        Map<String, TaxTable> tables =
                world.taxRules().of(Set.of("GB", "FR"), MaxAge.LIVE).value();
        assertThat(tables.get("FR").rules()).isEmpty();
        ItemId reduced = new ItemId("SKU-0005");
        assertThat(rule(tables, of("C00001", "SKU-0005").get(reduced)).ratePercent())
                .isEqualByComparingTo("5");
        TaxRule exported = rule(tables, of("C00005", "SKU-0005").get(reduced));
        assertThat(exported.ratePercent()).isZero();
        assertThat(exported.category()).isEqualTo(TaxCategory.Z);
    }

    private static TaxRule rule(Map<String, TaxTable> tables, ItemTerms item) {
        return tables.get("GB").rules().stream()
                .filter(rule -> rule.taxClass().equals(item.taxClass().code()))
                .findFirst()
                .orElseThrow();
    }

    private static PriceTerms terms(String account) {
        return world.priceLists()
                .termsOf(TrytonPricingWorld.account(account), MaxAge.LIVE)
                .value();
    }

    private static Map<ItemId, ItemTerms> of(String account, String... items) {
        Set<ItemId> ids = new HashSet<>();
        for (String item : items) {
            ids.add(new ItemId(item));
        }
        return world.priceLists().of(terms(account), ids, MaxAge.LIVE).value();
    }
}
