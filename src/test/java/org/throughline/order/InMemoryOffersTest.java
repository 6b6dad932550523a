package org.throughline.order;

class InMemoryOffersTest extends OffersContract {

    private final InMemoryOffers offers = new InMemoryOffers(clock);

    @Override
    protected Offers offers() {
        return offers;
    }
}
