package org.throughline.erp.embedded.backoffice;

import java.math.BigDecimal;
import java.util.Currency;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.throughline.erp.embedded.ItemCosts;
import org.throughline.shared.Money;

/** What items cost. */
@BackOfficeResource
@RequestMapping("/backoffice/items/{id}")
class ItemResource {

    private final ItemCosts costs;

    ItemResource(ItemCosts costs) {
        this.costs = costs;
    }

    @PostMapping("/cost")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cost(@PathVariable String id, Body body) {
        Cost cost = body.as(Cost::of);
        costs.set(id, new Money(cost.cost(), cost.currency()), cost.by().who());
    }

    /** @param cost of one base unit */
    private record Cost(BigDecimal cost, Currency currency, Doer by) {
        static Cost of(Fields fields) {
            return new Cost(fields.quantity("cost"), fields.currency("currency"), Doer.of(fields));
        }
    }
}
