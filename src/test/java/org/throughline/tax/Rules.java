package org.throughline.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.shared.TaxCategory;

/** A small table of rules, true to the law, that the worked examples are computed with. */
final class Rules {

    private static final TaxableShare WHOLE = TaxableShare.WHOLE;

    private final List<TaxRule> rules = new ArrayList<>();

    private Rules() {}

    static Map<String, TaxTable> tables() {
        Rules rules = new Rules();
        rules.valueAddedTax();
        rules.america();
        rules.canada();
        return rules.rules.stream()
                .collect(Collectors.groupingBy(
                        TaxRule::country, Collectors.collectingAndThen(Collectors.toList(), TaxTable::of)));
    }

    private void valueAddedTax() {
        vat("DE", "STANDARD", "S", "19", Buyers.ALL, null);
        vat("DE", "BOOKS", "S", "7", Buyers.ALL, null);
        vat("DE", "DEPOSIT", "O", "0", Buyers.ALL, null);
        vat("DE", "SCRAP", "S", "19", Buyers.ALL, null);
        vat("DE", "SCRAP", "AE", "0", Buyers.REGISTERED, null);
        vat("FR", "STANDARD", "S", "20", Buyers.ALL, null);
        vat("FR", "STANDARD", "S", "8.5", Buyers.ALL, "97[124]\\d\\d");
        vat("ES", "STANDARD", "S", "21", Buyers.ALL, null);
        vat("ES", "STANDARD", "L", "7", Buyers.ALL, "3[58]\\d{3}");
        vat("ES", "STANDARD", "M", "10", Buyers.ALL, "51\\d{3}");
        vat("GR", "STANDARD", "S", "24", Buyers.ALL, null);
        vat("PL", "STANDARD", "S", "23", Buyers.ALL, null);
        vat("GB", "STANDARD", "S", "20", Buyers.ALL, null);
        vat("GB", "ZERO", "Z", "0", Buyers.ALL, null);
        vat("GB", "INSURANCE", "E", "0", Buyers.ALL, null);
        vat("GB", "CONSTRUCTION", "S", "20", Buyers.UNREGISTERED, null);
        vat("GB", "CONSTRUCTION", "AE", "0", Buyers.REGISTERED, null);
    }

    private void america() {
        TaxableShare clothing = new TaxableShare(number("110"), false, null);
        levy("US-NY", JurisdictionLevel.STATE, "NY", null, "*", "4", WHOLE);
        levy("US-NY", JurisdictionLevel.STATE, "NY", null, "CLOTHING", "4", clothing);
        levy("US-NY-NYC", JurisdictionLevel.CITY, "NY", "100\\d\\d", "*", "4.5", WHOLE);
        levy("US-NY-NYC", JurisdictionLevel.CITY, "NY", "100\\d\\d", "CLOTHING", "4.5", clothing);
        levy("US-NY-MCTD", JurisdictionLevel.DISTRICT, "NY", "100\\d\\d", "*", "0.375", WHOLE);
        levy("US-NY-MCTD", JurisdictionLevel.DISTRICT, "NY", "100\\d\\d", "CLOTHING", "0.375", clothing);
        levy("US-MA", JurisdictionLevel.STATE, "MA", null, "*", "6.25", WHOLE);
        levy(
                "US-MA",
                JurisdictionLevel.STATE,
                "MA",
                null,
                "CLOTHING",
                "6.25",
                new TaxableShare(number("175"), true, null));
        levy("US-FL", JurisdictionLevel.STATE, "FL", null, "*", "6", WHOLE);
        levy(
                "US-FL-DADE",
                JurisdictionLevel.COUNTY,
                "FL",
                null,
                "*",
                "1",
                new TaxableShare(number("0"), false, number("5000")));
        levy("US-TN", JurisdictionLevel.STATE, "TN", null, "*", "7", WHOLE);
        levy(
                "US-TN-LOCAL",
                JurisdictionLevel.COUNTY,
                "TN",
                null,
                "*",
                "2.25",
                new TaxableShare(number("0"), false, number("1600")));
        levy(
                "US-TN-SINGLE",
                JurisdictionLevel.STATE,
                "TN",
                null,
                "*",
                "2.75",
                new TaxableShare(number("1600"), true, number("3200")));
        rules.add(new TaxRule(
                "US-NONE",
                "US",
                "STANDARD",
                null,
                null,
                TaxCategory.O,
                BigDecimal.ZERO,
                "VATEX-EU-O",
                "No tax",
                LocalDate.EPOCH,
                null));
    }

    private void canada() {
        gst("QC");
        gst("BC");
        gst("AB");
        canadian("CA-QC", "QC", "*", TaxCategory.S, "9.5", true, "2012-01-01", "2013-01-01");
        canadian("CA-QC", "QC", "*", TaxCategory.S, "9.975", false, "2013-01-01", null);
        canadian("CA-QC", "QC", "BOOKS", TaxCategory.E, "0", false, "2013-01-01", null);
        canadian("CA-BC", "BC", "*", TaxCategory.S, "7", false, "2013-04-01", null);
        canadian("CA-ON", "ON", "*", TaxCategory.S, "13", false, "2010-07-01", null);
    }

    private void vat(String country, String taxClass, String category, String rate, Buyers buyers, String postal) {
        TaxCategory of = TaxCategory.valueOf(category);
        rules.add(new TaxRule(
                country + "-" + taxClass + (postal == null ? "" : "-" + postal) + "-" + buyers,
                country,
                taxClass,
                null,
                postal,
                of,
                number(rate),
                of == TaxCategory.AE ? "VATEX-EU-AE" : null,
                of.isTaxed() || of == TaxCategory.Z ? null : "reason of " + taxClass,
                LocalDate.EPOCH,
                null,
                "law of " + country,
                buyers,
                null));
    }

    private void levy(
            String code,
            JurisdictionLevel level,
            String state,
            String postal,
            String taxClass,
            String rate,
            TaxableShare share) {
        rules.add(new TaxRule(
                code + "-" + taxClass,
                "US",
                taxClass,
                state,
                postal,
                TaxCategory.S,
                number(rate),
                null,
                null,
                LocalDate.EPOCH,
                null,
                "law of " + state,
                Buyers.ALL,
                new TaxLevy(code, level, code + " sales tax", false, share)));
    }

    private void gst(String province) {
        rules.add(new TaxRule(
                "GST-" + province,
                "CA",
                "*",
                province,
                null,
                TaxCategory.S,
                number("5"),
                null,
                null,
                LocalDate.of(2008, 1, 1),
                null,
                "Excise Tax Act, s. 165(1)",
                Buyers.ALL,
                new TaxLevy("CA", JurisdictionLevel.COUNTRY, "GST")));
    }

    private void canadian(
            String code,
            String province,
            String taxClass,
            TaxCategory category,
            String rate,
            boolean compound,
            String from,
            String until) {
        rules.add(new TaxRule(
                code + "-" + taxClass + "-" + from,
                "CA",
                taxClass,
                province,
                null,
                category,
                number(rate),
                null,
                category == TaxCategory.E ? "Printed books" : null,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                "law of " + province,
                Buyers.ALL,
                new TaxLevy(code, JurisdictionLevel.STATE, code + " tax", compound, WHOLE)));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
