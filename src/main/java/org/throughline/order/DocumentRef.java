package org.throughline.order;

import static java.util.Objects.requireNonNull;

import org.throughline.shared.OfferId;
import org.throughline.shared.OrderId;
import org.throughline.shared.QuotationId;

/** The document that came of a request. */
public record DocumentRef(Kind kind, String dataset, String id) {

    /** The names are kept for years: never rename one. */
    public enum Kind {
        ORDER,
        OFFER,
        QUOTATION
    }

    public DocumentRef {
        requireNonNull(kind, "kind");
        requireNonNull(dataset, "dataset");
        requireNonNull(id, "id");
    }

    public static DocumentRef of(OrderId id) {
        return new DocumentRef(Kind.ORDER, id.dataset(), id.value());
    }

    public static DocumentRef of(OfferId id) {
        return new DocumentRef(Kind.OFFER, id.dataset(), id.value());
    }

    public static DocumentRef of(QuotationId id) {
        return new DocumentRef(Kind.QUOTATION, id.dataset(), id.value());
    }

    public QuotationId quotationId() {
        return new QuotationId(dataset, id);
    }

    public OrderId orderId() {
        return new OrderId(dataset, id);
    }

    public OfferId offerId() {
        return new OfferId(dataset, id);
    }
}
