package org.throughline.order;

import org.throughline.account.Accounts;
import org.throughline.account.Credits;
import org.throughline.account.ExchangeRates;
import org.throughline.pricing.PricingService;
import org.throughline.shared.AccountResolver;
import org.throughline.stock.Items;
import org.throughline.stock.StockLevels;
import org.throughline.stock.StockService;

/** Everything that a decision on an order is made from. */
public record OrderSources(
        AccountResolver customers,
        Accounts accounts,
        Credits credits,
        ExchangeRates rates,
        Items items,
        StockLevels stockLevels,
        StockService stock,
        PricingService pricing,
        ApprovalPolicy approval) {}
