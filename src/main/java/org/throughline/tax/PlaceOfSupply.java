package org.throughline.tax;

/**
 * Where a supply takes place and across which borders it goes. Computed once for a supply; the questions are those of the
 * rules in {@link TaxDetermination}.
 */
final class PlaceOfSupply {

    private final Supply supply;
    private final TaxTerritory seller;
    private final TaxTerritory buyer;
    private final TaxTerritory buyerRegistration;
    private final TaxTerritory origin;
    private final TaxTerritory destination;

    PlaceOfSupply(Supply supply) {
        this.supply = supply;
        this.seller = TaxTerritory.of(supply.seller().place(), supply.date());
        this.buyer = TaxTerritory.of(supply.buyer().place(), supply.date());
        this.buyerRegistration =
                supply.buyer().isRegistered() ? TaxTerritory.ofRegistration(supply.buyer(), supply.date()) : null;
        this.origin = TaxTerritory.of(supply.shipFrom(), supply.date());
        this.destination = TaxTerritory.of(supply.shipTo(), supply.date());
    }

    /** Goods that neither leave nor enter the territory. */
    boolean isWithinOneTerritory() {
        return origin.isSameHome(destination);
    }

    /** Goods that are dispatched outside the Union by a seller who is established elsewhere. */
    boolean isDispatchedAbroad() {
        return !origin.isSameHome(seller) && !origin.isUnionForGoods() && !isWithinOneTerritory();
    }

    /** Goods that leave the territory: of the Union for its members, else of the country. */
    boolean leavesTerritory() {
        return !isWithinOneTerritory() && !(origin.isUnionForGoods() && destination.isUnionForGoods());
    }

    /** Goods that go from one member of the Union to another. */
    boolean crossesUnionBorder() {
        return !isWithinOneTerritory() && origin.isUnionForGoods() && destination.isUnionForGoods();
    }

    /** Whether the buyer is registered in a member of the Union other than the one that goods come from. */
    boolean isBuyerRegisteredInOtherMember() {
        return buyerRegistration != null
                && buyerRegistration.isUnionForGoods()
                && !buyerRegistration.isSameHome(origin);
    }

    boolean isBuyerRegistered() {
        return buyerRegistration != null;
    }

    /** Whether the buyer is registered in the territory that goods go to or a service is done in. */
    boolean isBuyerRegisteredAtDestination() {
        return buyerRegistration != null && buyerRegistration.isSameHome(destination);
    }

    /** Whether the buyer is registered in the seller's territory. */
    boolean isBuyerRegisteredAtHome() {
        return buyerRegistration != null && buyerRegistration.isSameHome(seller);
    }

    boolean isBuyerAtHome() {
        return buyer.isSameHome(seller);
    }

    /** Whether both parties are in the Union's territory for services, but not in the same member. */
    boolean isBuyerInOtherMember() {
        return !isBuyerAtHome() && seller.isUnionForServices() && buyer.isUnionForServices();
    }

    /** Whether the buyer is outside the seller's territory: of the Union for its members, else of the country. */
    boolean isBuyerAbroad() {
        return !isBuyerAtHome() && !isBuyerInOtherMember();
    }

    boolean isBuyerInUnion() {
        return buyer.isUnionForServices();
    }

    boolean isDoneAtHome() {
        return destination.isSameHome(seller);
    }

    boolean isOriginInUnion() {
        return origin.isUnionForGoods();
    }

    boolean isSellerInUnion() {
        return seller.isUnionForServices();
    }

    /** Why the destination is treated apart from its country; null when it is not. */
    String destinationReference() {
        return destination.legalReference();
    }

    /** Where the seller's own rules hold for goods: at the destination when it is in the territory, else at the origin. */
    TaxPlace placeOfGoods() {
        return isWithinOneTerritory() ? supply.shipTo() : supply.shipFrom();
    }

    /** Where the seller's own rules hold for services: where the buyer is when at home, else where the seller is. */
    TaxPlace placeOfServices() {
        return destination.isSameHome(seller)
                ? supply.shipTo()
                : supply.seller().place();
    }
}
