package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.throughline.shared.AccountId;
import org.throughline.shared.PostalAddress;
import org.throughline.tax.ExemptionCertificate;
import org.throughline.tax.Supply;
import org.throughline.tax.TaxParty;
import org.throughline.tax.TaxPlace;

/**
 * What the prices and the tax of a buyer depend on, but the items.
 *
 * @param account null for a prospect
 * @param active whether the buyer is still traded with
 * @param currency of the account, or of the prospect's assumed branch
 * @param priceList the account's own list; null when the general lists serve it
 * @param priceGroup null when the buyer is in none
 * @param pricesIncludeTax whether the prices of that list, or of the general list of the currency, include tax; lists of the
 *     other kind are not used
 * @param seller the branch that sells
 * @param buyerCountry ISO 3166-1 alpha-2; where the buyer is registered or established
 * @param buyerTaxId null when there is none
 * @param exemption the buyer's right to buy without tax; null for none
 * @param settlement what may be taken off for paying soon; null when nothing may
 * @param shipTo where goods go unless the request says otherwise
 * @param assumptions what was assumed to come to these terms
 */
public record PriceTerms(
        AccountId account,
        boolean active,
        Currency currency,
        String priceList,
        String priceGroup,
        boolean pricesIncludeTax,
        TaxParty seller,
        String buyerCountry,
        String buyerTaxId,
        ExemptionCertificate exemption,
        SettlementTerms settlement,
        PostalAddress shipTo,
        List<Assumption> assumptions) {

    public PriceTerms {
        requireNonNull(currency, "currency");
        requireNonNull(seller, "seller");
        requireNonNull(buyerCountry, "buyerCountry");
        requireNonNull(shipTo, "shipTo");
        assumptions = List.copyOf(assumptions);
    }

    /** The supply of goods to these terms' buyer. */
    Supply supplyTo(PostalAddress place, LocalDate date) {
        TaxPlace buyerPlace = new TaxPlace(buyerCountry, null, null);
        TaxPlace shipTo = TaxPlace.of(place);
        TaxPlace established = shipTo.country().equals(buyerCountry) ? shipTo : buyerPlace;
        return new Supply(seller, new TaxParty(established, buyerTaxId, exemption), shipTo, date);
    }
}
