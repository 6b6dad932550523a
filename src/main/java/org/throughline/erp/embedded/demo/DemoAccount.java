package org.throughline.erp.embedded.demo;

import java.math.BigDecimal;
import org.throughline.shared.PostalAddress;

/**
 * @param priceGroup null when there is none
 * @param taxId null when not registered
 * @param creditLimit null when unlimited
 * @param billTo the account that pays; null when it is this one
 */
record DemoAccount(
        String id,
        String name,
        String status,
        DemoBranch branch,
        String currency,
        String priceGroup,
        PostalAddress address,
        String taxId,
        BigDecimal creditLimit,
        int netDays,
        String billTo) {

    String country() {
        return address.country();
    }

    boolean isExempt() {
        return id.equals(DemoAccounts.EXEMPT);
    }

    boolean buys() {
        return status.equals("ACTIVE") && !id.equals(DemoAccounts.NEW);
    }
}
