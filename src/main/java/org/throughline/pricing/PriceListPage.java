package org.throughline.pricing;

import java.time.LocalDate;
import java.util.Currency;
import org.throughline.shared.AccountId;
import org.throughline.shared.Page;

/**
 * A page of an account's price list.
 *
 * @param currency of all prices on it
 * @param prices by item; only what has a price in the account's currency
 */
public record PriceListPage(
        AccountId account, Currency currency, LocalDate date, boolean pricesIncludeTax, Page<ListedPrice> prices) {}
