package org.throughline.app;

import com.helger.masterdata.vat.VATINSyntaxChecker;
import java.util.Locale;
import java.util.Map;
import org.throughline.shared.TaxIds;

/**
 * VAT numbers of the Union, the United Kingdom and their neighbours, by the check digits that ph-masterdata knows. A number
 * without the letters of a country in front is not checked: it may be of another kind.
 */
final class VatNumbers implements TaxIds {

    /** Countries whose numbers begin with other letters than their code, and Northern Ireland with those of Britain. */
    private static final Map<String, String> PREFIX_OF_COUNTRY = Map.of("GR", "EL", "MC", "FR", "IM", "GB", "XI", "GB");

    private static final String NORTHERN_IRELAND = "XI";

    @Override
    public Finding check(String country, String taxId) {
        if (taxId == null) {
            return Finding.NOT_CHECKED;
        }
        String number = checked(taxId);
        if (number.startsWith(PREFIX_OF_COUNTRY.getOrDefault(country, country))) {
            return finding(number, Finding.RIGHT, Finding.WRONG);
        }
        return finding(number, Finding.OF_OTHER_COUNTRY, Finding.NOT_CHECKED);
    }

    private static Finding finding(String number, Finding right, Finding wrong) {
        if (!VATINSyntaxChecker.isValidatorPresent(number)) {
            return Finding.NOT_CHECKED;
        }
        return VATINSyntaxChecker.isValidVATIN(number) ? right : wrong;
    }

    /** Without what people put in between; Greek and Northern Irish numbers with the letters that they are known by. */
    private static String checked(String taxId) {
        String compact = taxId.replaceAll("[\\s./-]", "").toUpperCase(Locale.ROOT);
        if (compact.startsWith(NORTHERN_IRELAND)) {
            return "GB" + compact.substring(2);
        }
        return compact.startsWith("GR") ? "EL" + compact.substring(2) : compact;
    }
}
