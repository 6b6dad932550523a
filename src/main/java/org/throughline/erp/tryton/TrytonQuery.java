package org.throughline.erp.tryton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which records of a model are wanted, in the words of Tryton.
 *
 * @param model such as sale.sale
 * @param fields of the records, also of others that they point to, by path
 * @param domain conditions that must all hold: lists of a field, an operator and a value, or lists that start with "OR"
 * @param offset how many records are skipped
 * @param limit how many records are wanted at most; null: all
 * @param order fields with ASC or DESC; empty: the model's own order
 * @param context what is set beside company and language
 */
record TrytonQuery(
        String model,
        List<String> fields,
        List<Object> domain,
        int offset,
        Integer limit,
        List<List<String>> order,
        Map<String, Object> context) {

    TrytonQuery {
        fields = List.copyOf(fields);
        domain = Collections.unmodifiableList(new ArrayList<>(domain));
        order = List.copyOf(order);
        context = Collections.unmodifiableMap(new HashMap<>(context));
    }

    static TrytonQuery of(String model, String... fields) {
        return new TrytonQuery(model, List.of(fields), List.of(), 0, null, List.of(), Map.of());
    }

    /** @param value may be null */
    TrytonQuery where(String field, String operator, Object value) {
        return where(clause(field, operator, value));
    }

    /** @param clause such as {@code List.of("OR", clause(...), clause(...))} */
    TrytonQuery where(List<?> clause) {
        List<Object> more = new ArrayList<>(domain);
        more.add(clause);
        return new TrytonQuery(model, fields, more, offset, limit, order, context);
    }

    /** A further field to sort by. */
    TrytonQuery ascending(String field) {
        return sorted(field, "ASC");
    }

    /** A further field to sort by. */
    TrytonQuery descending(String field) {
        return sorted(field, "DESC");
    }

    TrytonQuery limit(int most) {
        return new TrytonQuery(model, fields, domain, offset, most, order, context);
    }

    TrytonQuery offset(int skipped) {
        return new TrytonQuery(model, fields, domain, skipped, limit, order, context);
    }

    /** @param more is added to the context */
    TrytonQuery in(Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(context);
        all.putAll(more);
        return new TrytonQuery(model, fields, domain, offset, limit, order, all);
    }

    /** One condition. */
    static List<Object> clause(String field, String operator, Object value) {
        return Arrays.asList(field, operator, value);
    }

    private TrytonQuery sorted(String field, String direction) {
        List<List<String>> more = new ArrayList<>(order);
        more.add(List.of(field, direction));
        return new TrytonQuery(model, fields, domain, offset, limit, more, context);
    }
}
