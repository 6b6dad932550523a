package org.throughline.erp.tryton;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values as Tryton writes them in JSON: what JSON has no word for is an object that names its class. */
final class TrytonJson {

    static final String CLASS = "__class__";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int NANOS_OF_MICRO = 1_000;

    private TrytonJson() {}

    /** @param value null, a text, a number, a truth, a date, an instant, a duration, bytes, or a list or map of such */
    static JsonNode of(Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof JsonNode node) {
            return node;
        }
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        if (value instanceof Iterable<?> list) {
            return array(list);
        }
        return plain(value);
    }

    private static JsonNode plain(Object value) {
        if (value instanceof String text) {
            return NODES.stringNode(text);
        }
        if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        if (value instanceof BigDecimal decimal) {
            return tagged("Decimal").put("decimal", decimal.toPlainString());
        }
        if (value instanceof Number number) {
            return number instanceof Double || number instanceof Float
                    ? NODES.numberNode(number.doubleValue())
                    : NODES.numberNode(number.longValue());
        }
        return timely(value);
    }

    private static JsonNode timely(Object value) {
        if (value instanceof LocalDate date) {
            return date("date", date);
        }
        if (value instanceof Instant instant) {
            return instant(instant.atOffset(ZoneOffset.UTC).toLocalDateTime());
        }
        if (value instanceof Duration duration) {
            return tagged("timedelta").put("seconds", duration.toMillis() / 1000d);
        }
        if (value instanceof byte[] bytes) {
            return tagged("bytes").put("base64", Base64.getMimeEncoder().encodeToString(bytes));
        }
        throw new IllegalArgumentException("Tryton has no value like a " + value.getClass());
    }

    private static ObjectNode object(Map<?, ?> map) {
        ObjectNode node = NODES.objectNode();
        map.forEach((name, value) -> node.set((String) name, of(value)));
        return node;
    }

    private static ArrayNode array(Iterable<?> list) {
        ArrayNode node = NODES.arrayNode();
        list.forEach(value -> node.add(of(value)));
        return node;
    }

    private static ObjectNode instant(LocalDateTime time) {
        return date("datetime", time.toLocalDate())
                .put("hour", time.getHour())
                .put("minute", time.getMinute())
                .put("second", time.getSecond())
                .put("microsecond", time.get(ChronoField.MICRO_OF_SECOND));
    }

    private static ObjectNode date(String type, LocalDate date) {
        return tagged(type)
                .put("year", date.getYear())
                .put("month", date.getMonthValue())
                .put("day", date.getDayOfMonth());
    }

    private static ObjectNode tagged(String type) {
        return NODES.objectNode().put(CLASS, type);
    }

    /** A Decimal or a number; null when there is none. */
    static BigDecimal decimal(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        return node.isObject() ? new BigDecimal(node.get("decimal").asString()) : node.decimalValue();
    }

    /** A date, also the day (in UTC) of a datetime; null when there is none. */
    static LocalDate date(JsonNode node) {
        return node.isNull()
                ? null
                : LocalDate.of(
                        node.get("year").asInt(),
                        node.get("month").asInt(),
                        node.get("day").asInt());
    }

    /** A datetime; null when there is none. */
    static Instant instant(JsonNode node) {
        return node.isNull()
                ? null
                : date(node)
                        .atTime(
                                node.get("hour").asInt(),
                                node.get("minute").asInt(),
                                node.get("second").asInt(),
                                node.get("microsecond").asInt() * NANOS_OF_MICRO)
                        .toInstant(ZoneOffset.UTC);
    }

    /** A timedelta; null when there is none. */
    static Duration duration(JsonNode node) {
        return node.isNull()
                ? null
                : Duration.ofMillis(Math.round(node.get("seconds").asDouble() * 1000));
    }
}
