package org.throughline.order;

/** What a request in the ledger asks for. The names are kept for years: never rename one. */
public enum RequestKind {
    CREATE_ORDER(OrderBasis.class),
    AMEND_ORDER(Amendment.class),
    CANCEL_ORDER(Cancellation.class),
    CREATE_OFFER(OfferRequest.class),
    CREATE_QUOTATION(QuotationRequest.class),
    PROMOTE_QUOTATION(Promotion.class);

    private final Class<? extends Demand> demand;

    RequestKind(Class<? extends Demand> demand) {
        this.demand = demand;
    }

    /** What requests of the kind are kept as. */
    public Class<? extends Demand> demand() {
        return demand;
    }
}
