package org.throughline.erp.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ehcache.Cache;
import org.ehcache.CacheManager;
import org.ehcache.config.builders.CacheConfigurationBuilder;
import org.ehcache.config.builders.CacheManagerBuilder;
import org.ehcache.config.builders.ExpiryPolicyBuilder;
import org.ehcache.config.builders.ResourcePoolsBuilder;
import org.throughline.account.Accounts;
import org.throughline.pricing.PriceLists;
import org.throughline.shared.AccountId;
import org.throughline.tax.TaxRules;

/**
 * Everything that prices are made of, in the heap: terms of accounts, items as an account sees them and tax rules. Who writes such data must {@link #clear()} it or {@link #forget} the account; other nodes learn of it when the
 * entries expire.
 */
public final class PriceCache implements AutoCloseable {

    private static final int FEW = 1_000;

    private final CacheManager manager;
    private final Clock clock;
    private final Cache<Object, Timed<?>> terms;
    private final Cache<Object, Timed<?>> items;
    private final Cache<Object, Timed<?>> orders;
    private final Cache<Object, Timed<?>> taxRules;

    /**
     * @param timeToLive how long an answer is kept at most
     * @param entries how many items are kept, each once for every account that asks
     */
    public PriceCache(Duration timeToLive, int entries, Clock clock) {
        this.clock = clock;
        this.manager = CacheManagerBuilder.newCacheManagerBuilder().build(true);
        this.terms = create("terms", timeToLive, Math.max(FEW, entries / 10));
        this.items = create("items", timeToLive, entries);
        this.orders = create("orders", timeToLive, Math.max(FEW, entries / 10));
        this.taxRules = create("taxRules", timeToLive, FEW);
    }

    /** The same price lists, remembered. */
    public PriceLists remembering(PriceLists source) {
        return new CachedPriceLists(
                source, new Memory<>(terms, clock), new Memory<>(items, clock), new Memory<>(orders, clock));
    }

    /** The same tax rules, remembered. */
    public TaxRules remembering(TaxRules source) {
        return new CachedTaxRules(source, new Memory<>(taxRules, clock));
    }

    /** The same accounts; those that are changed are forgotten here. */
    public Accounts noticing(Accounts accounts) {
        return new NoticedAccounts(accounts, this);
    }

    /** Forgets all; after prices, items, agreements or tax rules were written. */
    public void clear() {
        List.of(terms, items, orders, taxRules).forEach(Cache::clear);
    }

    /** Forgets an account's terms; after the account was written. Items are found anew when its terms have changed. */
    public void forget(AccountId account) {
        terms.remove(account);
    }

    @Override
    public void close() {
        manager.close();
    }

    @SuppressWarnings("unchecked")
    private Cache<Object, Timed<?>> create(String name, Duration timeToLive, int entries) {
        Class<Timed<?>> timed = (Class<Timed<?>>) (Class<?>) Timed.class;
        return manager.createCache(
                name,
                CacheConfigurationBuilder.newCacheConfigurationBuilder(
                                Object.class, timed, ResourcePoolsBuilder.heap(entries))
                        .withExpiry(ExpiryPolicyBuilder.timeToLiveExpiration(timeToLive)));
    }

    /** What was read and when. */
    record Timed<V>(V value, Instant asOf) {}
}
