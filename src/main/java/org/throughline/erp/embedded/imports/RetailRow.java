package org.throughline.erp.embedded.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * A row of the online retailer's file.
 *
 * @param description null when it is empty
 * @param price of one; zero for what was given away or is no sale
 * @param customer null when there is none
 * @param country ISO 3166-1 alpha-2
 */
record RetailRow(
        String invoice,
        String code,
        String description,
        BigDecimal quantity,
        LocalDate date,
        BigDecimal price,
        String customer,
        String country) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final Pattern INVOICE = Pattern.compile("[CA]?[0-9]{1,20}");
    /** Codes of goods begin with five digits; the rest are postage, charges, discounts and the like. */
    private static final Pattern GOODS = Pattern.compile("[0-9]{5}.*|DCGS.*");

    private static final String BAD_DEBT = "B";

    /** @return something harmless when the row is wrong, which the row then says */
    static RetailRow of(Row row) {
        String invoice = row.required("InvoiceNo", 60);
        if (!INVOICE.matcher(invoice).matches()) {
            row.reject("InvoiceNo is not a number, with or without C or A before it");
        }
        String country = row.required("Country", 60);
        String countryCode = CountryNames.code(country);
        if (countryCode == null) {
            row.reject("Country is not the name of a country");
        }
        RetailRow parsed = new RetailRow(
                invoice,
                row.required("StockCode", 60),
                row.optional("Description", 500),
                row.number("Quantity", 0),
                date(row),
                row.number("UnitPrice", 6),
                row.optional("CustomerID", 40),
                countryCode);
        parsed.check(row);
        return parsed;
    }

    private static LocalDate date(Row row) {
        String text = row.required("InvoiceDate", 60);
        try {
            return LocalDateTime.parse(text, DATE).toLocalDate();
        } catch (DateTimeException notADate) {
            row.reject("InvoiceDate is not a time such as 31/12/2010 08:26");
            return LocalDate.EPOCH;
        }
    }

    private void check(Row row) {
        if (isBadDebt()) {
            return;
        }
        if (quantity.signum() == 0) {
            row.reject("Quantity is zero");
        }
        if (price.signum() < 0) {
            row.reject("UnitPrice is below zero");
        }
        if (isCancellation() && quantity.signum() > 0) {
            row.reject("Quantity is above zero on a cancellation");
        }
        if (!isCancellation() && quantity.signum() < 0 && price.signum() != 0) {
            row.reject("Quantity is below zero on an invoice that is no cancellation");
        }
    }

    boolean isCancellation() {
        return invoice.startsWith("C");
    }

    /** Entries of bookkeeping that write off debts. */
    boolean isBadDebt() {
        return invoice.startsWith("A") || code.equals(BAD_DEBT);
    }

    boolean isGoods() {
        return GOODS.matcher(code).matches();
    }

    /** The account that the row belongs to. */
    String account() {
        return customer == null ? "CASH-" + country : customer;
    }

    String accountName() {
        return customer == null
                ? "Sales without a customer, "
                        + new java.util.Locale("", country).getDisplayCountry(java.util.Locale.ENGLISH)
                : "Customer " + customer;
    }
}
