package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * The fields of one record of Tryton that were asked for. A field of another record that this one points to is named by its path
 * (product.template.name), and is null when any record on the way is missing.
 *
 * @param fields as Tryton has sent them
 */
record TrytonRecord(JsonNode fields) {

    long id() {
        return fields.get("id").asLong();
    }

    /** Null when the field is empty. */
    String text(String field) {
        JsonNode value = at(field);
        return value.isNull() ? null : value.asString();
    }

    /** A Decimal or a number without loss; null when the field is empty. */
    BigDecimal decimal(String field) {
        return TrytonJson.decimal(at(field));
    }

    /** A number without zeros behind its last digit; null when the field is empty. */
    BigDecimal quantity(String field) {
        BigDecimal value = decimal(field);
        return value == null ? null : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }

    /** Null when the field is empty. */
    Long number(String field) {
        JsonNode value = at(field);
        return value.isNull() ? null : value.asLong();
    }

    /** Null when the field is empty. */
    LocalDate date(String field) {
        return TrytonJson.date(at(field));
    }

    /** Null when the field is empty. */
    Instant instant(String field) {
        return TrytonJson.instant(at(field));
    }

    /** Null when the field is empty. */
    Duration duration(String field) {
        return TrytonJson.duration(at(field));
    }

    /** An empty field counts as false. */
    boolean flag(String field) {
        return at(field).asBoolean(false);
    }

    /** The id of the record that the field points to; null when it points to none. */
    Long id(String field) {
        return number(field);
    }

    /** The ids of the records that the field points to. */
    List<Long> ids(String field) {
        List<Long> ids = new ArrayList<>();
        at(field).forEach(id -> ids.add(id.asLong()));
        return ids;
    }

    /** The id in a field that can point to records of several models, such as origin; null when it points to none of this model. */
    Long id(String field, String model) {
        String reference = text(field);
        String prefix = model + ",";
        return reference == null || !reference.startsWith(prefix)
                ? null
                : Long.valueOf(reference.substring(prefix.length()));
    }

    /** The record that the field points to, of which fields were asked for by path; empty when it points to none. */
    Optional<TrytonRecord> related(String field) {
        JsonNode value = at(field + ".");
        return value.isNull() ? Optional.empty() : Optional.of(new TrytonRecord(value));
    }

    /** The records that the field points to, of which fields were asked for by path; empty when it points to none. */
    List<TrytonRecord> all(String field) {
        List<TrytonRecord> all = new ArrayList<>();
        at(field + ".").forEach(one -> all.add(new TrytonRecord(one)));
        return all;
    }

    private JsonNode at(String path) {
        JsonNode node = fields;
        int start = 0;
        for (int dot = path.indexOf('.'); dot >= 0 && dot < path.length() - 1; dot = path.indexOf('.', start)) {
            node = field(node, path.substring(start, dot + 1));
            if (node.isNull()) {
                return NullNode.getInstance();
            }
            start = dot + 1;
        }
        return field(node, path.substring(start));
    }

    private static JsonNode field(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the field " + name + " was not asked for");
        }
        return value;
    }
}
