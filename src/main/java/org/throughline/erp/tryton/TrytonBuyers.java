package org.throughline.erp.tryton;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.pricing.Buyer;
import org.throughline.shared.AccountId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/** Reads what Tryton's prices and taxes depend on, of a customer or of somebody who may become one. */
@Component
class TrytonBuyers {

    private static final String LIST = "sale_price_list";

    private final TrytonClient tryton;
    private final Erp erp;

    TrytonBuyers(TrytonClient tryton, Erp erp) {
        this.tryton = tryton;
        this.erp = erp;
    }

    /** @throws ServiceFault ACCOUNT_NOT_FOUND at "customer" */
    TrytonBuyer of(Buyer buyer) {
        return buyer instanceof Buyer.Customer customer
                ? of(((CustomerRef.ByAccount) customer.ref()).account())
                : prospect();
    }

    /** @throws ServiceFault ACCOUNT_NOT_FOUND at "customer" */
    TrytonBuyer of(AccountId account) {
        return Optional.of(account)
                .filter(id -> id.dataset().equals(erp.dataset()))
                .flatMap(this::find)
                .map(this::buyer)
                .orElseThrow(() -> new ServiceFault(ErrorCode.ACCOUNT_NOT_FOUND.at("customer")));
    }

    /** Somebody who is no party yet: the company's usual price list, and no tax rule. */
    TrytonBuyer prospect() {
        return new TrytonBuyer(null, true, usualList(), false);
    }

    private Optional<TrytonRecord> find(AccountId account) {
        return tryton
                .searchRead(TrytonQuery.of(
                                "party.party",
                                "active",
                                "customer_tax_rule",
                                LIST,
                                LIST + ".name",
                                LIST + ".tax_included")
                        .where("code", "=", account.value())
                        .where("active", "in", List.of(true, false)))
                .stream()
                .findFirst();
    }

    private TrytonBuyer buyer(TrytonRecord row) {
        return new TrytonBuyer(
                row.id(),
                row.flag("active"),
                row.related(LIST).map(TrytonBuyers::priceList).orElseGet(this::usualList),
                row.id("customer_tax_rule") != null);
    }

    /** What Tryton gives a customer that has none; null when there is none either. */
    private TrytonBuyer.PriceList usualList() {
        return tryton.read(
                        "sale.configuration",
                        List.of(1L),
                        List.of(LIST, LIST + ".name", LIST + ".tax_included"),
                        Map.of())
                .get(0)
                .related(LIST)
                .map(TrytonBuyers::priceList)
                .orElse(null);
    }

    private static TrytonBuyer.PriceList priceList(TrytonRecord row) {
        return new TrytonBuyer.PriceList(row.id(), row.text("name"), row.flag("tax_included"));
    }
}
