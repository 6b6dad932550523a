package org.throughline.order;

class InMemoryOffersTest extends OffersContract {

    private final InMemoryOffers offers = new InMemoryOffers();

    @Override
    protected Offers offers() {
        return offers;
    }
}
