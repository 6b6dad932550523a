package org.throughline.erp.tryton;

import static org.throughline.erp.tryton.TrytonAbility.can;
import static org.throughline.erp.tryton.TrytonAbility.cannot;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.shared.Capabilities;
import org.throughline.shared.Operation;

/** What Tryton can do, operation by operation; docs/tryton.md shows it. */
final class TrytonAbilities {

    private static final String NO_RESERVATION = "Tryton holds no stock for something that is not ordered";
    private static final String NO_CONTRACTS = "Tryton's sales modules know no service contracts";
    private static final String CREDIT = "sale_credit_limit";
    private static final String PRICE_LISTS = "sale_price_list";
    private static final String SUPPLIERS = "purchase";
    private static final String EXTERNAL_KEY = "web_shop";
    private static final String VERSIONS = "sale_history";

    /** In the order of {@link Operation}. */
    static final List<TrytonAbility> ALL = List.of(
            can(Operation.FIND_ACCOUNTS, "parties with a code", PRICE_LISTS),
            can(Operation.GET_ACCOUNT, "party, addresses, contact mechanisms, terms", PRICE_LISTS),
            can(Operation.CREATE_ACCOUNT, "a party, whose code is made of the request id", PRICE_LISTS),
            can(Operation.UPDATE_ACCOUNT, "party, addresses, contact mechanisms, terms", PRICE_LISTS),
            can(Operation.GET_CREDIT_STATUS, "Tryton's own credit limit and credit amount decide", CREDIT),
            can(Operation.LINK_ACCOUNT, "links are Throughline's own; the account must exist", PRICE_LISTS),
            can(Operation.UNLINK_ACCOUNT, "links are Throughline's own"),
            can(Operation.FIND_LINKS, "links are Throughline's own"),
            can(
                    Operation.GET_COMPANY_OVERVIEW,
                    "sales, invoices, shipments and credit of the linked parties",
                    CREDIT,
                    PRICE_LISTS,
                    EXTERNAL_KEY),
            can(Operation.CALCULATE_PRICES, "Tryton computes prices and tax; its answer counts", PRICE_LISTS),
            can(Operation.CALCULATE_TAX, "Throughline's engine over Tryton's taxes and tax rules"),
            can(Operation.FIND_PRICES, "Throughline's engine over Tryton's price lists", PRICE_LISTS),
            can(Operation.EXPLAIN_ANSWER, "answers are kept by Throughline"),
            can(Operation.CHECK_AVAILABILITY, "stock and planned moves of each warehouse by date", SUPPLIERS),
            can(Operation.GET_ITEM, "products with a code", SUPPLIERS),
            can(Operation.FIND_ITEMS, "products with a code", SUPPLIERS),
            can(Operation.FIND_PURCHASES, "lines of confirmed sales"),
            can(Operation.FIND_PURCHASE_LINES, "lines of confirmed sales"),
            can(Operation.FIND_INVOICES, "posted customer invoices and credit notes"),
            can(Operation.GET_AGING, "open customer invoices by due date"),
            can(Operation.GET_INVOICE, "posted customer invoices and credit notes"),
            can(Operation.FIND_SHIPMENTS, "customer shipments"),
            cannot(Operation.GET_PROOF_OF_DELIVERY, "Tryton keeps no proof of delivery"),
            cannot(Operation.FIND_RETURNS, "returns are sales with negative quantities, without a return of their own"),
            cannot(Operation.FIND_CONTRACTS, NO_CONTRACTS),
            cannot(Operation.GET_CONTRACT, NO_CONTRACTS),
            cannot(Operation.CHECK_ENTITLEMENT, NO_CONTRACTS),
            can(Operation.SIMULATE_ORDER, "prices, credit and stock as for an order", CREDIT, PRICE_LISTS, SUPPLIERS),
            can(
                    Operation.CREATE_ORDER,
                    "a sale that carries our reference",
                    CREDIT,
                    PRICE_LISTS,
                    SUPPLIERS,
                    EXTERNAL_KEY,
                    VERSIONS),
            can(Operation.GET_OUTCOME, "the ledger is Throughline's own"),
            can(Operation.GET_ORDER, "sales that are confirmed, and ours that are held", EXTERNAL_KEY, VERSIONS),
            can(Operation.FIND_ORDERS, "sales that are confirmed, and ours that are held", EXTERNAL_KEY, VERSIONS),
            cannot(Operation.AMEND_ORDER, "a sale that is processing is not changed from outside"),
            can(Operation.CANCEL_ORDER, "until something of the sale is picked or invoiced", EXTERNAL_KEY, VERSIONS),
            cannot(Operation.CREATE_QUOTATION, "a quotation of Tryton keeps no day until which it holds"),
            cannot(Operation.GET_QUOTATION, "a quotation of Tryton keeps no day until which it holds"),
            cannot(Operation.FIND_QUOTATIONS, "a quotation of Tryton keeps no day until which it holds"),
            cannot(Operation.PROMOTE_QUOTATION, "a quotation of Tryton keeps no day until which it holds"),
            cannot(Operation.CREATE_OFFER, NO_RESERVATION),
            cannot(Operation.GET_OFFER, NO_RESERVATION),
            cannot(Operation.FIND_OFFERS, NO_RESERVATION),
            cannot(Operation.CANCEL_OFFER, NO_RESERVATION));

    private TrytonAbilities() {}

    /** @param installed the modules of the Tryton that is connected */
    static Capabilities with(Set<String> installed) {
        return new Capabilities(ALL.stream()
                .filter(ability -> ability.isThereWith(installed))
                .map(TrytonAbility::operation)
                .collect(Collectors.toSet()));
    }

    /** Of a Tryton that has every module. */
    static Capabilities best() {
        return new Capabilities(ALL.stream()
                .filter(TrytonAbility::supported)
                .map(TrytonAbility::operation)
                .collect(Collectors.toSet()));
    }
}
