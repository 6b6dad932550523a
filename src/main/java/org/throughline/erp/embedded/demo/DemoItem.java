package org.throughline.erp.embedded.demo;

import java.math.BigDecimal;

/**
 * @param pack the bigger unit; null when there is none
 * @param packFactor base units in a pack
 * @param price in GBP at the start of 2024, for priceBase base units
 * @param priceBase 1, or 100 for small parts
 * @param stocked false for services
 */
record DemoItem(
        String id,
        String description,
        String group,
        String baseUnit,
        String pack,
        int packFactor,
        String taxClass,
        BigDecimal price,
        int priceBase,
        boolean stocked,
        String status,
        Integer leadTimeDays) {

    boolean isSold() {
        return status.equals("ACTIVE");
    }
}
