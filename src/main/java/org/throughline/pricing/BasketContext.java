package org.throughline.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.Money;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.ServiceFault;
import org.throughline.tax.TaxClass;
import org.throughline.tax.TaxDetermination;
import org.throughline.tax.TaxTreatment;

/**
 * What the rules for a whole basket look at besides its lines.
 *
 * @param items of the lines, and what promotions give away
 */
record BasketContext(
        LocalDate date,
        Currency currency,
        AgreementPolicy policy,
        PostalAddress shipTo,
        OrderTerms terms,
        Map<ItemId, ItemTerms> items,
        UnitPrices prices,
        TaxDetermination taxes,
        Function<Currency, Optional<BigDecimal>> rateFrom) {

    /**
     * An amount in the currency of the basket, exactly.
     *
     * @throws ServiceFault NO_EXCHANGE_RATE at "currency"
     */
    BigDecimal converted(BigDecimal amount, Currency from) {
        return from.equals(currency) || amount.signum() == 0
                ? amount
                : amount.multiply(rateFrom.apply(from)
                        .orElseThrow(() -> new ServiceFault(ErrorCode.NO_EXCHANGE_RATE.at("currency"))));
    }

    BigDecimal rounded(BigDecimal amount) {
        return Money.round(amount, currency);
    }

    int decimals() {
        return currency.getDefaultFractionDigits();
    }

    /** @throws ServiceFault NO_TAX_RULE at "shipTo" */
    TaxTreatment treatmentOf(TaxClass taxClass) {
        return taxes.treatmentOf(taxClass).orElseThrow(() -> new ServiceFault(ErrorCode.NO_TAX_RULE.at("shipTo")));
    }
}
