package org.throughline.order;

import org.throughline.stock.Reservations;

/** What offers are made and kept with. */
public record OfferSources(Offers offers, OfferTokens tokens, Reservations reservations, OfferPolicy policy) {}
