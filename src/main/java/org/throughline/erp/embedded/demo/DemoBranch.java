package org.throughline.erp.embedded.demo;

/** The seller's branches. */
enum DemoBranch {
    GB("Harbour Workshop Supplies Ltd", "GB", "GB900123456", "GBP", "LON"),
    DE("Hafen Werkstattbedarf GmbH", "DE", "DE900123456", "EUR", "HAM");

    final String title;
    final String country;
    final String taxId;
    final String currency;
    final String warehouse;

    DemoBranch(String title, String country, String taxId, String currency, String warehouse) {
        this.title = title;
        this.country = country;
        this.taxId = taxId;
        this.currency = currency;
        this.warehouse = warehouse;
    }
}
