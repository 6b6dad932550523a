package org.throughline.shared;

import static org.throughline.shared.ErrorCategory.CONFLICT;
import static org.throughline.shared.ErrorCategory.INTERNAL;
import static org.throughline.shared.ErrorCategory.INVALID_REQUEST;
import static org.throughline.shared.ErrorCategory.NOT_FOUND;
import static org.throughline.shared.ErrorCategory.NOT_SUPPORTED;
import static org.throughline.shared.ErrorCategory.REFUSED;
import static org.throughline.shared.ErrorCategory.UNAVAILABLE;

/**
 * The catalogue of errors: every code that a caller can meet. A code is part of the contract; it is never renamed or
 * used for something else.
 */
public enum ErrorCode {
    // Requests that cannot be read
    MALFORMED_MESSAGE(INVALID_REQUEST, "The message is not well-formed, or not a message of this service."),
    UNSUPPORTED_MEDIA_TYPE(INVALID_REQUEST, "The content type or character encoding is not accepted."),
    MESSAGE_TOO_LARGE(INVALID_REQUEST, "The message is larger or more complex than the published limit."),
    MESSAGE_TOO_SLOW(INVALID_REQUEST, Retryable.YES, "The message took too long to arrive."),
    METHOD_NOT_ALLOWED(INVALID_REQUEST, "The address does not take this HTTP method."),
    NOT_ACCEPTABLE(INVALID_REQUEST, "The answer cannot be given in any of the content types asked for."),
    UNKNOWN_ADDRESS(INVALID_REQUEST, "There is nothing at this address."),
    UNKNOWN_OPERATION(INVALID_REQUEST, "The service has no such operation."),
    SCHEMA_VIOLATION(
            INVALID_REQUEST, "An element is missing, superfluous, misplaced or has a value of the wrong form."),
    INVALID_VALUE(INVALID_REQUEST, "A value is well-formed but makes no sense here."),
    INVALID_CURSOR(INVALID_REQUEST, "The cursor is damaged or belongs to another query."),
    INVALID_QUANTITY(INVALID_REQUEST, "The quantity is zero, negative or has decimals that the unit does not allow."),
    TOO_MANY_LINES(INVALID_REQUEST, "There are more lines than the operation allows."),
    INVALID_TAX_ID(INVALID_REQUEST, "The tax number has not the form or check digits of its country."),
    CONTRADICTORY_PARTIES(INVALID_REQUEST, "The parties, places and tax categories contradict each other."),
    OFFER_TOKEN_MALFORMED(INVALID_REQUEST, "The text is not a token of an offer."),

    // Records that are not there
    DATASET_NOT_FOUND(NOT_FOUND, "No ERP dataset of that name is connected."),
    ACCOUNT_NOT_FOUND(NOT_FOUND, "The ERP has no such account."),
    COMPANY_NOT_LINKED(NOT_FOUND, "The company is not linked to an account."),
    LINK_NOT_FOUND(NOT_FOUND, "The company is not linked to that account."),
    ITEM_NOT_FOUND(NOT_FOUND, "The ERP has no such item."),
    WAREHOUSE_NOT_FOUND(NOT_FOUND, "The ERP has no such warehouse."),
    UNIT_NOT_FOUND(NOT_FOUND, "The item has no such unit of measure."),
    INVOICE_NOT_FOUND(NOT_FOUND, "The ERP has no such invoice."),
    PAYMENT_NOT_FOUND(NOT_FOUND, "The ERP has no such payment."),
    RETURN_NOT_FOUND(NOT_FOUND, "The ERP has no such return."),
    CONTRACT_NOT_FOUND(NOT_FOUND, "The ERP has no such service contract."),
    SHIPMENT_NOT_FOUND(NOT_FOUND, "The ERP has no such shipment."),
    PROOF_NOT_FOUND(NOT_FOUND, "The shipment was delivered, but the ERP has no proof of delivery."),
    ORDER_NOT_FOUND(NOT_FOUND, "The ERP has no such order."),
    LINE_NOT_FOUND(NOT_FOUND, "The order has no such line."),
    QUOTATION_NOT_FOUND(NOT_FOUND, "The ERP has no such quotation."),
    OFFER_NOT_FOUND(NOT_FOUND, "There is no such offer."),
    REQUEST_NOT_FOUND(NOT_FOUND, "No request with this id has ever come in."),
    ANSWER_NOT_FOUND(NOT_FOUND, "No such answer is kept: it was never given, or its time is over."),

    // Contradictions to the present state
    VERSION_CONFLICT(CONFLICT, "Somebody else changed the record since it was read."),
    REQUEST_ID_REUSED(CONFLICT, "The request id was used before with other content."),
    REQUEST_IN_PROGRESS(CONFLICT, Retryable.UNCERTAIN, "The first request with this id is still being worked on."),
    WRONG_STATE(CONFLICT, "The document is in a state that does not allow this."),
    NO_PRIMARY_ACCOUNT(CONFLICT, "The company has several accounts and none is primary."),
    QUOTATION_ALREADY_ORDERED(CONFLICT, "The line of the quotation was ordered before."),
    OFFER_ALREADY_ORDERED(CONFLICT, "The offer was ordered before, by another request."),
    OFFER_BEING_ORDERED(CONFLICT, Retryable.YES, "Another request is ordering the offer at this moment."),
    PAYMENT_RECEIVED_BEFORE(CONFLICT, "A payment of that reference, day and amount was booked before."),
    NOT_DELIVERED_YET(CONFLICT, Retryable.YES, "The shipment has not been delivered yet."),

