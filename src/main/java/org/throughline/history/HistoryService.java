package org.throughline.history;

import static org.throughline.shared.ErrorCode.DATASET_NOT_FOUND;

import java.time.LocalDate;
import java.util.List;
import org.throughline.shared.AccountId;
import org.throughline.shared.AccountResolver;
import org.throughline.shared.Answer;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.Erp;
import org.throughline.shared.InvoiceId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.ShipmentId;
import org.throughline.shared.Violations;

/** Reads what a customer bought, was invoiced, got delivered and sent back, over all accounts of the customer. */
public final class HistoryService {

    private static final String CUSTOMER = "customer";

    private final Erp erp;
    private final AccountResolver resolver;
    private final Purchases purchases;
    private final Invoices invoices;
    private final Shipments shipments;
    private final Returns returns;

    public HistoryService(
            Erp erp,
            AccountResolver resolver,
            Purchases purchases,
            Invoices invoices,
            Shipments shipments,
            Returns returns) {
        this.erp = erp;
        this.resolver = resolver;
        this.purchases = purchases;
        this.invoices = invoices;
        this.shipments = shipments;
        this.returns = returns;
    }

    /** What was bought of each item. */
    public Answer<Listing<Purchase, List<PurchaseTotal>>> findPurchases(
            CustomerRef customer, PurchaseFilter filter, boolean withTotals, PageRequest page, MaxAge maxAge) {
        erp.require(Operation.FIND_PURCHASES);
        List<AccountId> accounts = accountsOf(customer, wrong(filter));
        return listing(
                purchases.find(accounts, filter, page, maxAge),
                withTotals ? purchases.totals(accounts, filter, maxAge) : null);
    }

    /** Every single purchase. */
    public Answer<Listing<PurchaseLine, List<PurchaseTotal>>> findPurchaseLines(
            CustomerRef customer, PurchaseFilter filter, boolean withTotals, PageRequest page, MaxAge maxAge) {
        erp.require(Operation.FIND_PURCHASE_LINES);
        List<AccountId> accounts = accountsOf(customer, wrong(filter));
        return listing(
                purchases.findLines(accounts, filter, page, maxAge),
                withTotals ? purchases.totals(accounts, filter, maxAge) : null);
    }

    public Answer<Listing<Invoice, List<InvoiceTotal>>> findInvoices(
            CustomerRef customer, InvoiceFilter filter, boolean withTotals, PageRequest page, MaxAge maxAge) {
        erp.require(Operation.FIND_INVOICES);
        List<AccountId> accounts = accountsOf(customer, wrong(filter));
        return listing(
                invoices.find(accounts, filter, page, maxAge),
                withTotals ? invoices.totals(accounts, filter, maxAge) : null);
    }

    /**
     * What is outstanding on invoices, by age.
     *
     * @param asOf null for today
     */
    public Answer<Aging> getAging(CustomerRef customer, LocalDate asOf, MaxAge maxAge) {
        erp.require(Operation.GET_AGING);
        return invoices.aging(accountsOf(customer, new Violations()), asOf, maxAge);
    }

    /** @param asOf the day for which payments and status are given; null for today */
    public Answer<InvoiceDocument> getInvoice(InvoiceId id, LocalDate asOf, MaxAge maxAge) {
        erp.require(Operation.GET_INVOICE);
        requireDataset(id.dataset(), "invoice.dataset");
        return invoices.get(id, asOf, maxAge);
    }

    public Answer<Listing<Shipment, Integer>> findShipments(
            CustomerRef customer, ShipmentFilter filter, boolean withTotals, PageRequest page, MaxAge maxAge) {
        erp.require(Operation.FIND_SHIPMENTS);
        List<AccountId> accounts = accountsOf(customer, FilterRules.dates(filter.dates()));
        return listing(
                shipments.find(accounts, filter, page, maxAge),
                withTotals ? shipments.count(accounts, filter, maxAge) : null);
    }

    /** Who took a delivery, and the document that shows it. */
    public Answer<ProofOfDelivery> getProofOfDelivery(ShipmentId id, MaxAge maxAge) {
        erp.require(Operation.GET_PROOF_OF_DELIVERY);
        requireDataset(id.dataset(), "shipment.dataset");
        return shipments.proofOfDelivery(id, maxAge);
    }

    public Answer<Listing<Return, Integer>> findReturns(
            CustomerRef customer, ReturnFilter filter, boolean withTotals, PageRequest page, MaxAge maxAge) {
        erp.require(Operation.FIND_RETURNS);
        List<AccountId> accounts = accountsOf(customer, FilterRules.dates(filter.dates()));
        return listing(
                returns.find(accounts, filter, page, maxAge),
                withTotals ? returns.count(accounts, filter, maxAge) : null);
    }

    private List<AccountId> accountsOf(CustomerRef customer, Violations violations) {
        violations.throwIfAny();
        List<AccountId> accounts = resolver.accountsOf(customer, CUSTOMER);
        accounts.forEach(account -> requireDataset(account.dataset(), CUSTOMER));
        return accounts;
    }

    private void requireDataset(String dataset, String path) {
        if (!erp.dataset().equals(dataset)) {
            throw new ServiceFault(DATASET_NOT_FOUND.at(path));
        }
    }

    private static Violations wrong(PurchaseFilter filter) {
        return FilterRules.ranges(filter.dates(), filter.amounts(), "minNet", "maxNet");
    }

    private static Violations wrong(InvoiceFilter filter) {
        return FilterRules.ranges(filter.dates(), filter.amounts(), "minGross", "maxGross");
    }

    /** @param totals null when they were not asked for */
    private static <E, T> Answer<Listing<E, T>> listing(Answer<Page<E>> page, Answer<T> totals) {
        return totals == null
                ? page.map(entries -> new Listing<E, T>(entries, null))
                : page.with(totals, Listing<E, T>::new);
    }
}
