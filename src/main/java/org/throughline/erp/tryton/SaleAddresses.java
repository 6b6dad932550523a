package org.throughline.erp.tryton;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.ServiceFault;

/** Where sales are sent to: an address of the party in any case, so that a new place becomes one. */
record SaleAddresses(TrytonClient tryton) {

    /**
     * The address of a party that is meant; one is made when there is none like it.
     *
     * @param wanted null: none is named
     * @return empty when none is named
     */
    Optional<Long> of(long party, PostalAddress wanted) {
        return Optional.ofNullable(wanted).map(place -> known(party, place).orElseGet(() -> made(party, place)));
    }

    private Optional<Long> known(long party, PostalAddress wanted) {
        TrytonQuery addresses = new TrytonQuery(
                        "party.address", TrytonAddresses.FIELDS, List.of(), 0, null, List.of(), Map.of())
                .where("party", "=", party)
                .ascending("id");
        return tryton.searchRead(addresses).stream()
                .filter(address -> isSame(TrytonAddresses.of(address), wanted))
                .map(TrytonRecord::id)
                .findFirst();
    }

    /** The name above an address is no part of the place, unless both have one. */
    private static boolean isSame(PostalAddress known, PostalAddress wanted) {
        return known != null
                && (known.name() == null
                        || wanted.name() == null
                        || known.name().equals(wanted.name()))
                && place(known).equals(place(wanted));
    }

    private static List<String> place(PostalAddress address) {
        return Stream.of(
                        address.line1(),
                        address.line2(),
                        address.city(),
                        address.region(),
                        address.postalCode(),
                        address.country())
                .map(part -> Objects.requireNonNullElse(part, "").strip())
                .toList();
    }

    /** Neither for invoices nor for deliveries in general, so that it is never taken unless it is named. */
    private long made(long party, PostalAddress wanted) {
        Map<String, Object> values = new HashMap<>(TrytonAddresses.values(wanted));
        values.put("party", party);
        long country = find("country.country", Map.of("code", wanted.country()), "order.shipTo.country");
        values.put("country", country);
        if (wanted.region() != null) {
            values.put(
                    "subdivision",
                    find(
                            "country.subdivision",
                            Map.of("code", wanted.region(), "country", country),
                            "order.shipTo.region"));
        }
        return tryton.create("party.address", List.of(values), Map.of()).get(0);
    }

    private long find(String model, Map<String, Object> conditions, String path) {
        TrytonQuery query = TrytonQuery.of(model);
        for (Map.Entry<String, Object> each : conditions.entrySet()) {
            query = query.where(each.getKey(), "=", each.getValue());
        }
        return tryton.searchRead(query).stream()
                .map(TrytonRecord::id)
                .findFirst()
                .orElseThrow(() -> new ServiceFault(ErrorCode.INVALID_VALUE.at(path, "Tryton does not know it.")));
    }
}
