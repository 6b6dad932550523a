package org.throughline.erp.tryton;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.shared.PostalAddress;

/** Postal addresses as Tryton keeps them: the street is one text of any number of lines, country and region are records. */
final class TrytonAddresses {

    /** What has to be read of an address, seen from the address. */
    static final List<String> FIELDS =
            List.of("party_name", "street", "postal_code", "city", "subdivision.code", "country.code");

    private TrytonAddresses() {}

    /** What has to be read of an address, seen from a record that points to it by the field. */
    static List<String> fields(String field) {
        return FIELDS.stream().map(each -> field + "." + each).toList();
    }

    /** Lines of the street after the first are one; null when Tryton knows no country, without which there is no address. */
    static PostalAddress of(TrytonRecord address) {
        String country = address.text("country.code");
        if (country == null) {
            return null;
        }
        List<String> street = lines(address.text("street"));
        return new PostalAddress(
                filled(address.text("party_name")),
                street.isEmpty() ? null : street.get(0),
                street.size() < 2 ? null : String.join(", ", street.subList(1, street.size())),
                filled(address.text("city")),
                address.text("subdivision.code"),
                filled(address.text("postal_code")),
                country);
    }

    /** The fields of an address that are texts; country and region are left to the caller. */
    static Map<String, Object> values(PostalAddress address) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("party_name", address.name());
        values.put(
                "street",
                Stream.of(address.line1(), address.line2())
                        .filter(line -> line != null && !line.isBlank())
                        .collect(Collectors.joining("\n")));
        values.put("city", address.city());
        values.put("postal_code", address.postalCode());
        return values;
    }

    private static List<String> lines(String street) {
        return street == null
                ? List.of()
                : street.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    private static String filled(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
