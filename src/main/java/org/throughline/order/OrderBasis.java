package org.throughline.order;

/** What an order is placed on: wishes that are priced now, or an offer that was made before. */
public sealed interface OrderBasis extends Demand permits OrderRequest, OfferAcceptance {}
