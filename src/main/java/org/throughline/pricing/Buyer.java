package org.throughline.pricing;

import static java.util.Objects.requireNonNull;

import org.throughline.shared.CustomerRef;
import org.throughline.shared.PostalAddress;

/** Who asks for prices. */
public sealed interface Buyer {

    /** Somebody that the ERP knows. A company is priced through its only or its primary account. */
    record Customer(CustomerRef ref) implements Buyer {

        public Customer {
            requireNonNull(ref, "ref");
        }
    }

    /**
     * Somebody that the ERP does not know yet, described by what prices and tax depend on.
     *
     * @param address where the prospect is established; its country is never null
     * @param priceGroup the group that the prospect would belong to; null for none
     * @param taxId registration for value added tax; null when there is none
     * @param taxExempt whether the prospect buys without tax in its own country
     */
    record Prospect(PostalAddress address, String priceGroup, String taxId, boolean taxExempt) implements Buyer {

        public Prospect {
            requireNonNull(address, "address");
            requireNonNull(address.country(), "address.country");
        }
    }
}
