package org.throughline.erp.embedded.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.RowBatch;
import org.throughline.shared.SearchTerms;

/**
 * Customers who show how places, numbers and certificates decide the tax, and the branches in North America that some of
 * them buy from. They have bought nothing yet.
 */
final class DemoTaxCustomers {

    private static final BigDecimal LIMIT = BigDecimal.valueOf(50_000);

    private final RowBatch rows;

    private DemoTaxCustomers(RowBatch rows) {
        this.rows = rows;
    }

    static void write(RowBatch rows) {
        DemoTaxCustomers demo = new DemoTaxCustomers(rows);
        demo.branches();
        demo.customers();
    }

    private void branches() {
        rows.add(
                ErpTable.BRANCH,
                "NA-CA",
                "Harbour Workshop Supplies (Canada) Inc.",
                "CA",
                "900123456RT0001",
                "USD",
                "LON");
        rows.add(ErpTable.BRANCH, "NA-US", "Harbor Workshop Supplies Inc.", "US", "90-0123456", "USD", "LON");
    }

    private void customers() {
        add(new Customer("T0001", "Hudson Tool Rental", "NA-US", "USD", "US", null), "New York/NY/10001");
        add(
                new Customer("T0002", "Bronx Hardware Resale", "NA-US", "USD", "US", null)
                        .exempt("ST-120-4711", null, "NY"),
                "New York/NY/10451");
        add(new Customer("T0003", "Wilshire Fabrication", "NA-US", "USD", "US", null), "Los Angeles/CA/90017");
        add(
                new Customer("T0004", "Ateliers Mont-Royal", "NA-CA", "USD", "CA", "900234567RT0001"),
                "Montréal/QC/H2X 1Y4");
        add(new Customer("T0005", "Lakeshore Machining", "NA-CA", "USD", "CA", null), "Toronto/ON/M5V 2T6");
        add(
                new Customer("T0006", "Burrard Trade Supply", "NA-CA", "USD", "CA", null)
                        .exempt("PST-1234-5678", null, "BC"),
                "Vancouver/BC/V6B 1A1");
        add(new Customer("T0007", "Talleres Las Canteras", "DE", "EUR", "ES", null), "Las Palmas/Las Palmas/35010");
        add(new Customer("T0008", "Lagan Joinery", "DE", "EUR", "GB", "XI980780684"), "Belfast//BT1 5GS");
        add(new Customer("T0009", "Lagan Joinery", "GB", "GBP", "GB", "GB980780684"), "Belfast//BT1 5GS");
        add(
                new Customer("T0010", "Former Charity Workshops", "GB", "GBP", "GB", null)
                        .exempt("CERT-2023-09", LocalDate.of(2026, 1, 1), null),
                "Leeds//LS2 7AB");
        add(new Customer("T0011", "Taller Meseta", "DE", "EUR", "ES", null), "Madrid/Madrid/28013");
    }

    /** @param validTo first day on which the certificate no longer holds; null when it does not end */
    private record Customer(
            String id,
            String name,
            String branch,
            String currency,
            String country,
            String taxId,
            String certificate,
            LocalDate validTo,
            String region) {

        Customer(String id, String name, String branch, String currency, String country, String taxId) {
            this(id, name, branch, currency, country, taxId, null, null, null);
        }

        Customer exempt(String number, LocalDate until, String ofRegion) {
            return new Customer(id, name, branch, currency, country, taxId, number, until, ofRegion);
        }
    }

    /** @param town as town/region/postcode; the region may be empty */
    private void add(Customer customer, String town) {
        String[] parts = town.split("/");
        rows.add(
                ErpTable.ACCOUNT,
                customer.id,
                customer.name,
                "ACTIVE",
                customer.branch,
                customer.currency,
                "NET30",
                "LIST-" + customer.currency,
                null,
                customer.country,
                customer.taxId,
                customer.certificate,
                customer.certificate == null ? null : DemoCalendar.EPOCH,
                customer.validTo,
                customer.region,
                LIMIT,
                null,
                DemoCalendar.at(DemoCalendar.START.minusDays(40), 8));
        for (String kind : new String[] {"BILLING", "SHIPPING"}) {
            rows.add(
                    ErpTable.ACCOUNT_ADDRESS,
                    customer.id,
                    kind.substring(0, 4),
                    kind,
                    true,
                    customer.name,
                    "1 Market Street",
                    null,
                    parts[0],
                    parts[1].isEmpty() ? null : parts[1],
                    parts[2],
                    customer.country);
        }
        terms(customer, parts[2]);
    }

    private void terms(Customer customer, String postalCode) {
        for (String word : SearchTerms.words(customer.name)) {
            rows.add(ErpTable.ACCOUNT_TERM, "NAME", word, customer.id);
        }
        if (customer.taxId != null) {
            rows.add(ErpTable.ACCOUNT_TERM, "TAX_ID", SearchTerms.compact(customer.taxId), customer.id);
        }
        rows.add(ErpTable.ACCOUNT_TERM, "POSTCODE", SearchTerms.compact(postalCode), customer.id);
    }
}
