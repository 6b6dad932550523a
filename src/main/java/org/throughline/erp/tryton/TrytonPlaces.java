package org.throughline.erp.tryton;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.throughline.pricing.Assumption;
import org.throughline.pricing.PriceRequest;
import org.throughline.shared.PostalAddress;

/** Where goods go, as Tryton's tax rules ask for it: by country. */
@Component
class TrytonPlaces {

    private final TrytonClient tryton;

    TrytonPlaces(TrytonClient tryton) {
        this.tryton = tryton;
    }

    /**
     * The place that a request names, or else the address that Tryton itself would take.
     *
     * @return id of an address, or the values of one; null when there is none
     */
    Object of(PriceRequest request, TrytonBuyer buyer, List<Assumption> assumptions) {
        if (request.shipTo() != null) {
            return values(request.shipTo());
        }
        Optional<Long> address = usual(buyer);
        address.ifPresent(id -> assumptions.add(new Assumption("shipTo", text(id))));
        return address.orElse(null);
    }

    private Map<String, Object> values(PostalAddress place) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", -1);
        values.put("country", country(place.country()).orElse(null));
        values.put("subdivision", null);
        return values;
    }

    /** @return empty when Tryton does not know the country, so that none of its rules can be for it */
    private Optional<Long> country(String code) {
        return tryton.searchRead(TrytonQuery.of("country.country", "code").where("code", "=", code)).stream()
                .map(TrytonRecord::id)
                .findFirst();
    }

    /** What Tryton puts into a new sale of the party. */
    Optional<Long> usual(TrytonBuyer buyer) {
        Map<String, Object> sale = new HashMap<>();
        sale.put("company", tryton.company());
        sale.put("party", buyer.party());
        sale.put("invoice_party", null);
        sale.put("shipment_party", null);
        sale.put("payment_term", null);
        sale.put("lines", List.of());
        return Optional.of(tryton.ask("model.sale.sale.on_change", List.of(sale, List.of("party")), Map.of())
                        .get(0)
                        .path("shipment_address"))
                .filter(id -> id.isNumber())
                .map(id -> id.asLong());
    }

    /** What tax depends on, for people. */
    private String text(long address) {
        TrytonRecord row = tryton.read(
                        "party.address", List.of(address), List.of("country.code", "postal_code", "city"), Map.of())
                .get(0);
        return Stream.of(row.text("country.code"), row.text("postal_code"), row.text("city"))
                .filter(part -> part != null && !part.isBlank())
                .collect(joining(", "));
    }
}
