package org.throughline.history;

import static org.throughline.shared.ErrorCode.DATASET_NOT_FOUND;
import static org.throughline.shared.ErrorCode.INVALID_VALUE;

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
    public Answer<PurchaseHistory<Purchase>> findPurchases(
            CustomerRef customer, PurchaseFilter filter, boolean includeTotals, PageRequest page, MaxAge maxAge) {
        erp.require(Operation.FIND_PURCHASES);
        List<AccountId> accounts = accountsOf(customer, wrong(filter.dates()));
        return withTotals(
                purchases.find(accounts, filter, page, maxAge),
                includeTotals ? purchases.totals(accounts, filter, maxAge) : null);
    }

    /** Every single purchase. */
    public Answer<PurchaseHistory<PurchaseLine>> findPurchaseLines(
            CustomerRef customer, PurchaseFilter filter, boolean includeTotals, PageRequest page, MaxAge maxAge) {
        erp.require(Operation.FIND_PURCHASE_LINES);
        List<AccountId> accounts = accountsOf(customer, wrong(filter.dates()));
        return withTotals(
                purchases.findLines(accounts, filter, page, maxAge),
                includeTotals ? purchases.totals(accounts, filter, maxAge) : null);
    }

    public Answer<Page<Invoice>> findInvoices(
            CustomerRef customer, InvoiceFilter filter, PageRequest page, MaxAge maxAge) {
        erp.require(Operation.FIND_INVOICES);
        return invoices.find(accountsOf(customer, wrong(filter)), filter, page, maxAge);
    }

    /** @param asOf the day for which payments and status are given; null for today */
    public Answer<InvoiceDocument> getInvoice(InvoiceId id, LocalDate asOf, MaxAge maxAge) {
        erp.require(Operation.GET_INVOICE);
        requireDataset(id.dataset(), "invoice.dataset");
        return invoices.get(id, asOf, maxAge);
    }

    public Answer<Page<Shipment>> findShipments(
            CustomerRef customer, ShipmentFilter filter, PageRequest page, MaxAge maxAge) {
        erp.require(Operation.FIND_SHIPMENTS);
        return shipments.find(accountsOf(customer, wrong(filter.dates())), filter, page, maxAge);
    }

    /** Who took a delivery, and the document that shows it. */
    public Answer<ProofOfDelivery> getProofOfDelivery(ShipmentId id, MaxAge maxAge) {
        erp.require(Operation.GET_PROOF_OF_DELIVERY);
        requireDataset(id.dataset(), "shipment.dataset");
        return shipments.proofOfDelivery(id, maxAge);
    }

    public Answer<Page<Return>> findReturns(
            CustomerRef customer, ReturnFilter filter, PageRequest page, MaxAge maxAge) {
        erp.require(Operation.FIND_RETURNS);
        return returns.find(accountsOf(customer, wrong(filter.dates())), filter, page, maxAge);
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

    private static Violations wrong(DateRange dates) {
        Violations violations = new Violations();
        if (dates.isEmpty()) {
            violations.add(INVALID_VALUE.at("until", "The range ends before its first day is over: it holds no day."));
        }
        return violations;
    }

    private static Violations wrong(InvoiceFilter filter) {
        Violations violations = wrong(filter.dates());
        if (filter.amountsAreReversed()) {
            violations.add(INVALID_VALUE.at("maxGross", "The largest amount is below the smallest."));
        }
        return violations;
    }

    private static <T> Answer<PurchaseHistory<T>> withTotals(Answer<Page<T>> page, Answer<List<PurchaseTotal>> totals) {
        return totals == null
                ? page.map(entries -> new PurchaseHistory<>(entries, null))
                : page.with(totals, PurchaseHistory::new);
    }
}