    // Business rules that say no
    ACCOUNT_ON_HOLD(REFUSED, "The account is on hold or inactive."),
    ITEM_BLOCKED(REFUSED, "The item may not be sold."),
    NO_PRICE(REFUSED, "There is no price for the item, customer, unit, currency and date."),
    CONTRADICTORY_PRICES(
            REFUSED, "The ERP's agreements or promotions contradict each other, or take more off than there is."),
    NO_EXCHANGE_RATE(REFUSED, "There is no exchange rate between the currencies on that date."),
    NO_TAX_RULE(REFUSED, "There is no tax rule for the item, the parties and the date."),
    UNKNOWN_TAX_CLASS(REFUSED, "The country of the supply has no such tax class."),
    TAX_PLACE_INCOMPLETE(REFUSED, "The tax depends on a part of the address that is missing."),
    EXEMPTION_NOT_VALID(REFUSED, "The exemption certificate does not hold on the date of supply."),
    INSUFFICIENT_STOCK(REFUSED, "There is not enough stock for the quantity and date."),
    CREDIT_EXCEEDED(REFUSED, "The amount exceeds the credit that is left."),
    CREDIT_OVERDUE(REFUSED, "Invoices are overdue for so long that nothing more is sold on credit."),
    AMOUNT_EXCEEDED(REFUSED, "The amount exceeds what is left."),
    NOT_INVOICED_YET(REFUSED, "What is to be credited was not invoiced yet."),
    TOTAL_MISMATCH(REFUSED, "The totals computed here differ from those that the caller expected."),
    ORDER_ALTERED(REFUSED, "The ERP did not keep the order as it was handed over, so it was cancelled there."),
    ORDER_NOT_AMENDABLE(REFUSED, "The order has gone too far to be changed like this."),
    QUANTITY_BELOW_SHIPPED(REFUSED, "The quantity is below what was shipped or invoiced."),
    ORDER_NOT_CANCELLABLE(REFUSED, "The order has gone too far to be cancelled."),
    OFFER_FORGED(REFUSED, "The token was altered, or was not signed by this service."),
    OFFER_FOREIGN(REFUSED, "The token is signed with a key that is not, or no longer, one of this installation's."),
    OFFER_OF_OTHER_DATASET(REFUSED, "The offer was made for another ERP dataset."),
    OFFER_OF_OTHER_CUSTOMER(REFUSED, "The offer was made to another customer."),
    OFFER_CANCELLED(REFUSED, "The offer was cancelled."),
    QUOTATION_EXPIRED(REFUSED, "The quotation has expired."),
    OFFER_EXPIRED(REFUSED, "The offer has expired."),
    OFFER_PRICE_CHANGED(REFUSED, "The price is not what was offered any more."),
    OFFER_TAX_CHANGED(REFUSED, "The tax is not what was offered any more."),
    OFFER_TOTAL_CHANGED(REFUSED, "The total is not what was offered any more."),
    OFFER_STOCK_CHANGED(REFUSED, "What was promised cannot be delivered in time any more."),
    OFFER_CREDIT_CHANGED(
            REFUSED, "The order would be held: the credit does not suffice any more, or the account is on hold."),
    REFUSED_BY_ERP(REFUSED, "The ERP refuses this by a rule of its own."),

    // What this installation cannot do
    NOT_SUPPORTED_BY_ERP(NOT_SUPPORTED, "The ERP behind this service cannot do this."),

    // Not now
    ERP_UNAVAILABLE(UNAVAILABLE, Retryable.YES, "The ERP cannot be reached."),
    OUTCOME_UNKNOWN(UNAVAILABLE, Retryable.UNCERTAIN, "It is not known whether the ERP has done what was asked."),
    SERVICE_BUSY(UNAVAILABLE, Retryable.YES, "The service has no capacity left at the moment."),

    // Our fault
    DOCUMENT_CORRUPT(
            INTERNAL, Retryable.NO, "The document in the ERP is damaged: it has not the digest of what was stored."),
    INTERNAL_ERROR(INTERNAL, Retryable.UNCERTAIN, "The service failed in a way that it was not built for.");

    private final ErrorCategory category;
    private final Retryable retryable;
    private final String meaning;

    ErrorCode(ErrorCategory category, String meaning) {
        this(category, Retryable.NO, meaning);
    }

    ErrorCode(ErrorCategory category, Retryable retryable, String meaning) {
        this.category = category;
        this.retryable = retryable;
        this.meaning = meaning;
    }

    public ErrorCategory category() {
        return category;
    }

    public Retryable retryable() {
        return retryable;
    }

    /** One sentence for people; the default message of a violation. */
    public String meaning() {
        return meaning;
    }

    public Violation at(String path) {
        return new Violation(this, path, meaning, Remedy.NONE);
    }

    public Violation at(String path, String message) {
        return new Violation(this, path, message, Remedy.NONE);
    }
}
