package org.throughline.erp.resilient;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Estimates how much of the heap an answer takes: within a factor of two, and never by asking the JVM. */
final class Weight {

    /** Answers are values, not networks; what lies deeper is not looked at. */
    private static final int DEEPEST = 20;

    private static final long OBJECT = 24;
    private static final long TEXT = 48;
    private static final String OURS = "org.throughline.";

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Arrays.stream(type.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive())
                    .peek(field -> field.setAccessible(true))
                    .toList();
        }
    };

    private Weight() {}

    /** In bytes. What several values share is counted with each. */
    static long of(Object value) {
        return of(value, 0);
    }

    private static long of(Object value, int depth) {
        if (value == null || value instanceof Enum || depth > DEEPEST) {
            return 0;
        }
        if (value instanceof CharSequence text) {
            return TEXT + text.length();
        }
        if (value instanceof byte[] bytes) {
            return OBJECT + bytes.length;
        }
        return OBJECT + ofParts(value, depth + 1);
    }

    private static long ofParts(Object value, int depth) {
        if (value instanceof Collection<?> many) {
            return many.stream().mapToLong(each -> Long.BYTES + of(each, depth)).sum();
        }
        if (value instanceof Map<?, ?> map) {
            return of(map.keySet(), depth) + of(map.values(), depth);
        }
        if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null), depth);
        }
        return value.getClass().getName().startsWith(OURS) ? ofFields(value, depth) : OBJECT;
    }

    private static long ofFields(Object value, int depth) {
        long sum = 0;
        for (Field field : FIELDS.get(value.getClass())) {
            sum += Long.BYTES + of(read(field, value), depth);
        }
        return sum;
    }

    private static Object read(Field field, Object value) {
        try {
            return field.get(value);
        } catch (IllegalAccessException cannotHappen) {
            throw new IllegalStateException("a field that was made accessible is not", cannotHappen);
        }
    }
}
