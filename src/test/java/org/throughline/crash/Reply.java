package org.throughline.crash;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * An answer of the service, alike over SOAP and REST.
 *
 * @param isFault whether it is a fault, or a problem
 * @param body the result, or the fault
 */
record Reply(boolean isFault, JsonNode body) {

    /** Whether what was asked is done. */
    boolean isDone() {
        return !isFault && !"QUEUED".equals(text("outcome"));
    }

    /** Whether it will never be done. */
    boolean isRefusal() {
        return isFault && "NO".equals(text("retryable"));
    }

    /** Whether the ERP will be asked later. */
    boolean isQueued() {
        return !isFault && !isDone();
    }

    /** @return empty when it is absent */
    String text(String... path) {
        JsonNode node = body;
        for (String name : path) {
            node = node.path(name);
        }
        return node.asString("");
    }

    /** The order's terms, in an answer about an order or an offer. */
    Basket.Terms terms(String document) {
        JsonNode order = body.path(document);
        JsonNode totals = order.path("totals");
        return new Basket.Terms(
                list(order.path("line")).stream().map(Reply::position).toList(),
                decimal(totals, "net"),
                decimal(totals, "tax"),
                decimal(totals, "gross"));
    }

    private static Basket.Position position(JsonNode line) {
        return new Basket.Position(
                line.path("number").asInt(),
                line.path("item").asString(),
                decimal(line, "quantity"),
                decimal(line, "net"));
    }

    private static BigDecimal decimal(JsonNode node, String name) {
        return new BigDecimal(node.path(name).asString());
    }

    private static List<JsonNode> list(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false).toList() : List.of(node);
    }

    @Override
    public String toString() {
        return isFault ? text("code") + " " + body.path("violation") : "done";
    }
}
