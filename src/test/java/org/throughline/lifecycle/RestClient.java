package org.throughline.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.throughline.endpoint.common.v1.WireJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operations of the contract over REST: the types that SOAP exchanges, as JSON, at the addresses of the resources. */
final class RestClient {

    /** Where the operations are; {@code {name}} is taken from the request, and what is left of it goes into the query or the body. */
    private static final Map<String, String> ADDRESSES = Map.of(
            "findAccounts", "GET /api/v1/accounts",
            "getCreditStatus", "POST /api/v1/account/credit",
            "createOffer", "POST /api/v1/orders/offers",
            "createOrder", "POST /api/v1/orders",
            "getOrder", "GET /api/v1/orders/{order.id}",
            "findShipments", "GET /api/v1/history/shipments",
            "getProofOfDelivery", "GET /api/v1/history/shipments/{shipment.id}/proof-of-delivery",
            "findInvoices", "GET /api/v1/history/invoices",
            "getInvoice", "GET /api/v1/history/invoices/{invoice.id}",
            "findReturns", "GET /api/v1/history/returns");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    RestClient(String url) {
        this.url = url;
    }

    <T> T as(Class<T> portType) {
        return portType.cast(Proxy.newProxyInstance(
                portType.getClassLoader(),
                new Class<?>[] {portType},
                (proxy, operation, arguments) -> call(operation, arguments[0])));
    }

    private Object call(Method operation, Object request) {
        String address = Optional.ofNullable(ADDRESSES.get(operation.getName()))
                .orElseThrow(() -> new AssertionError("no address is known of " + operation.getName()));
        JsonNode message = JSON.readTree(WireJson.write(request));
        String[] methodAndPath = filledIn(address, message).split(" ");
        HttpRequest call = methodAndPath[0].equals("GET")
                ? to(methodAndPath[1] + query(message)).build()
                : to(methodAndPath[1])
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(message.toString()))
                        .build();
        return WireJson.read(answer(call), operation.getReturnType());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    private byte[] answer(HttpRequest call) {
        try {
            HttpResponse<byte[]> response = http.send(call, BodyHandlers.ofByteArray());
            if (response.statusCode() >= 300) {
                throw new AssertionError(call.uri() + ": " + new String(response.body(), StandardCharsets.UTF_8));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String filledIn(String address, JsonNode message) {
        String filled = address;
        for (int open = filled.indexOf('{'); open >= 0; open = filled.indexOf('{')) {
            String name = filled.substring(open + 1, filled.indexOf('}'));
            filled = filled.replace("{" + name + "}", at(message, name).stringValue());
        }
        return filled;
    }

    private static JsonNode at(JsonNode message, String name) {
        return message.at("/" + name.replace('.', '/'));
    }

    /** As the query parameters are named: nested names joined by dots, repeated elements repeated. */
    private static String query(JsonNode message) {
        StringJoiner parameters = new StringJoiner("&", "?", "");
        addTo(parameters, "", message);
        return parameters.toString();
    }

    private static void addTo(StringJoiner parameters, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties()
                    .forEach(each -> addTo(
                            parameters, name.isEmpty() ? each.getKey() : name + "." + each.getKey(), each.getValue()));
        } else if (value.isArray()) {
            value.forEach(each -> addTo(parameters, name, each));
        } else {
            parameters.add(name + "=" + URLEncoder.encode(value.asString(), StandardCharsets.UTF_8));
        }
    }
}
