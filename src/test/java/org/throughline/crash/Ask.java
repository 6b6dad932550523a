package org.throughline.crash;

import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request to the order service.
 *
 * @param operation of the SOAP contract
 * @param path of the REST resource
 * @param inPath what the path says already, and the body over REST does not
 * @param request all fields, in the order of the schema
 */
record Ask(String operation, String path, Set<String> inPath, ObjectNode request) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static Ask simulation(Basket basket) {
        return new Ask("simulateOrder", "/api/v1/orders/simulation", object().set("order", order(basket, null)));
    }

    static Ask order(String requestId, Basket basket, String customerReference) {
        ObjectNode request = object().put("requestId", requestId);
        request.set("order", order(basket, customerReference));
        return new Ask("createOrder", "/api/v1/orders", request);
    }

    static Ask offer(String requestId, Basket basket, String customerReference) {
        ObjectNode request = object().put("requestId", requestId);
        request.set("order", order(basket, customerReference));
        return new Ask("createOffer", "/api/v1/orders/offers", request);
    }

    static Ask orderOfOffer(String requestId, String offer) {
        ObjectNode request = object().put("requestId", requestId);
        request.set("offer", object().set("reference", reference(offer)));
        return new Ask("createOrder", "/api/v1/orders", request);
    }

    static Ask cancellationOfOffer(String offer) {
        ObjectNode request = object();
        request.set("offer", reference(offer));
        return new Ask("cancelOffer", "/api/v1/orders/offers/" + offer + "/cancellation", Set.of("offer"), request);
    }

    static Ask cancellation(String requestId, String order, int version) {
        return new Ask(
                "cancelOrder",
                "/api/v1/orders/" + order + "/cancellation",
                Set.of("order"),
                change(requestId, order, version));
    }

    /** @param first what the first line shall be */
    static Ask amendment(String requestId, String order, int version, Basket.Line first) {
        ObjectNode request = change(requestId, order, version);
        request.putArray("line").addObject().put("number", 1).put("quantity", String.valueOf(first.quantity()));
        return new Ask("amendOrder", "/api/v1/orders/" + order + "/amendment", Set.of("order"), request);
    }

    private static ObjectNode change(String requestId, String order, int version) {
        ObjectNode request = object().put("requestId", requestId);
        request.set("order", reference(order));
        return request.put("expectedVersion", version);
    }

    private Ask(String operation, String path, ObjectNode request) {
        this(operation, path, Set.of(), request);
    }

    /** What REST sends. */
    ObjectNode body() {
        return request.deepCopy().remove(inPath);
    }

    private static ObjectNode order(Basket basket, String customerReference) {
        ObjectNode order = object();
        order.set("customer", object().set("account", reference(basket.account())));
        if (customerReference != null) {
            order.put("customerReference", customerReference);
        }
        ArrayNode lines = order.putArray("line");
        basket.lines()
                .forEach(line ->
                        lines.addObject().put("item", line.item()).put("quantity", String.valueOf(line.quantity())));
        return order;
    }

    private static ObjectNode reference(String id) {
        return object().put("id", id);
    }

    private static ObjectNode object() {
        return NODES.objectNode();
    }
}
