package org.throughline.pricing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.throughline.shared.AccountId;
import org.throughline.shared.AccountResolver;
import org.throughline.shared.Answer;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.TaxIds;
import org.throughline.shared.Violations;

/** Prices baskets for customers and prospects. */
public final class PricingService {

    public static final int MAX_LINES = 10_000;

    private final Erp erp;
    private final AccountResolver accounts;
    private final Prices prices;
    private final PriceLists priceLists;
    private final AgreementPolicy policy;
    private final TaxIds taxIds;
    private final Clock clock;

    /** @param policy which agreement decides in price lists */
    public PricingService(
            Erp erp,
            AccountResolver accounts,
            Prices prices,
            PriceLists priceLists,
            AgreementPolicy policy,
            TaxIds taxIds,
            Clock clock) {
        this.erp = erp;
        this.accounts = accounts;
        this.prices = prices;
        this.priceLists = priceLists;
        this.policy = policy;
        this.taxIds = taxIds;
        this.clock = clock;
    }

    /**
     * Prices a basket; all or nothing.
     *
     * @throws ServiceFault TOO_MANY_LINES; at "prospect.taxId" INVALID_TAX_ID; at "customer" COMPANY_NOT_LINKED, NO_PRIMARY_ACCOUNT or ACCOUNT_NOT_FOUND; or
     *     all of ITEM_NOT_FOUND, ITEM_BLOCKED, UNIT_NOT_FOUND, INVALID_QUANTITY, NO_PRICE, CONTRADICTORY_PRICES, NO_EXCHANGE_RATE, NO_TAX_RULE at
     *     line[n].item, .unit, .quantity
     */
    public Answer<PricedDocument> calculate(PriceRequest request, MaxAge maxAge) {
        erp.require(Operation.CALCULATE_PRICES);
        requireFewLines(request);
        requireMinorUnit(request.currency());
        requireTaxId(request.buyer());
        PriceRequest resolved = request.withBuyer(resolved(request.buyer()));
        if (request.date() != null) {
            return prices.calculate(resolved, maxAge);
        }
        LocalDate today = LocalDate.now(clock);
        return prices.calculate(resolved.on(today), maxAge)
                .map(document -> document.assuming(new Assumption("date", today.toString())));
    }

    /**
     * A page of a customer's price list, in the account's currency.
     *
     * @throws ServiceFault INVALID_CURSOR; at "customer" COMPANY_NOT_LINKED, NO_PRIMARY_ACCOUNT or ACCOUNT_NOT_FOUND
     */
    public Answer<PriceListPage> find(PriceSearch search, PageRequest page, MaxAge maxAge) {
        erp.require(Operation.FIND_PRICES);
        LocalDate date = search.date() == null ? LocalDate.now(clock) : search.date();
        Answer<PriceTerms> terms = priceLists.termsOf(account(search.customer()), maxAge);
        Answer<Page<ItemId>> ids = priceLists.itemsOf(terms.value(), date, search.itemGroup(), page, maxAge);
        Set<ItemId> onPage = new LinkedHashSet<>(ids.value().entries());
        Answer<Map<ItemId, ItemTerms>> items = priceLists.of(terms.value(), onPage, maxAge);
        return terms.with(ids, (theTerms, thePage) -> thePage)
                .with(items, (thePage, found) -> priceListPage(terms.value(), date, thePage, found));
    }

    private PriceListPage priceListPage(
            PriceTerms terms, LocalDate date, Page<ItemId> page, Map<ItemId, ItemTerms> items) {
        PriceListing listing = new PriceListing(
                new UnitPrices(date, terms.currency(), terms.currency(), policy, from -> Optional.empty()));
        List<ListedPrice> prices = page.entries().stream()
                .map(items::get)
                .filter(Objects::nonNull)
                .flatMap(item -> listing.of(item).stream())
                .toList();
        return new PriceListPage(
                terms.account(),
                terms.currency(),
                date,
                terms.pricesIncludeTax(),
                new Page<>(prices, page.nextCursor()));
    }

    private static void requireFewLines(PriceRequest request) {
        if (request.lines().isEmpty()) {
            throw new ServiceFault(ErrorCode.INVALID_VALUE.at("line", "A basket has at least one line."));
        }
        if (request.lines().size() > MAX_LINES) {
            Remedy remedy = Remedy.atMost("Split the request.", BigDecimal.valueOf(MAX_LINES));
            throw new ServiceFault(ErrorCode.TOO_MANY_LINES.at("line").withRemedy(remedy));
        }
    }

    private static void requireMinorUnit(Currency currency) {
        if (currency != null && currency.getDefaultFractionDigits() < 0) {
            throw new ServiceFault(
                    ErrorCode.INVALID_VALUE.at("currency", "The currency has no minor unit to round to."));
        }
    }

    private void requireTaxId(Buyer buyer) {
        if (buyer instanceof Buyer.Prospect prospect) {
            Violations violations = new Violations();
            taxIds.check(prospect.address().country(), prospect.taxId(), "prospect.taxId", violations);
            violations.throwIfAny();
        }
    }

    private Buyer resolved(Buyer buyer) {
        if (buyer instanceof Buyer.Customer customer) {
            return new Buyer.Customer(new CustomerRef.ByAccount(account(customer.ref())));
        }
        return buyer;
    }

    private AccountId account(CustomerRef customer) {
        return accounts.accountFor(customer, "customer");
    }
}
