package org.throughline.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.throughline.shared.AccountId;
import org.throughline.shared.AccountResolver;
import org.throughline.shared.Answer;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.Erp;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Operation;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.QuotationId;

/** Makes, reads and finds quotations, and makes orders of them. */
public final class QuotationService {

    private final Erp erp;
    private final AccountResolver customers;
    private final Quotations quotations;
    private final HandingOver handing;
    private final QuotationCreation creation;
    private final QuotationPromotion promotion;
    private final Clock clock;

    public QuotationService(
            Erp erp, OrderSources sources, Orders orders, Quotations quotations, HandingOver handing, Clock clock) {
        OrderDesk desk = new OrderDesk(sources, orders, clock);
        this.erp = erp;
        this.customers = sources.customers();
        this.quotations = quotations;
        this.handing = handing;
        this.creation = new QuotationCreation(erp, quotations, desk, clock);
        this.promotion =
                new QuotationPromotion(erp, quotations, orders, desk, new AmendmentDesk(sources, orders, clock), clock);
        this.clock = clock;
    }

    /** How the requests that this service takes are gone on with when they were left behind. */
    public List<Procedure<?, ?>> procedures() {
        return List.of(creation, promotion);
    }

    /**
     * Makes a quotation once, however often it is asked to.
     *
     * @throws org.throughline.shared.ServiceFault what {@link OrderService#simulate} says of customer, lines, prices and totals;
     *     INVALID_VALUE at validUntil; of the request as in {@link OrderService#create}
     */
    public Answer<Handed.Done<Quotation>> create(RequestKey key, QuotationRequest request) {
        return Answer.live((Handed.Done<Quotation>) handing.take(key, creation, request), clock.instant());
    }

    /** @throws org.throughline.shared.ServiceFault QUOTATION_NOT_FOUND at quotation */
    public Answer<Quotation> get(QuotationId id, MaxAge maxAge) {
        erp.require(Operation.GET_QUOTATION);
        return quotations.get(id, maxAge);
    }

    /**
     * Newest date first.
     *
     * @param customer null for the quotations of all accounts
     * @throws org.throughline.shared.ServiceFault COMPANY_NOT_LINKED, ACCOUNT_NOT_FOUND at customer; INVALID_CURSOR
     */
    public Answer<Page<Quotation>> find(
            CustomerRef customer,
            LocalDate from,
            LocalDate until,
            String customerReference,
            PageRequest page,
            MaxAge maxAge) {
        erp.require(Operation.FIND_QUOTATIONS);
        List<AccountId> accounts = customer == null ? List.of() : customers.accountsOf(customer, "customer");
        return quotations.find(new QuotationFilter(accounts, from, until, customerReference), page, maxAge);
    }

    /**
     * Makes an order of a quotation, or of some of its lines. The same lines promoted again, by whomever, are the same order. When
     * the ERP is not available, the order is queued.
     *
     * @throws org.throughline.shared.ServiceFault QUOTATION_NOT_FOUND at quotation; LINE_NOT_FOUND at line; QUOTATION_ALREADY_ORDERED at
     *     each line that is in another order; QUOTATION_EXPIRED with the differences to the prices of now; TOTAL_MISMATCH; then
     *     CREDIT_EXCEEDED, CREDIT_OVERDUE, ACCOUNT_ON_HOLD, INSUFFICIENT_STOCK where they are not to be waited for; of the request as in
     *     {@link OrderService#create}
     */
    public Answer<Placement> promote(RequestKey key, Promotion request) {
        return Answer.live(Placement.of(handing.take(key, promotion, request)), clock.instant());
    }
}
