package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.throughline.pricing.Buyer;
import org.throughline.pricing.PriceLine;
import org.throughline.pricing.PriceRequest;
import org.throughline.shared.AccountId;
import org.throughline.shared.Capabilities;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.Erp;
import org.throughline.shared.ItemId;

/** Everything of the connector that prices are made of, over the live Tryton that tests share. */
final class TrytonPricingWorld {

    static final String DATASET = "tryton";

    final TrytonClient tryton = TrytonServer.shared().client();
    final Clock clock = Clock.systemDefaultZone();
    final TrytonUnits units = new TrytonUnits(tryton, clock);
    final TrytonBuyers buyers = new TrytonBuyers(tryton, new Named());
    final TrytonProducts products = new TrytonProducts(tryton, units);
    final TrytonCurrencies currencies = new TrytonCurrencies(tryton, clock);
    final TrytonPlaces places = new TrytonPlaces(tryton);
    final TrytonPriceListLines lists = new TrytonPriceListLines(tryton, clock);
    final TrytonUnitPrices unitPrices = new TrytonUnitPrices(tryton, lists, clock);
    final TrytonTaxes taxes = new TrytonTaxes(tryton);
    final TrytonCategories categories = new TrytonCategories(tryton, clock);
    final TrytonSeller seller = new TrytonSeller(tryton, clock);
    final TrytonPriceTerms terms = new TrytonPriceTerms(tryton, places, currencies, seller, clock);

    TrytonPrices prices() {
        return new TrytonPrices(tryton, buyers, products, units, currencies, places, unitPrices, taxes, clock);
    }

    static AccountId account(String code) {
        return new AccountId(DATASET, code);
    }

    TrytonPriceLists priceLists() {
        return new TrytonPriceLists(
                tryton, terms, buyers, products, units, categories, lists, unitPrices, taxes, currencies, clock);
    }

    TrytonTaxRules taxRules() {
        return new TrytonTaxRules(taxes, categories, seller, clock);
    }

    /** A basket of today. */
    static PriceRequest basket(String account, Currency currency, PriceLine... lines) {
        return new PriceRequest(customer(account), LocalDate.now(), currency, null, List.of(lines));
    }

    static Buyer customer(String account) {
        return new Buyer.Customer(new CustomerRef.ByAccount(account(account)));
    }

    static PriceLine line(String item, String quantity) {
        return new PriceLine(null, new ItemId(item), new BigDecimal(quantity), null);
    }

    private record Named() implements Erp {

        @Override
        public String dataset() {
            return DATASET;
        }

        @Override
        public String product() {
            return "Tryton";
        }

        @Override
        public String version() {
            return "";
        }

        @Override
        public Capabilities capabilities() {
            return Capabilities.all();
        }
    }
}
