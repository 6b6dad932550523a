package org.throughline.erp.embedded;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.KeyBatches;

/** The customers' own references on orders. */
final class OrderReferences {

    private static final String REFERENCES =
            "select id, customer_reference from sales_order where id in (:ids) and customer_reference is not null";

    private OrderReferences() {}

    /** @param orders null is passed over */
    static Map<String, String> read(Collection<String> orders, JdbcClient jdbc) {
        Map<String, String> references = new HashMap<>();
        KeyBatches.read(orders.stream().filter(Objects::nonNull).toList(), ids -> jdbc.sql(REFERENCES)
                        .param("ids", ids)
                        .query((row, number) -> Map.entry(row.getString("id"), row.getString("customer_reference")))
                        .list())
                .forEach(found -> references.put(found.getKey(), found.getValue()));
        return references;
    }
}
